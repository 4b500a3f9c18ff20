// An `@example` made into a module that runs it and reports the values it states. See scripts/check-doc-examples.ts.
import ts from "typescript";

/** A value that an example states: the expression, and the text behind `// =>`. */
interface Statement {
  readonly expression: string;
  readonly expected: string;
}

/** An example as a module. Where it states a value, the module calls `report(index, value)`. */
export interface ExampleModule {
  readonly typescript: string;
  readonly statements: readonly Statement[];
}

// Behind an expression or in the line below it; further comment lines belong to it.
const STATED = /^[ \t]*\n?[ \t]*\/\/ => ?(.*(?:\n[ \t]*\/\/(?! =>).*)*)/;

const DECLARING: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.VariableDeclaration,
  ts.SyntaxKind.BindingElement,
  ts.SyntaxKind.Parameter,
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.ImportSpecifier,
  ts.SyntaxKind.ImportClause,
  ts.SyntaxKind.NamespaceImport,
]);

/**
 * Makes a module of an example. `preamble` gives the code for a name that the example uses and does not declare;
 * undefined if there is none.
 */
export function exampleModule(code: string, preamble: (name: string) => string | undefined): ExampleModule {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2022, true);
  const statements: Statement[] = [];
  const lines: string[] = [];
  for (const statement of source.statements) {
    const text = statement.getText(source);
    const expected = STATED.exec(code.slice(statement.end))?.[1]?.replace(/\n[ \t]*\/\/ ?/g, "\n");
    if (expected === undefined) lines.push(text);
    else {
      const value = statedValue(statement, source);
      lines.push(value.keep ? text : "", `report(${statements.length}, ${value.expression});`);
      statements.push({ expression: value.expression, expected });
    }
  }
  const names = [...new Set(undeclared(source))].flatMap((name) => preamble(name) ?? []);
  return { typescript: ["export {};", ...names, ...lines].join("\n"), statements };
}

/** The expression whose value a statement states; `keep` if the statement itself has to run as well. */
function statedValue(statement: ts.Statement, source: ts.SourceFile): { expression: string; keep: boolean } {
  if (ts.isExpressionStatement(statement)) {
    const { expression } = statement;
    const prints = ts.isCallExpression(expression) && expression.expression.getText(source) === "console.log";
    const [printed] = prints ? expression.arguments : [expression];
    if (printed !== undefined) return { expression: printed.getText(source), keep: false };
  }
  if (ts.isVariableStatement(statement)) {
    const [declaration] = statement.declarationList.declarations;
    if (declaration && ts.isIdentifier(declaration.name)) return { expression: declaration.name.text, keep: true };
  }
  throw new Error(`"// =>" stands behind a statement that has no value: ${statement.getText(source)}`);
}

/** The names a file uses as values or types and does not declare or import itself. */
function undeclared(source: ts.SourceFile): string[] {
  const used: string[] = [];
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      const isName = "name" in parent && parent.name === node;
      if (isName && DECLARING.has(parent.kind)) declared.add(node.text);
      else if (!isName || ts.isShorthandPropertyAssignment(parent)) used.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return used.filter((name) => !declared.has(name));
}
