// What whoever asks is called, in the languages that interviews are printed in most. A word is here only if it says that
// somebody asks, leads or does the research, and is hardly ever what a participant is called in a transcript.
//
// - Forms for both sexes ("Interviewer:in", "Entrevistador(a)") are found by the plain forms below: marks between letters
//   are passed over. Those with a stroke are here as well, since a stroke in a text mostly makes no label.
// - "I" is the one letter that means an interviewer by itself, as it does in most transcripts in English, German, Dutch and
//   Italian. "E" (entrevistador, enquêteur) and "Q" (question) are initials as well; who-asks.ts says when they count.
// - Not here, since they are participants as often: "R" (researcher, respondent), "M", "F", "P" (pregunta, participant),
//   "Res", "Ent" (entrevistador, entrevistado), "IP" (Swedish intervjuperson, who answers).

const words = (list: string): string[] =>
  list
    .trim()
    .split(/\s*[,\n]\s*/)
    .filter((word) => word !== "");

/** Short forms, to which a number is written without a blank: "INT2". */
const SHORT = words("I, INT, Int, INTV, IV, MOD, FAC");

/** Whole words, to which a number is written behind a blank. */
const WHOLE = words(`
  Interviewer, Interviewers, Researcher, Moderator, Facilitator, Investigator
  Interviewerin, Interviewende, Interviewender, Interviewleitung, Moderatorin, Forscher, Forscherin, Forschende
  Interviewer/in, Interviewer_in, Moderator/in, Moderator_in, Forscher/in, Forscher_in
  Interviewster, Onderzoeker, Onderzoekster, Gespreksleider
  Entrevistador, Entrevistadora, Entrevistadores, Entrevistadoras, Investigador, Investigadora, Moderador, Moderadora
  Facilitador, Facilitadora, Encuestador, Encuestadora, Pesquisador, Pesquisadora
  Entrevistador/a, Investigador/a, Moderador/a, Facilitador/a, Encuestador/a, Pesquisador/a
  Enquêteur, Enquêtrice, Enquêteurtrice, Enquêteurrice, Enquêteuse, Enquêteureuse, Intervieweur, Intervieweuse
  Intervieweureuse, Entretienneur, Entretienneuse, Chercheur, Chercheuse, Chercheureuse
  Modérateur, Modératrice, Modérateurtrice, Modérateurrice, Animateur, Animatrice, Animateurtrice, Animateurrice
  Intervistatore, Intervistatrice, Intervistatoretrice, Ricercatore, Ricercatrice, Moderatore, Moderatrice, Facilitatore
  Facilitatrice
  Intervjuare, Intervjuaren, Forskare, Forskaren, Intervjuer, Intervjueren, Forsker, Forskeren, Haastattelija, Tutkija
  Spyrill, Rannsakandi
  Ankieter, Ankieterka, Badacz, Badaczka, Moderatorka, Prowadzący, Prowadząca
  Tazatel, Tazatelka, Výzkumník, Výzkumnice, Výskumník, Výskumníčka, Moderátor, Moderátorka, Kérdező, Kutató
  Intervievator, Intervievatoare, Cercetător, Cercetătoare, Ispitivač, Istraživač, Istraživačica, Spraševalec
  Spraševalka, Raziskovalec, Raziskovalka
  Συνεντευκτής, Συνεντεύκτρια, Ερευνητής, Ερευνήτρια, Συντονιστής, Συντονίστρια
  Görüşmeci, Araştırmacı, Mülakatçı, Moderatör
  Интервьюер, Исследователь, Исследовательница, Модератор, Інтервʼюер, Інтерв'юер, Дослідник, Дослідниця
  المحاور, المحاورة, الباحث, الباحثة, מראיין, מראיינת, חוקר, חוקרת, مصاحبه‌گر, پژوهشگر
  साक्षात्कारकर्ता, शोधकर्ता
  Pewawancara, Peneliti, Penyelidik, Người phỏng vấn, Nghiên cứu viên, ผู้สัมภาษณ์, ผู้วิจัย, Mhoji, Mtafiti
  访谈者, 訪談者, 访谈员, 訪談員, 采访者, 採訪者, 访问者, 訪問者, 訪員, 研究者, 研究员, 主持人
  インタビュアー, 聞き手, 調査者, 面接者, 司会, 司会者, 면담자, 연구자, 면접자, 인터뷰어, 질문자, 진행자
`);

const NUMBERS = [1, 2, 3, 4];

/** Labels that mean an interviewer where study.yaml names none, with the numbers 1 to 4 and without. */
export const interviewerNames: readonly string[] = [
  ...WHOLE,
  ...SHORT,
  ...WHOLE.flatMap((word) => NUMBERS.map((number) => `${word} ${number}`)),
  ...["Interviewer", ...SHORT].flatMap((word) => NUMBERS.map((number) => `${word}${number}`)),
];

/** Letters that mean an interviewer only where their turns show it. */
export const doubtfulLetters: ReadonlySet<string> = new Set(["e", "q"]);

/** A label without the marks that stand between the letters of a form for both sexes: "interviewer:in", "moderator(a)". */
export function withoutGenderMarks(label: string): string {
  return label.replace(/(?<=\p{L})(?:\/-|[:*_/·.(-])(?=\p{L})|(?<=\p{L})\)/gu, "");
}
