// Holds the doc comments of everything the package's doors export against the built package.
//   A public symbol, or a public method of a class, without a doc comment fails. A public function without an
//   `@example` fails. Every ```ts block of an `@example` is type-checked and run, with the packed package installed and
//   the sample study in the working folder (my-study, fixtures/peer-support).
//   Names a block uses and does not declare are there already: what the doors export, and `study`, the sample study.
//   A value is stated behind an expression, a declaration or a console.log, or in the line below it:
//       nearest("carrer", ["carer"]);  // => "carer"
//       toText(table);
//       // => Theme  Consumers
//       //    Hope   9 of 12
//   It holds if the text is the value as it prints itself (blanks folded, either kind of quotation mark; `...` stands
//   for whatever is left out), or if it is an expression that is deeply equal to the value.
import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";
import ts from "typescript";
import { type ExampleModule, exampleModule } from "./lib/example-module";
import { conclude } from "./lib/outcome";
import { type PublicSymbol, publicSymbols } from "./lib/public-symbols";
import { addSampleStudy, install, inTemporaryFolder } from "./lib/sandbox";
import { holds, printed } from "./lib/stated-value";
import { typeCheck } from "./lib/type-check";

const symbols = publicSymbols();
const failures = symbols.flatMap(undocumented);
const exporters = new Map(symbols.map((symbol) => [symbol.name, symbol]));
const examples = symbols.flatMap(({ name, place, examples }) =>
  examples.map((code, at) => ({ title: `${place} ${name}, example ${at + 1}`, module: exampleModule(code, preamble) })),
);

await inTemporaryFolder(async (folder) => {
  install(folder);
  addSampleStudy(folder);
  process.chdir(folder);
  writeFileSync("report.d.ts", "declare function report(statement: number, value: unknown): void;");
  const files = examples.map(({ module }, at) => {
    writeFileSync(`example-${at}.ts`, module.typescript);
    return join(folder, `example-${at}.ts`);
  });
  for (const { file, message } of typeCheck(["report.d.ts", ...files])) {
    const example = examples[Number(/\d+/.exec(basename(file)))];
    failures.push(`${example?.title ?? file}: ${message}`);
  }
  for (const [at, { title, module }] of examples.entries()) {
    failures.push(...(await runExample(`example-${at}`, module)).map((problem) => `${title}: ${problem}`));
  }
  conclude("Public symbols", symbols.length, failures);
  console.log(`Examples of doc comments: ${examples.length}`);
});

function undocumented({ name, place, documented, undocumentedMembers, isFunction, examples }: PublicSymbol): string[] {
  return [
    ...(documented ? [] : [`${place}: ${name} has no doc comment.`]),
    ...undocumentedMembers.map((member) => `${place}: ${name}.${member} has no doc comment.`),
    ...(isFunction && examples.length === 0 ? [`${place}: ${name} has no @example.`] : []),
    ...(examples.includes("") ? [`${place}: ${name} has an @example whose code stands in no \`\`\`ts block.`] : []),
  ];
}

/** The line that makes a public name, or the sample study, known to an example. */
function preamble(name: string): string | undefined {
  if (name === "study") return `const study = await (await import("polyvocal/node")).loadStudy("my-study");`;
  const symbol = exporters.get(name);
  return symbol && `import { ${symbol.isValue ? "" : "type "}${name} } from "${symbol.from}";`;
}

/** Runs one example; gives what went wrong. */
async function runExample(name: string, { typescript, statements }: ExampleModule): Promise<string[]> {
  const problems: string[] = [];
  const reported = new Set<number>();
  const report = (index: number, value: unknown): void => {
    reported.add(index);
    const statement = statements[index];
    if (statement === undefined || holds(statement.expected, value)) return;
    problems.push(`${statement.expression}\n  should be ${statement.expected}\n  and is    ${printed(value)}`);
  };
  const { outputText } = ts.transpileModule(typescript, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  writeFileSync(`${name}.mjs`, outputText);
  Object.assign(globalThis, { report });
  const { log } = console;
  console.log = () => undefined;
  try {
    await import(pathToFileURL(`${name}.mjs`).href);
    if (reported.size < statements.length) problems.push("Not every stated value was reached.");
  } catch (error) {
    problems.push(`It throws: ${inspect(error)}`);
  } finally {
    console.log = log;
  }
  return problems;
}
