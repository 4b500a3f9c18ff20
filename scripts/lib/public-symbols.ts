// What the package's doors export, with the doc comments as they stand in the source.
import { relative } from "node:path";
import ts from "typescript";
import { fencedBlocks } from "./markdown";
import { inRepository, ROOT } from "./repository";

// The name users import from, and its source.
const DOORS = [
  { from: "polyvocal", file: inRepository("src/index.ts") },
  { from: "polyvocal/exchange", file: inRepository("src/exchange/index.ts") },
  { from: "polyvocal/node", file: inRepository("src/node/index.ts") },
  { from: "polyvocal/office", file: inRepository("src/office/index.ts") },
] as const;

/** An exported symbol. A function, or a class, has a value; an interface has none. */
export interface PublicSymbol {
  readonly name: string;
  readonly from: string;
  readonly isValue: boolean;
  readonly isFunction: boolean;
  /** "src/table/table.ts:12", for messages. */
  readonly place: string;
  readonly documented: boolean;
  /** Public methods and accessors of a class without a doc comment. */
  readonly undocumentedMembers: readonly string[];
  /** The code of its `@example` blocks; "" for an `@example` without a fenced block. */
  readonly examples: readonly string[];
}

/** Every symbol that a door exports, in the door's order. */
export function publicSymbols(): PublicSymbol[] {
  const { config } = ts.readConfigFile(inRepository("tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const program = ts.createProgram(
    DOORS.map(({ file }) => file),
    options,
  );
  const checker = program.getTypeChecker();
  return DOORS.flatMap(({ from, file }) => {
    const source = program.getSourceFile(file);
    const door = source && checker.getSymbolAtLocation(source);
    if (door === undefined) throw new Error(`${file} exports nothing.`);
    return checker.getExportsOfModule(door).map((symbol) => describeSymbol(checker, symbol, from));
  });
}

function describeSymbol(checker: ts.TypeChecker, exported: ts.Symbol, from: string): PublicSymbol {
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const declaration = symbol.declarations?.[0];
  const members = symbol.flags & ts.SymbolFlags.Class ? methods(symbol) : [];
  return {
    name: exported.name,
    from,
    isValue: (symbol.flags & ts.SymbolFlags.Value) !== 0,
    isFunction: declaration !== undefined && checker.getTypeOfSymbol(symbol).getCallSignatures().length > 0,
    place: declaration ? placeOf(declaration) : from,
    documented: isDocumented(symbol, checker),
    undocumentedMembers: members.filter((member) => !isDocumented(member, checker)).map((member) => member.name),
    examples: [symbol, ...members].flatMap((each) => examplesOf(each)),
  };
}

function placeOf(declaration: ts.Declaration): string {
  const source = declaration.getSourceFile();
  const { line } = source.getLineAndCharacterOfPosition(declaration.getStart());
  return `${relative(ROOT, source.fileName)}:${line + 1}`;
}

function isDocumented(symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  return ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim() !== "";
}

/** The public methods and accessors that a class declares under a name; not its constructor, nor `[Symbol.iterator]`. */
function methods(symbol: ts.Symbol): ts.Symbol[] {
  return [...(symbol.members?.values() ?? []), ...(symbol.exports?.values() ?? [])].filter((member) => {
    const declaration = member.valueDeclaration;
    if (declaration === undefined || !ts.isClassElement(declaration)) return false;
    const { name } = declaration;
    const hidden = ts.getCombinedModifierFlags(declaration) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected);
    return name !== undefined && ts.isIdentifier(name) && !hidden && !ts.isPropertyDeclaration(declaration);
  });
}

function examplesOf(symbol: ts.Symbol): string[] {
  const tags = symbol.getJsDocTags().filter(({ name }) => name === "example");
  return tags.flatMap(({ text }) => {
    const blocks = fencedBlocks(ts.displayPartsToString(text));
    return blocks.length === 0 ? [""] : blocks.map(({ code }) => code);
  });
}
