import { expect, test } from "vitest";
import { createStudy } from "../study/create-study";
import { placeWords } from "./place-words";

const text = "I: Well?\nAnn: The group gave me rest.\nBo: It took mine.\nCy: So it did.";
const study = createStudy({
  participants: [
    { id: "Ann", group: "consumer", label: "Consumer A" },
    { id: "Bo", group: "carer", label: "Carer B", quotable: false },
    { id: "Cy", group: "carer", label: "Carer C" },
  ],
  transcripts: [{ id: "t", text }],
});
const whole = { start: text.indexOf("The"), end: text.length };

test("a stretch of several people says who speaks, and leaves out words that are not to be quoted", () => {
  const [transcript] = study.transcripts;
  expect(transcript && placeWords(study, transcript, whole)).toEqual({
    label: "Consumer A, Carer B, Carer C",
    quote: "Consumer A: The group gave me rest. Carer B: [...] Carer C: So it did.",
  });
});

test("words of participants whom a narrowed study leaves out are not printed", () => {
  const narrowed = study.where({ group: "consumer" });
  const [transcript] = narrowed.transcripts;
  expect(transcript && placeWords(narrowed, transcript, whole)).toEqual({
    label: "Consumer A",
    quote: "Consumer A: The group gave me rest. Participant: [...] Participant: [...]",
  });
});
