// A program that saves and is cut off: run as a process of its own by save/cut-off.test.ts.
//
// node cut-off.js FOLDER once STEP   saves once, and kills itself at a step (from 1); prints how many steps there were
// node cut-off.js FOLDER ever        saves one study and the other in turn, until it is killed; prints a line when it begins
import { loadStudy } from "../load-study";
import { saveInSteps } from "../save-study";
import { other } from "./two-studies.fixture";

const [folder = "", mode = "", at = "0"] = process.argv.slice(2);

let steps = 0;
const count = (): void => {
  steps++;
  if (mode === "once" && steps === Number(at)) process.kill(process.pid, "SIGKILL");
};

let study = await loadStudy(folder);
if (mode === "once") {
  await saveInSteps(other(study), folder, {}, count);
  process.stdout.write(`${steps}\n`);
} else {
  process.stdout.write("begins\n");
  for (;;) {
    study = other(study);
    await saveInSteps(study, folder, {}, count);
  }
}
