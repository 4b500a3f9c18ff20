/**
 * Which reading a study comes from. Studies made from one another share this one object, so that whoever writes files
 * can tell where what they have in hand was read. It holds nothing of the study itself.
 */
export interface StudyOrigin {
  /** True if participants or transcripts of what was read have been left out. */
  readonly narrowed: boolean;
}

/** The origin of a study that is read or made now, and the whole of it. */
export function newOrigin(): StudyOrigin {
  return Object.freeze({ narrowed: false });
}
