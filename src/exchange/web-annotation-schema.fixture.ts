// What the W3C Web Annotation Data Model (Recommendation of 23 February 2017) says MUST be so of the parts that codings use,
// as a JSON schema: sections 3.1 (annotations), 3.2 (bodies and targets), 3.3 (motivation, creation), 4.2 (selectors) and 5
// (collections and pages). Keys of extensions are free.

const iri = { type: "string", format: "uri" } as const;
const motivations = [
  "assessing",
  "bookmarking",
  "classifying",
  "commenting",
  "describing",
  "editing",
  "highlighting",
  "identifying",
  "linking",
  "moderating",
  "questioning",
  "replying",
  "tagging",
] as const;
const oneOrMore = (items: object): object => ({ anyOf: [items, { type: "array", minItems: 1, items }] });
const resource = { type: "object", required: ["id"], properties: { id: iri } };
// One moment, in UTC, spelled with "Z".
const moment = { type: "string", format: "date-time", pattern: "Z$" };

const selector = {
  type: "object",
  required: ["type"],
  oneOf: [
    {
      properties: {
        type: { const: "TextQuoteSelector" },
        exact: { type: "string" },
        prefix: { type: "string" },
        suffix: { type: "string" },
      },
      required: ["exact"],
      not: { anyOf: [{ required: ["start"] }, { required: ["end"] }] },
    },
    {
      properties: {
        type: { const: "TextPositionSelector" },
        start: { type: "integer", minimum: 0 },
        end: { type: "integer", minimum: 0 },
      },
      required: ["start", "end"],
      not: { required: ["exact"] },
    },
  ],
};

const specificResource = {
  type: "object",
  required: ["source"],
  properties: {
    source: { anyOf: [iri, resource] },
    purpose: oneOrMore({ enum: motivations }),
    selector: oneOrMore(selector),
  },
};

const textualBody = {
  type: "object",
  required: ["type", "value"],
  properties: {
    type: { const: "TextualBody" },
    value: { type: "string" },
    format: { type: "string", pattern: "^(application|audio|example|image|multipart|text|video)/" },
    purpose: oneOrMore({ enum: motivations }),
  },
};

const annotation = {
  type: "object",
  required: ["id", "type", "target"],
  properties: {
    id: iri,
    type: { const: "Annotation" },
    motivation: oneOrMore({ enum: motivations }),
    created: moment,
    modified: moment,
    creator: oneOrMore({ anyOf: [iri, { type: "object", properties: { id: iri, name: { type: "string" } } }] }),
    body: oneOrMore({ anyOf: [iri, specificResource, textualBody] }),
    target: oneOrMore({ anyOf: [iri, specificResource] }),
  },
  not: { required: ["body", "bodyValue"] },
};

/** The schema of a collection with its page in it. */
export const collectionSchema = {
  type: "object",
  required: ["@context", "id", "type", "first"],
  properties: {
    "@context": { type: "array", contains: { const: "http://www.w3.org/ns/anno.jsonld" } },
    id: iri,
    type: { const: "AnnotationCollection" },
    label: { type: "string" },
    total: { type: "integer", minimum: 0 },
    first: {
      type: "object",
      required: ["id", "type", "items"],
      properties: {
        id: iri,
        type: { const: "AnnotationPage" },
        partOf: iri,
        startIndex: { type: "integer", minimum: 0 },
        items: { type: "array", items: annotation },
      },
    },
  },
};
