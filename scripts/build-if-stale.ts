// Builds dist/ if a source is newer than it: the first half of `npm run demo`.
import { ensureBuilt } from "./lib/build";

ensureBuilt();
