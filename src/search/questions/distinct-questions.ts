import { toPrintable } from '../../text/layout/printable.ts';
import { toPhrasingKey } from '../../text/words/questions.ts';

/** A letter or digit that is seen: Unicode counts fillers as letters that leave nothing but a gap. */
const VISIBLE = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u;

/**
 * `questions` as they can be shown in a list: each on one line, without what steers a screen or is half a character, and once,
 * in the first of its spellings: case, white space and closing marks make no other question. What has no letter is left out.
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
