import { InputError } from "../issues/input-error";
import { hasErrors } from "../issues/issue";
import type { Source } from "../issues/source";
import type { ChangeOptions } from "../scheme/change-scheme";
import { list, plainRecord, rootSpot } from "../text/check";
import { parseYaml } from "../text/yaml";
import { migrate } from "./migrate";
import { Study } from "./study";

/**
 * The study after the steps that a YAML text lists, as `study.migrate` gives it. Throws `InputError` with every problem of
 * the text and of its steps, at their places in it.
 */
export function parseSteps(source: Source, study: Study, options: ChangeOptions): Study {
  const yaml = parseYaml(source);
  const issues = [...yaml.issues];
  const steps = yaml.value === undefined ? [] : (list(plainRecord)(yaml.value, rootSpot(yaml, issues)) ?? []);
  if (hasErrors(issues)) throw new InputError(issues);
  return new Study(migrate(study, steps, options, yaml));
}
