// The words of the JSON-LD in which codings are exchanged: those of the W3C's model, and ours beside them.

/** The context of the W3C Web Annotation model. */
export const ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld";

/** What the prefix of our own keys stands for; they say what the model has no words for. */
export const POLYVOCAL_CONTEXT = { polyvocal: "urn:polyvocal:terms#" } as const;

/** A moment as the model asks for it: a date and time in UTC. */
const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const WITH_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** The moment that a date names, as the model asks for it; undefined for a day without a time, or words. */
export function utcMoment(written: string): string | undefined {
  if (!WITH_ZONE.test(written)) return undefined;
  const moment = new Date(written);
  const day = new Date(`${written.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(moment.getTime()) || Number.isNaN(day.getTime())) return undefined;
  // Some engines take 30 February for a day in March.
  if (day.toISOString().slice(0, 10) !== written.slice(0, 10)) return undefined;
  return UTC.test(written) ? written : moment.toISOString();
}
