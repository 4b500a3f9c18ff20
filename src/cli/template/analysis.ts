/** codings/MB.csv: a second coder's codings, outside the transcripts. The file's name is the coder's. */
export const CODINGS = `transcript,code,quote,stance,memo
C01,known-already,"If it's somebody new I get the whole questionnaire, date of birth, am I safe, and by the time we're through I've gone cold.",contradicts,"The same idea from its other side: nobody knows her, and the call is lost."
C01,only-until-morning,"what was wrong at seven is still wrong, only quieter",supports,
F01,voice-at-night,"it's you that's awake, so it's you I'll talk to",supports,"Answered, though he is not the one the line is for."
F01,nobody-told,"So I told it all again, from the start, to somebody eating toast.",supports,
S01,voice-at-night,"Mostly I keep still.",complicates,"Company is what she leaves out, not what she says."
S01,known-already,"I'm not supposed to have regulars.",complicates,
`;

/** journal/first-reading.md: one entry of the reflexive journal. */
export const JOURNAL = `---
# One file an entry. about: says what it is about: a theme, code, category, participant or transcript.
about: { theme: the-call-ends }
author: MB
date: 2026-03-05
---

I nearly called this theme "limits of the service". That is how a manager would say it, and I used to be one. None of
the three talks of limits. They talk of the minute after the phone is put down.

To watch: I feel for Ruth, and I have coded her kindly. Read her lines on the regulars again, as the callers would.
`;
