/** The cells of each Markdown table in `text`, heading and rule left out, by its first cell and its second. */
export function tablesIn(text: string): readonly (readonly (readonly string[])[])[] {
  return text
    .split(/\n\n/)
    .filter((part) => part.startsWith('|'))
    .map((part) =>
      part
        .trimEnd()
        .split('\n')
        .slice(2)
        .map((line) =>
          line
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim()),
        ),
    );
}
