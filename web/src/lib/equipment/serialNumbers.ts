/** Serial numbers as people type them: with a comma, a semicolon or a new line between them. */
export function typedSerialNumbers(text: string): string[] {
  return text
    .split(/[,;\r\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
}
