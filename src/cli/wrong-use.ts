import { InputError } from "../issues/input-error";
import { issue } from "../issues/issue";

/** The failure of a command that was called in a way it cannot be; ends with exit code 2. */
export function wrongUse(message: string, hint?: string): InputError {
  return new InputError([issue("wrong-option", message, { hint })]);
}
