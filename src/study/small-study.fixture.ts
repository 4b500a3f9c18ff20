import { createStudy } from "./create-study";
import type { Study } from "./study";

/**
 * A study small enough to count by hand. The text of "focus", with the participants' words counted:
 *
 * ```
 * Interviewer: What helped?
 * Ann: The group gave me rest.          5 words
 * Bo: Rest, yes. And hope.              4
 * Interviewer: Hope?
 * Cy: Hope came later for me.           5
 * ```
 *
 * In "again" Cy says "I hope again now." (4 words), in "ed" Ed says "We keep it safe here." (5 words). Di is listed and
 * never speaks. Codings, a to h:
 *
 * | | code | words | whose |
 * |---|---|---|---|
 * | a | rest | The group gave me rest. | Ann |
 * | b | rest | gave me rest (TM) | Ann, overlaps a |
 * | c | hope | group gave me rest. ... Rest, yes. | Ann and Bo |
 * | d | hope | And hope. ... Hope? ... Hope came | Bo, the interviewer, Cy |
 * | e | hope | I hope again now. | Cy |
 * | f | hope | Hope? | the interviewer alone |
 * | g | rest | Hope came later for me. (suggested) | Cy |
 * | h | safe | We keep it safe here. | Ed |
 */
export function smallStudy(): Study {
  const focus = [
    "Interviewer: What helped?",
    "Ann: The group gave me rest.",
    "Bo: Rest, yes. And hope.",
    "Interviewer: Hope?",
    "Cy: Hope came later for me.",
  ].join("\n\n");
  return createStudy({
    title: "Counted by hand",
    participants: [
      { id: "Cy", group: "consumer", attributes: { site: "North", years: 10 } },
      { id: "Di", group: "consumer", attributes: { site: "South", years: 9 } },
      { id: "Ann", group: "carer", role: "mother", attributes: { site: "South", years: 10 } },
      { id: "Bo", group: "carer", role: "brother", attributes: { site: "North", years: 2 } },
      { id: "Ed", group: "clinician", attributes: { site: "North", years: null } },
    ],
    transcripts: [
      { id: "focus", kind: "focus-group", text: focus, attributes: { wave: 1 } },
      { id: "again", text: "Cy: I hope again now.", attributes: { wave: 2 } },
      { id: "ed", text: "Ed: We keep it safe here.", attributes: { wave: 1 } },
    ],
    scheme: {
      version: 2,
      categories: [{ id: "feelings", name: "Feelings" }],
      codes: [
        { id: "rest", name: "Rest", category: "feelings" },
        { id: "hope", name: "Hope", category: "feelings" },
        { id: "safe", name: "Safe" },
      ],
      themes: [
        {
          id: "relief",
          name: "Relief",
          codes: ["rest"],
          subthemes: [{ id: "ahead", name: "Ahead", codes: ["hope", "rest"] }],
        },
        { id: "order", name: "Order", codes: [] },
      ],
    },
    codings: [
      { id: "a", transcript: "focus", code: "rest", quote: "The group gave me rest.", coder: "KB" },
      { id: "b", transcript: "focus", code: "rest", quote: "gave me rest", coder: "TM" },
      { id: "c", transcript: "focus", code: "hope", quote: "group gave me rest.\n\nBo: Rest, yes.", coder: "KB" },
      {
        id: "d",
        transcript: "focus",
        code: "hope",
        quote: "And hope.\n\nInterviewer: Hope?\n\nCy: Hope came",
        coder: "KB",
      },
      { id: "e", transcript: "again", code: "hope", quote: "I hope again now.", coder: "KB" },
      { id: "f", transcript: "focus", code: "hope", quote: "Hope?", coder: "KB" },
      {
        id: "g",
        transcript: "focus",
        code: "rest",
        quote: "Hope came later for me.",
        coder: "KB",
        status: "suggested",
      },
      { id: "h", transcript: "ed", code: "safe", quote: "We keep it safe here.", coder: "KB" },
    ],
  });
}
