/** The value of an attribute: a number where the whole column is numbers, text otherwise (dates too), null where empty. */
export type AttributeValue = string | number | boolean | null;

/** True for a value that an attribute can have. */
export function isAttributeValue(value: unknown): value is AttributeValue {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

/** Further facts about a participant or a transcript, by name, in the order of the file. */
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** A group of participants: a stakeholder type, such as consumers. */
export interface Group {
  readonly id: string;
  /** Plural, as in a table's header: "Consumers". */
  readonly name: string;
  /** As in a quote's label: "Consumer" of "Consumer 3". */
  readonly singular: string;
  /** Other words for the group that participants.csv may use. */
  readonly aliases: readonly string[];
}

/** One person who was interviewed. */
export interface Participant {
  readonly id: string;
  /** The printed name, such as "Consumer 3". */
  readonly label: string;
  /** Id of the group; null if known to be in none. */
  readonly group: string | null;
  readonly role?: string;
  /** Other names the transcripts use for this person. */
  readonly aliases: readonly string[];
  /** False if their words may be counted but never printed as a quote. */
  readonly quotable: boolean;
  readonly attributes: Attributes;
}
