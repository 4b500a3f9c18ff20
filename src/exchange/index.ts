// The door for files that other programs read and write, in any browser too. What is named here is public; everything
// else may change.

export type { AnnotatedText } from "./annotation-targets";
export { type AnnotatedStudy, type AnnotationReading, fromAnnotations } from "./from-annotations";
export { type CodeListOptions, type CodeListReading, parseCodeList } from "./parse-code-list";
export { type CodebookIdentity, type CodebookReading, parseCodebook } from "./parse-codebook";
export {
  type AnnotationCollection,
  type AnnotationOptions,
  type CodeBody,
  type MemoBody,
  toAnnotations,
  type WebAnnotation,
} from "./to-annotations";
export { toCodeList } from "./to-code-list";
export { type CodebookOptions, toCodebook } from "./to-codebook";
