/** study.yaml of the study that `polyvocal init` makes. */
export const STUDY = `# A small study to try things with. Everything in it is invented; replace it piece by piece with your own.
#
#   study.yaml         this file: title, question, groups
#   participants.csv   who took part: one row a person
#   scheme.yaml        themes and codes
#   transcripts/       one file an interview (.txt, .md, or .csv with one row a turn)
#   codings/           what was coded outside the transcripts: one file a coder
#   journal/           reflexive notes
#
# Only the transcripts have to be there. "polyvocal check" says what is wrong, and where, after every change.

format: 1
title: The evening telephone line
question: What does a telephone line that is answered at night give to those who ring it, and where does it end?

# reflexive, codebook, coding-reliability, framework, grounded-theory or inductive
approach: reflexive

# The groups that tables compare, in the order of their columns. These three are also what you get without this list.
# In participants.csv a group may be written as its id, its name, or one of the aliases.
groups:
  - { id: consumer, name: Consumers, singular: Consumer, aliases: [service user, client] }
  - { id: carer, name: Carers, singular: Carer, aliases: [family member] }
  - { id: clinician, name: Clinicians, singular: Clinician, aliases: [nurse, staff] }

# Whoever is called one of these in a transcript asks the questions. Their words are never counted and never quoted.
interviewers: [Interviewer, I]
`;

/**
 * participants.csv. CSV has no comments, so the header has to speak for itself: `label` is empty, hence "Consumer 1";
 * `aliases` is what the transcript calls S01; `place` and `years` are attributes.
 */
export const PARTICIPANTS = `id,group,label,aliases,quotable,place,years
C01,consumer,,,yes,town,3
F01,carer,,,yes,village,11
S01,nurse,,Ruth,yes,town,6
`;

/** scheme.yaml, the coding scheme. */
export const SCHEME = `# The coding scheme: themes, and the codes that make them up. Their order here is their order in every table.
# An id is for good, since codings name it; a name can change whenever you find a better one.

version: 1

themes:
  - id: somebody-answers
    name: Somebody answers
    # concept: the one idea that holds the theme together
    concept: That a person picks up counts for more than anything the person can do
    codes:
      - id: voice-at-night
        name: A voice at night
        definition: Being kept company by whoever answers, or knowing that somebody would
        exclude: Advice and information, however welcome
      - id: known-already
        name: Known already
        definition: Whoever answers knows the caller, so that nothing has to be told from the start

  - id: the-call-ends
    name: The call ends
    concept: What the call was about goes on after it
    # boundary: what the theme is not
    boundary: Not a complaint about single members of staff
    codes:
      - id: only-until-morning
        name: Only until the morning
        definition: The line puts a trouble off and leaves it as it was
      - id: cannot-see
        name: Nobody sees the room
        definition: What a visit would show and a telephone does not
      - id: nobody-told
        name: Nobody is told
        definition: What was said at night does not reach those who work by day

# A code can serve several themes: name it again under the other one, by its id alone. A theme can hold others, under the
# key "subthemes". What you change later can be written down under the key "changes", with who, when and why.
`;
