/**
 * The same text, in as much room as it needs. One that grew bit by bit is kept as all of these bits, each many times its
 * size, until somebody asks for a character.
 */
export function inOnePiece(text: string): string {
  return text.charCodeAt(0) >= 0 ? text : "";
}
