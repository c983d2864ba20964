import type { PassageLine } from '../answering/passage/passage.ts';

/** Whether a line of a passage has a blank one above it: paragraphs and headings do; lists, rows and code stand close to what introduces them. */
export function isSetOff({ kind }: PassageLine, before: PassageLine | undefined): boolean {
  if (before === undefined || before.kind === 'heading') return false;
  return kind === 'heading' || kind === 'text';
}
