// What words say about a label. These lists only tip the scale where a file is too short to show by itself who speaks in
// it: a name that recurs is a label in any language.

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Words for the one who asks. A file in which only these are labelled has the other speakers unlabelled. */
export const interviewerWords = words(`
  i int interviewer interviewers iv moderator mod facilitator fac researcher
  interviewerin moderatorin entrevistador entrevistadora moderador moderadora enquêteur enquêtrice intervieweur
  intervieweuse intervistatore intervistatrice entrevistadores interviewster onderzoeker intervjuare 访谈者 采访者 訪談者`);

/** Words that name a part in a conversation. */
export const roleWords: ReadonlySet<string> = new Set([
  ...interviewerWords,
  ...words(`
  interviewee interviewees participant participants respondent resp res informant subject speaker spk host guest
  presenter observer interpreter translator chair assistant user ai bot agent customer caller operator
  consumer carer caregiver supporter clinician clinicians patient client family member service peer worker provider staff
  professional practitioner doctor dr physician gp surgeon nurse midwife therapist counsellor counselor psychologist
  psychiatrist pharmacist social support manager coordinator advocate volunteer teacher lecturer tutor student pupil
  mother father mum mom mam dad parent guardian son daughter sister brother wife husband partner spouse grandmother
  grandfather grandma grandpa aunt uncle cousin friend neighbour neighbor colleague
  male female man woman boy girl child voice unknown unidentified group all both everyone several
  befragte befragter befragter teilnehmer teilnehmerin sprecher sprecherin arzt ärztin patientin mutter vater
  entrevistado entrevistada participante médico médica paciente madre padre enquêté enquêtée participante médecin
  patiente mère père intervistato intervistata partecipante paziente entrevistados respondente deelnemer arts patiënt
  受访者 受訪者 患者 医生 醫生`),
]);

/** Of these, the ones that say nothing about who asks and who answers. */
export const neutralRoles = words(`
  speaker spk host presenter assistant ai bot agent chair voice unknown unidentified male female man woman sprecher
  sprecherin`);

/** Words with which a document states facts about itself, "Date: 3 May". */
export const factLabels = words(`
  date dates time start end place location venue site setting duration length language title topic theme re
  interview transcript transcription transcriber transcribed recording recorded audio video file filename version page
  section part chapter session tape side track number no id code pseudonym age gender sex ethnicity occupation
  profession role position organisation organization present attendees consent status project study author
  reference ref url http https ftp mailto doi email tel phone key legend abbreviations keywords tags summary abstract
  datum ort zeit dauer thema fecha lugar hora duración lieu durée data luogo durata local plaats`);

/** Words with which speech or a transcriber turns to a point, "Note: ...". */
export const pointLabels = words(`
  note notes nb ps p.s pps fyi eg e.g ie i.e etc aka viz cf vs faq tldr ok dob uk usa us eu tv am pm
  memo comment comments observation observations remark remarks warning caution update edit aside context background
  introduction conclusion conclusions discussion results method methods example examples point points result reason
  reasons problem problems fact facts task item step day week month year line figure table appendix
  monday tuesday wednesday thursday friday saturday sunday january february july september october november december
  today yesterday tomorrow morning afternoon evening night
  so well yes yeah yep no nope nah okay right look listen see now then also again anyway anyhow because but and or
  if first firstly second secondly third thirdly fourth finally lastly next last meaning basically honestly actually
  seriously plus remember imagine like thing things one two three hm hmm mm mhm um uh er ah oh
  notiz anmerkung hinweis nota remarque opmerking`);

/** What transcribers put into brackets: sounds, silences and gaps. */
export const soundWords = words(`
  laughs laugh laughing laughter chuckles chuckle chuckling giggles giggling smiles smiling grins cries cry crying
  sobs sobbing tearful sighs sigh sighing coughs cough coughing sneezes sniffs yawns clears throat gasps groans whispers
  whispering shouts shouting sings singing hums claps applause nods nodding shakes shrugs gestures points pause pauses
  paused long short silence silent beat break inaudible unclear unintelligible indistinct muffled crosstalk overlapping
  overlap overtalk simultaneous interruption interrupted interrupts background noise noises sound sounds music phone
  telephone rings ringing door knock knocks opens closes beep static redacted removed deleted omitted anonymised
  anonymized identifying name names sic end ends recording begins resumes stops turned off on
  lacht lachen pause schweigen unverständlich risas ríe silencio inaudible pausa rires silence risate`);

/** Words with which a phrase begins, and no name. */
export const openingWords = words(`
  the a an i i'm i've i'd he he's she she's it it's we we're they they're you you're my his her our their your its this
  that that's these those there there's here what what's when where why how who which and but so because if or as at by
  for from in into of on to up with without about after before not just only even still then than too very some any
  every each other another more most is was were are be been being am had has have did does do said says say
  der die das ein eine und aber ich er sie es wir el la los las un una y pero yo le les et mais je il elle nous de het
  een en maar ik`);

/** Small words inside names: "Dr van den Berg", "Mother and father". */
export const joiningWords = words(`
  de del della di da do dos das du des der den van von zu zur la le el al bin ibn ben of and or y e i et und en with`);

/** Words with which a title begins. */
export const headingWords = words(`
  interview transcript transcription part section session chapter tape side recording recorded end start introduction
  conclusion appendix focus group diary survey fieldnotes entrevista transcripción entretien intervista transkript
  entrevistas interviewtranskript`);
