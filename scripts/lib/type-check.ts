// The types of files that stand outside the repository's own tsconfig: code blocks and examples of doc comments.
import ts from "typescript";
import { inRepository } from "./repository";

/** A wrong type: the file, its 0-based line, and the compiler's sentence. */
export interface TypeProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Checks files as a user with strict settings has them checked. */
export function typeCheck(files: readonly string[]): TypeProblem[] {
  const program = ts.createProgram(files, {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    moduleDetection: ts.ModuleDetectionKind.Force,
    typeRoots: [inRepository("node_modules/@types")],
    types: ["node"],
  });
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => ({
    file: file?.fileName ?? "",
    line: file?.getLineAndCharacterOfPosition(start ?? 0).line ?? 0,
    message: ts.flattenDiagnosticMessageText(messageText, "\n"),
  }));
}
