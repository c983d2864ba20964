import type { PassageLine } from '../answering/passage/passage.ts';

/** Returns whether a blank line precedes a line of a passage. It precedes paragraphs and headings, but not lists, rows and code. */
export function isSetOff({ kind }: PassageLine, before: PassageLine | undefined): boolean {
  if (before === undefined || before.kind === 'heading') return false;
  return kind === 'heading' || kind === 'text';
}
