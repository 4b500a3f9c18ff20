// The door for Node: what reads and writes files. What is named here is public; everything else may change.
export { type LoadOptions, loadStudy } from "./load-study";
export { type SaveOptions, type SaveResult, saveStudy } from "./save-study";
export { type SaveTableOptions, saveTable } from "./save-table";
