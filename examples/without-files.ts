// A study made of plain values, as a notebook would make it, with a focus group of three people.
import { createStudy, quoteTable, themeTable, toMarkdown } from "polyvocal";

const study = createStudy({
  title: "One focus group",
  participants: [
    { id: "Ana", group: "consumer" },
    { id: "Bea", group: "carer" },
    { id: "Col", group: "clinician" },
  ],
  scheme: `
    themes:
      - id: presence
        name: Being there matters more than advice
        codes: [stayed, no-advice]
    codes:
      - { id: stayed, name: Somebody stayed }
      - { id: no-advice, name: No advice given }
  `,
  transcripts: [
    {
      id: "group-1",
      kind: "focus-group",
      text: [
        "Interviewer: What do peer workers do that others do not?",
        "Ana: {==She stayed on the step with me until the bus came==}{>>stayed<<}, it was raining.",
        "Bea: And no leaflet. Nobody handed me a leaflet for once. [[no-advice]]",
        "Interviewer: And you?",
        "Col: I would have handed her a leaflet, to be honest.",
      ].join("\n\n"),
    },
  ],
});

console.log(toMarkdown(themeTable(study)));
console.log(toMarkdown(quoteTable(study)));
