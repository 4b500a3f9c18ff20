import { scanXml, type XmlProblem } from "../text/xml";
import type { XmlAttributes } from "../text/xml-attributes";

/** One annotation of a tier. */
export interface ElanAnnotation {
  readonly id: string;
  readonly value: string;
  /** Ids of the time slots; undefined for an annotation that refers to another. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** The annotation it refers to. */
  readonly refersTo: string | undefined;
  /** Where it begins in the file (UTF-16 code units). */
  readonly at: number;
}

/** One tier, with its annotations in the order of the file. */
export interface ElanTier {
  readonly id: string;
  /** Attributes of the tier, such as PARTICIPANT and PARENT_REF; empty ones are left out. */
  readonly facts: ReadonlyMap<string, string>;
  readonly annotations: ElanAnnotation[];
}

/** What an ELAN file holds that matters for a transcript. */
export interface ElanDocument {
  readonly facts: ReadonlyMap<string, string>;
  /** Time of each slot in the file's unit; slots without a time are absent. */
  readonly times: ReadonlyMap<string, number>;
  readonly tiers: readonly ElanTier[];
  /** Attributes of each type of tier. */
  readonly types: ReadonlyMap<string, XmlAttributes>;
  /** The unit of the times in seconds. */
  readonly unit: number;
  /** Words of tiers that are in no annotation; there are some only in broken files. */
  readonly strays: readonly string[];
  readonly problem: XmlProblem | null;
}

// ELAN's own bookkeeping, which says nothing about the talk.
const OWN_PROPERTIES = new Set(["URN", "lastUsedAnnotationId", "lastUnusedAnnotationId"]);
const UNITS: ReadonlyMap<string, number> = new Map([
  ["NTSC-frames", 1001 / 30_000],
  ["PAL-frames", 1 / 25],
]);

/** Reads the parts of an ELAN file (.eaf). */
export function readElanDocument(text: string): ElanDocument {
  const facts = new Map<string, string>();
  const times = new Map<string, number>();
  const tiers: ElanTier[] = [];
  const types = new Map<string, XmlAttributes>();
  const strays: string[] = [];
  let unit = 1 / 1000;
  let tier: ElanTier | null = null;
  let annotation: Omit<ElanAnnotation, "value"> | null = null;
  let value = "";
  let property: string | null = null;
  let inValue = false;
  const fact = (name: string, stated: string | undefined): void => {
    const said = stated?.trim() ?? "";
    if (said === "") return;
    const known = facts.get(name);
    facts.set(name, known === undefined ? said : `${known}; ${said}`);
  };
  const problem = scanXml(text, {
    open(name, attributes, at) {
      switch (name) {
        case "TIME_SLOT": {
          const id = attributes.get("TIME_SLOT_ID");
          const time = Number(attributes.get("TIME_VALUE") ?? Number.NaN);
          if (id !== undefined && Number.isFinite(time) && time >= 0) times.set(id, time);
          break;
        }
        case "ALIGNABLE_ANNOTATION":
        case "REF_ANNOTATION":
          annotation = {
            id: attributes.get("ANNOTATION_ID") ?? "",
            from: attributes.get("TIME_SLOT_REF1"),
            to: attributes.get("TIME_SLOT_REF2"),
            refersTo: attributes.get("ANNOTATION_REF"),
            at,
          };
          value = "";
          break;
        case "ANNOTATION_VALUE":
          inValue = true;
          break;
        case "TIER": {
          const stated = [...attributes].filter(([, each]) => each.trim() !== "");
          tier = { id: attributes.get("TIER_ID") ?? "", facts: new Map(stated), annotations: [] };
          tiers.push(tier);
          break;
        }
        case "LINGUISTIC_TYPE":
          types.set(attributes.get("LINGUISTIC_TYPE_ID") ?? "", attributes);
          break;
        case "ANNOTATION_DOCUMENT":
          fact("author", attributes.get("AUTHOR"));
          fact("date", attributes.get("DATE"));
          break;
        case "HEADER":
          fact("media", attributes.get("MEDIA_FILE"));
          unit = UNITS.get(attributes.get("TIME_UNITS") ?? "") ?? unit;
          break;
        case "MEDIA_DESCRIPTOR":
          fact("media", attributes.get("MEDIA_URL"));
          break;
        case "LICENSE":
          fact("license", attributes.get("LICENSE_URL"));
          property = "license";
          value = "";
          break;
        case "PROPERTY":
          property = attributes.get("NAME") ?? "";
          value = "";
          break;
      }
    },
    text(words) {
      if (inValue || property !== null) value += words;
      else if (tier !== null && words.trim() !== "") strays.push(words.trim());
    },
    close(name) {
      if (name === "ANNOTATION_VALUE") inValue = false;
      else if (name === "TIER") tier = null;
      else if ((name === "PROPERTY" || name === "LICENSE") && property !== null) {
        if (!OWN_PROPERTIES.has(property)) fact(property, value);
        property = null;
      } else if (name === "ALIGNABLE_ANNOTATION" || name === "REF_ANNOTATION") {
        if (annotation !== null) tier?.annotations.push({ ...annotation, value: value.trim() });
        annotation = null;
      }
    },
  });
  return { facts, times, tiers, types, unit, strays, problem };
}
