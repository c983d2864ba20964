import { MONTHS, WEEKDAYS } from '../../text/words/word-lists.ts';
import { splitWords, type Word } from '../../text/words/words.ts';
import { findDates } from '../question/spans.ts';
import { isAskedFor, type Run, type SaidPhrases, type Token, trimVerb } from './trim-verb.ts';
import { classifyWord, isPlural } from './word-classes.ts';

/** A phrase that names something in a question. */
export interface Phrase {
  /** In UTF-16 units of the question, with “the” or “a” but without “in”. */
  readonly start: number;
  readonly end: number;
  /** The folded head word: “offices” of “the offices of Russian customs”. */
  readonly head: string;
  /** The word right before it, such as “in” or “of”, or null if it is no preposition. */
  readonly preposition: Word | null;
  /** `asked` follows “how many”; `subject` is the subject of the question. */
  readonly role: 'asked' | 'subject' | 'other';
  readonly isPlural: boolean;
}

/** Reads the phrases of a question, in reading order. “The head of the CCD” is two: with and without “the head of”. */
export function readPhrases(text: string, known: SaidPhrases): readonly Phrase[] {
  const tokens = splitWords(text).map((word) => toToken(text, word));
  const phrases: Phrase[] = [];
  let at = 0;
  while (at < tokens.length) {
    const run = findRun(text, tokens, at);
    const trimmed = run && trimVerb(tokens, run, known);
    if (trimmed && trimmed.to > trimmed.from)
      phrases.push(...splitRun(tokens, trimmed, phrases.length === 0));
    at = run === null ? at + 1 : run.to;
  }
  return includePossessors(text, phrases);
}

/** Extends “mirror” to “the telescope’s mirror”; “the telescope” remains a phrase of its own. */
function includePossessors(text: string, phrases: readonly Phrase[]): readonly Phrase[] {
  const isPossessor = (phrase: Phrase | undefined, owned: Phrase | undefined): boolean =>
    /^['’]s? $/.test(text.slice(phrase?.end, owned?.start));
  return phrases.map((phrase, index) => {
    const [before, next] = [phrases[index - 1], phrases[index + 1]];
    if (next !== undefined && isPossessor(phrase, next))
      return { ...phrase, role: 'other', preposition: null };
    if (before === undefined || !isPossessor(before, phrase)) return phrase;
    return { ...phrase, start: before.start, role: before.role, preposition: before.preposition };
  });
}

/** Converts a word to a token that ends before “’s”, which is no part of the name. */
function toToken(text: string, word: Word): Token {
  const possessive = /['’]s$/i.exec(text.slice(word.start, word.end));
  return { ...word, end: possessive === null ? word.end : word.end - 2, kind: classifyWord(word.folded) };
}

/** Finds the run of content words from `at` on, with what belongs to them: “the head of the CCD”. Returns null if there are none. */
function findRun(text: string, tokens: readonly Token[], at: number): Run | null {
  const content = tokens[at]?.kind === 'determiner' ? at + 1 : at;
  let to = content;
  while (tokens[to]?.kind === 'content' && (to === content || isJoined(text, tokens, to))) to++;
  if (to === content) return null;
  const more = tokens[to]?.folded === 'of' ? findRun(text, tokens, to + 1) : null;
  return { from: at, to: more?.to ?? to };
}

/** Returns whether neither a comma nor “’s” precedes the token. */
function isJoined(text: string, tokens: readonly Token[], at: number): boolean {
  return !/[,;:?!()'’]/.test(text.slice(tokens[at - 1]?.end ?? 0, tokens[at]?.start ?? 0));
}

function splitRun(tokens: readonly Token[], run: Run, isFirst: boolean): readonly Phrase[] {
  const role = readRole(tokens, run.from, isFirst);
  const starts = [run.from, ...findStartsAfterOf(tokens, run)];
  return starts.flatMap((from, index): readonly Phrase[] => {
    const headEnd = (starts[index + 1] ?? run.to + 1) - 1;
    const [first, head, last] = [tokens[from], tokens[headEnd - 1], tokens[run.to - 1]];
    if (first === undefined || head === undefined || last === undefined) return [];
    const before = tokens[from - 1];
    return [
      {
        start: first.start,
        end: last.end,
        head: head.folded,
        preposition: before?.kind === 'preposition' ? before : null,
        role: index === 0 ? role : 'other',
        isPlural: isPlural(head.folded),
      },
    ];
  });
}

function findStartsAfterOf(tokens: readonly Token[], { from, to }: Run): readonly number[] {
  return tokens.flatMap(({ folded }, at) => (folded === 'of' && at > from && at < to - 1 ? [at + 1] : []));
}

function readRole(tokens: readonly Token[], from: number, isFirst: boolean): Phrase['role'] {
  if (isAskedFor(tokens, from)) return 'asked';
  return tokens[from - 1]?.kind === 'auxiliary' || isFirst ? 'subject' : 'other';
}

/** “May” is more often a verb. */
const SURE_MONTHS = MONTHS.filter((month) => month !== 'May');
const TIME = new RegExp(
  `\\b(?:(?:${WEEKDAYS.join('|')})s?|${SURE_MONTHS.join('|')}|weekdays?|weekends?|weeks?|months?|years?|days?|hours?|mornings?|evenings?|afternoons?|noon|nights?|midnight|springs?|summers?|autumns?|winters?|holidays?|christmas|easter|today|tomorrow|yesterday|now)\\b`,
  'i',
);

/** Returns whether a phrase names a time: “Sundays”, “in 2009”, “the summer”. */
export function isTime(text: string): boolean {
  return TIME.test(text) || findDates(text).length > 0;
}
