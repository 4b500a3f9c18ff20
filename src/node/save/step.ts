/** Told after each single step on the disk what was done; tests stop the process there. */
export type Step = (done: string) => void | Promise<void>;

/** Nobody wants to know. */
export const noStep: Step = () => undefined;
