/** The transcript of the consumer, whose front matter tells how passages are coded in the text. */
export const CONSUMER = `---
# What stands between these two lines are facts about the interview. Each can be a column of a table: --by setting
# The file's name, C01, says whose interview it is.
kind: interview
date: 2026-02-10
setting: library
# In the text below, passages are coded in two ways:
#   {==these words==}{>>a-code<<}      codes exactly these words; a memo can follow the code behind a colon
#   a whole line of speech [[a-code]]  codes the line
# The marks are no part of the text: no table ever prints them.
---

Interviewer: When did you first ring the evening line?

C01: A Sunday. Sundays are long. I'd looked at that number on the fridge so often I could have said it backwards, and I still tried my sister's old number first, which has been dead since March. Then I rang them. {==A man said his name and asked me what I could see from where I was sitting.==}{>>voice-at-night: He begins with the room and not with the illness.<<} So I told him about the bins.

Interviewer: The bins?

C01: Behind the chip shop. There's a fox. We talked about the fox for, I don't know, ten minutes? And my hands stopped. [[voice-at-night]]

Interviewer: Did you ring again?

C01: Most weeks, for a while. It isn't always him. If it's somebody new I get the whole questionnaire, date of birth, am I safe, and by the time we're through I've gone cold. {==The ones who know me just say, is the fox out.==}{>>known-already<<}

Interviewer: And the day after?

C01: Nothing. That's the odd part. {==You put the phone down and it's half past nine, and what was wrong at seven is still wrong, only quieter.==}{>>only-until-morning<<} I asked once if they'd tell my worker. He said he'd leave a note. {==I don't know where the notes go.==}{>>nobody-told<<}
`;

/** The transcript of the carer. */
export const CARER = `---
kind: interview
date: 2026-02-17
setting: at home
---

I: How did you hear of the line?

F01: Off the back of a bus, if you'll believe it. Eleven years my son's been with that clinic, and I get it off the number 14.

I: What made you ring?

F01: He was walking about upstairs. I stood in the garage so he wouldn't hear me. I thought they'd say, sorry, it has to be him that rings. She didn't. She said, it's you that's awake, so it's you I'll talk to.

I: Could she help?

F01: Well, no. I wanted somebody to say if it was a bad night or a hospital night, and {==she said it straight out, I can't see him, you can.==}{>>cannot-see<<} So we waited. {==I sat on the freezer till gone two with her at the other end doing her paperwork, I could hear the stapler. Best company I'd had in weeks.==}{>>voice-at-night<<}

I: What happened in the morning?

F01: I rang the clinic at nine to tell them. The girl on the desk had nothing. Not a line. So I told it all again, from the start, to somebody eating toast. [[nobody-told]]
`;

/** The transcript of the clinician, whom it calls by name. */
export const CLINICIAN = `---
kind: interview
date: 2026-03-03
setting: office
# "Ruth" is S01 because participants.csv says so, in the column aliases. This does the same for one file:
# speakers: { Ruth: S01 }
---

Interviewer: What is a good call?

Ruth: One where I forget the screen's open. People think we talk them down. Mostly I keep still. There's a woman who rings to ask if her bread has proved. It's never the bread. [[voice-at-night]]

Interviewer: And a bad one?

Ruth: When I can't hear the room. No telly, no kettle, just this flat voice, and me looking at a car park. {==On a visit I'd see the sink, the post on the mat. On the phone I've only got what they let through.==}{>>cannot-see<<}

Interviewer: Do people ring more than once?

Ruth: Some have for years. I'm not supposed to have regulars. I've got four, and I know the names of all their dogs. [[known-already]]

Interviewer: What becomes of your notes?

Ruth: They go into the system at ten. {==Whether anybody opens them before lunch, I couldn't tell you.==}{>>nobody-told<<} I did ask. I was told it was a training issue.
`;
