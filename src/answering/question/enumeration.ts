import type { Span } from '../../text/sentences/sentences.ts';

/** What separates the items of a list. */
const SEPARATOR = /,? (?:and|or|as well as) |, /gu;
const NAME_WORD = String.raw`(?:\p{Lu}|\d)(?:[\p{L}\p{M}\p{N}’'-]|\.(?=[\p{L}\p{N}]))*`;
const NAME = `${NAME_WORD}(?: (?:(?:of|the|de) )*${NAME_WORD})*`;
const WORD = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*`;

/** Patterns of the items of one list: all names or numbers, or all a single word in small letters. */
const KINDS: readonly Kind[] = [NAME, WORD].map((item) => ({
  whole: new RegExp(`^${item}$`, 'u'),
  atEnd: new RegExp(`(?<![\\p{L}\\p{N}])${item}$`, 'u'),
  atStart: new RegExp(`^${item}`, 'u'),
}));

interface Kind {
  readonly whole: RegExp;
  /** Matches the first item, which follows the rest of the clause. */
  readonly atEnd: RegExp;
  /** Matches the last item, which the rest of the clause follows. */
  readonly atStart: RegExp;
}

/**
 * Widens `span` to the whole list that it is part of, such as “China, Kazakhstan and Ukraine”. Returns `span` itself if there is no list.
 * A list has at least three items, or two joined by a word.
 */
export function widenToList(text: string, span: Span): Span {
  const pieces = splitPieces(text);
  const lists = KINDS.map((kind) => widen(text, pieces, { span, kind })).filter((list) => list !== null);
  return lists.find(({ start, end }) => start <= span.start && span.end <= end) ?? span;
}

function splitPieces(text: string): readonly Span[] {
  const pieces: Span[] = [];
  let start = 0;
  for (const { index, 0: separator } of text.matchAll(SEPARATOR)) {
    pieces.push({ start, end: index });
    start = index + separator.length;
  }
  return [...pieces, { start, end: text.length }];
}

/** Collects the items of one kind on both sides of the piece that `span` begins in. Returns null if they are no list. */
function widen(
  text: string,
  pieces: readonly Span[],
  { span, kind }: { readonly span: Span; readonly kind: Kind },
): Span | null {
  const textAt = (index: number): string => text.slice(pieces[index]?.start, pieces[index]?.end);
  const areNeighbours = (index: number): boolean =>
    index >= 0 &&
    index + 1 < pieces.length &&
    kind.atEnd.test(textAt(index)) &&
    kind.atStart.test(textAt(index + 1));
  const at = pieces.findIndex(({ end }) => span.start < end);
  let first = at;
  while (areNeighbours(first - 1) && (first === at || kind.whole.test(textAt(first)))) first--;
  let last = at;
  while (areNeighbours(last) && (last === at || kind.whole.test(textAt(last)))) last++;
  const [from, to] = [pieces[first], pieces[last]];
  if (from === undefined || to === undefined) return null;
  // A piece between two items must be an item too. Else one list ends in it and another begins.
  if (first < at && at < last && !kind.whole.test(textAt(at))) return null;
  const isJoined = /(?:and|or|as well as) $/u.test(text.slice(0, to.start));
  if (last - first < (isJoined ? 1 : 2)) return null;
  const head = kind.atEnd.exec(textAt(first))?.[0] ?? '';
  const tail = kind.atStart.exec(textAt(last))?.[0] ?? '';
  return { start: from.end - head.length, end: to.start + tail.length };
}
