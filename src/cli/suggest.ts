import type { Command } from "commander";
import type { Scope } from "../analysis/rule-stretches";
import { count } from "../text/plural";
import { checkDelivery, type Delivery, deliver, sayIssues } from "./deliver";
import { type Io, say } from "./io";
import { openStudy, studyFolder } from "./open-study";
import { oneOf, several } from "./option-values";
import { addDeliveryOptions } from "./table-command";
import { wrongUse } from "./wrong-use";

interface SuggestCommandOptions extends Delivery {
  readonly code?: readonly string[];
  readonly scope?: Scope;
  readonly dryRun?: boolean;
}

const SCOPES: readonly Scope[] = ["sentence", "turn"];

const EXAMPLES = `
Examples:
  $ polyvocal suggest my-study
  $ polyvocal suggest my-study --code recovery-possible --scope turn
  $ polyvocal suggest my-study --dry-run --out rules.html

Rules stand under "suggest" of a code in scheme.yaml. Suggestions count nowhere until you accept them: polyvocal review`;

/** Adds the command `suggest`: codings that the scheme's rules propose, written into codings/suggested.csv. */
export function addSuggest(program: Command, io: Io): void {
  const command = program
    .command("suggest")
    .summary("propose codings by the rules of the scheme")
    .description(
      "Searches participants' words for the rules of the scheme and writes what they propose into codings/suggested.csv. Prints what each rule found.",
    )
    .argument("[dir]", "the study's folder; the present one if it holds a study")
    .option("--code <id>", "only this code's rules; can be repeated", several)
    .option("--scope <scope>", 'what a suggestion codes: the "sentence" (default) or the whole "turn"', oneOf(SCOPES))
    .option("--dry-run", "print what the rules find, and write nothing");
  addDeliveryOptions(command)
    .addHelpText("after", EXAMPLES)
    .action((folder: string | undefined, options: SuggestCommandOptions) => suggest(folder, options, io));
}

async function suggest(
  folder: string | undefined,
  { code: codes, scope, dryRun = false, ...delivery }: SuggestCommandOptions,
  io: Io,
): Promise<void> {
  checkDelivery(delivery);
  const [{ searchRules }, { suggestionsOf }, { reportOf }, { addCodings }] = await Promise.all([
    import("../analysis/rule-search"),
    import("../analysis/suggest-codings"),
    import("../analysis/rule-report"),
    import("../study/add-codings"),
  ]);
  const study = await openStudy(folder, io);
  const search = await searchRules(study, { codes, scope });
  const found = suggestionsOf(study, search);
  const next = addCodings(study, found);
  const report = reportOf(next, search);
  if (report.length === 0) {
    throw wrongUse(
      "No code of the scheme has rules.",
      'Write some under a code in scheme.yaml, such as: suggest: ["recover*", { stem: hope }]',
    );
  }
  await deliver(report, delivery, io);
  const number = `${count(found.length, "new suggestion")} for ${count(new Set(found.map((each) => each.code)).size, "code")}`;
  if (found.length === 0) await say(io, "Nothing new to suggest.\n");
  else if (dryRun) await say(io, `${number}; nothing was written.\n`);
  else {
    const { saveStudy } = await import("../node/save-study");
    const { written } = await saveStudy(next, await studyFolder(folder, io));
    await say(io, `${number} written to ${written.join(", ")}. They count nowhere until accepted: polyvocal review\n`);
  }
  await sayIssues(study, folder, io);
}
