import { type Issue, issue } from "../issues/issue";

const PARTS = ["study", "participants", "scheme"] as const;

/**
 * An info for each file beside study.yaml that has the name of one of a study but another ending or other capitals
 * ("participants.xlsx", "Scheme.yaml"), since it is not read. `there` holds the names in the folder, `read` those that are.
 */
export function lookalikes(there: readonly string[], read: readonly string[]): Issue[] {
  const names = [...there].sort();
  return names.flatMap((file) => {
    const part = PARTS.find((each) => file.toLowerCase().startsWith(`${each}.`));
    if (part === undefined || read.includes(file)) return [];
    const instead = read.find((each) => each.startsWith(`${part}.`));
    const hint =
      instead === undefined || names.includes(instead)
        ? "Take it out of the folder if it is no longer needed."
        : `If it is a part of the study, save it as "${instead}".`;
    return issue("ignored-file", "This file is not read.", { hint, place: { file } });
  });
}
