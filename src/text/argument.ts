/** A path as it is typed on a command line: in quotation marks if a shell would take it apart. */
export function asArgument(path: string): string {
  return /^[\p{L}\p{N}_./\\:@-]+$/u.test(path) ? path : `"${path}"`;
}
