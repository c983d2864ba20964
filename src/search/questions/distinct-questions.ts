import { toPrintable } from '../../text/layout/printable.ts';
import { toPhrasingKey } from '../../text/words/questions.ts';

/** A visible letter or digit. Unicode also counts fillers as letters, which leave nothing but a gap. */
const VISIBLE = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u;

/**
 * Cleans `questions` for a list and removes duplicates. Each is on one line, without control characters and halves of characters.
 * Questions that differ in case, white space and closing marks alone count as one, in the first spelling. Texts without a letter are left
 * out.
 */
export function removeDuplicates(questions: readonly string[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const question of questions.map(joinLines)) {
    const key = toPhrasingKey(question);
    if (VISIBLE.test(question) && !byKey.has(key)) byKey.set(key, question);
  }
  return [...byKey.values()];
}

function joinLines(text: string): string {
  return toPrintable(text)
    .replace(/\p{Surrogate}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
