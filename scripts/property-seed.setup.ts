// Property tests draw the same cases in every run, so that a failure is the change's and not the day's. To look for new
// cases: PROPERTY_SEED=$RANDOM npm test
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_260_301) });
