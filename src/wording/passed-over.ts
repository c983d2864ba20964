import { toPrintable } from '../text/layout/printable.ts';
import { terminalTexts } from './kit/english.ts';

/** More names would hide what else is said. */
const MAX_NAMES = 10;

/** Names the documents that the bot cannot read, the first ten by their paths, or returns null where there are none. */
export function describePassedOver(paths: readonly string[]): string | null {
  if (paths.length === 0) return null;
  const { passedOver, more } = terminalTexts.articles;
  const names = paths.slice(0, MAX_NAMES).map(toPrintable);
  const left = paths.length - names.length;
  const files = left === 0 ? names.join(', ') : `${names.join(', ')}, ${more({ count: left })}`;
  return passedOver({ count: paths.length, files });
}
