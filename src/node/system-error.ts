/** An error that tells which file (as the user wrote it) or stream could not be written, and why. */
export function writeError(target: string, cause: unknown): Error {
  const error = new Error(`${target} cannot be written: ${reasonOf(cause)}`, { cause });
  error.name = WRITE_ERROR;
  return error;
}

/** True for an error of `writeError`. */
export function isWriteError(error: unknown): error is Error {
  return error instanceof Error && error.name === WRITE_ERROR;
}

const WRITE_ERROR = "WriteError";

/** An error of the system: a file or a stream that cannot be opened, read or written. */
export interface SystemError extends Error {
  /** Such as "EACCES". */
  readonly code: string;
  readonly path?: string;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "you have no permission",
  EPERM: "you have no permission",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "your share of the disk is full",
  EISDIR: "it is a folder",
  ENOTDIR: "a file is in the way",
  EEXIST: "a file is in the way",
  ENOENT: "there is no such file or folder",
  ENAMETOOLONG: "its name is too long",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
  EBUSY: "another program is using it",
  EIO: "the disk does not answer as it should",
  ELOOP: "its links go in a circle",
};

/** True for an error that comes from the system, and not from a fault in the program. */
export function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && "syscall" in error && "code" in error && typeof error.code === "string";
}

/** True if nobody reads the stream any more, as after `| head -1`. */
export function isClosedPipe(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "EPIPE" || code === "ERR_STREAM_DESTROYED";
}

/** Why a file or stream could not be used, in words. */
export function reasonOf(error: unknown): string {
  if (!isSystemError(error)) return error instanceof Error ? error.message : String(error);
  return new Map(Object.entries(REASONS)).get(error.code) ?? error.message;
}
