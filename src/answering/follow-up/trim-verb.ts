import { joinFolded, type Word } from '../../text/words/words.ts';
import {
  isParticiple,
  isPlural,
  isPossessive,
  isSmallVerb,
  type WordClass,
  wantsVerb,
} from './word-classes.ts';

/** Looks up phrases of the article. */
export interface SaidPhrases {
  /** Returns whether the article says these folded words in a row. */
  readonly isSaid: (phrase: string) => boolean;
}

export interface Token extends Word {
  readonly kind: WordClass;
}

/** A run of tokens: from `from` on, before `to`. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** Trims a verb at the start or end of a run. */
export function trimVerb(tokens: readonly Token[], { from, to }: Run, known: SaidPhrases): Run {
  const before = tokens[from - 1];
  const isAsked = isAskedFor(tokens, from);
  const isBeforeAuxiliary = tokens[to]?.kind === 'auxiliary';
  // “How long is”: the run names nothing.
  if (before?.folded === 'how') return { from: to, to };
  if (isAsked && isBeforeAuxiliary) return { from, to };
  if (before?.folded === 'who' || before?.folded === 'what') return { from: from + 1, to };
  if (isBehindPronoun(tokens, from)) return { from: from + 1, to };
  const next = tokens[to]?.folded ?? '';
  const needsVerb = before?.kind === 'auxiliary' && wantsVerb(before.folded) && !isSmallVerb(next);
  const hasVerb = (needsVerb && !isVerbFarther(tokens, { from, to })) || isVerbAtEnd(tokens, { from, to });
  return trimLastWord(tokens, { from, to }, { known, hasVerb: hasVerb || isAsked });
}

/** “Does it carry cars”, “is it open”: the first word is a verb or an adjective and names nothing. */
function isBehindPronoun(tokens: readonly Token[], from: number): boolean {
  const [first, before, auxiliary] = [tokens[from], tokens[from - 1], tokens[from - 2]];
  if (first?.kind !== 'content' || before === undefined || auxiliary?.kind !== 'auxiliary') return false;
  return before.kind === 'pronoun' && !isPossessive(before.folded);
}

/** “Does the ferry to Marrow leave”: the verb comes later, after what belongs to the noun. */
function isVerbFarther(tokens: readonly Token[], run: Run): boolean {
  return run.to - findStartOfLast(tokens, run) === 1 && tokens[run.to]?.kind === 'preposition';
}

function isVerbAtEnd(tokens: readonly Token[], { from, to }: Run): boolean {
  const auxiliary = tokens.findIndex(({ kind, folded }) => kind === 'auxiliary' && wantsVerb(folded));
  if (auxiliary < 0 || to < tokens.length || tokens[from - 1]?.kind !== 'preposition') return false;
  const between = tokens.slice(auxiliary + 1, from - 1).filter(({ kind }) => kind !== 'determiner');
  return between.length === 1 && between[0]?.kind === 'content';
}

/** Trims the run to what the article says, or drops the verb at its end. */
function trimLastWord(
  tokens: readonly Token[],
  { from, to }: Run,
  { known, hasVerb }: { readonly known: SaidPhrases; readonly hasVerb: boolean },
): Run {
  const start = findStartOfLast(tokens, { from, to });
  const isSaid = (end: number): boolean => known.isSaid(joinRun(tokens, { from: start, to: end }));
  const last = tokens[to - 1]?.folded ?? '';
  if (!hasVerb && (isSaid(to) || isPlural(last))) return { from, to };
  for (let end = to - 1; end > start; end--) if (isSaid(end)) return { from, to: end };
  const endsInVerb = hasVerb || isParticiple(last);
  return { from, to: endsInVerb && to > start + 1 ? to - 1 : to };
}

/** Finds where the last content words of the run begin: after “of” and “the”. */
function findStartOfLast(tokens: readonly Token[], { from, to }: Run): number {
  let start = to;
  while (start > from && tokens[start - 1]?.kind === 'content') start--;
  return start;
}

/** Returns whether “how many”, “which” or “what” precedes a run. */
export function isAskedFor(tokens: readonly Token[], from: number): boolean {
  const [before, first] = [tokens[from - 1]?.folded ?? '', tokens[from - 2]?.folded];
  return ['which', 'what', 'whose'].includes(before) || (first === 'how' && /^(?:many|much)$/.test(before));
}

function joinRun(tokens: readonly Token[], { from, to }: Run): string {
  return joinFolded(tokens.slice(from, to));
}
