/** `text` trimmed, and so is each of its lines. */
export function tidyLines(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.join('\n').trim();
}
