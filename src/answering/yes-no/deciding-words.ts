import type { Candidate } from '../../search/index/candidate.ts';
import type { Term } from '../../search/words/terms.ts';
import type { Span } from '../../text/sentences/sentences.ts';
import type { Word } from '../../text/words/words.ts';
import type { ShortAnswer } from '../question/answer.ts';
import { isAuxiliary } from '../question/answer-type.ts';
import { widenToList } from '../question/enumeration.ts';
import type { Question } from '../question/question.ts';
import { alignTerms, type TermAlignment, weighAlignedTerms } from './align.ts';
import { holdsNegation, includeNegation, isDenied } from './negation.ts';
import { type Comparison, readSentence, type Sentence, type WordRange } from './sentence.ts';
import { completeRange, growRange } from './word-range.ts';

/** How many words apart words that belong together may be. */
const QUALIFIER_REACH = 8;

/** The words of a sentence that settle the comparison of one thing. */
interface DecidingWords extends ShortAnswer {
  readonly isDenied: boolean;
}

/**
 * Finds the words of a sentence that settle a yes-no question, without telling which way. They are what the question asks last, as the
 * sentence says it or its counterpart, with a negation that belongs to it; of “A or B”, the one that is said. Returns null if the
 * sentence does not say what is asked last. The probability is the share of the question that is said.
 */
export function findDecidingWords(question: Question, candidate: Candidate): ShortAnswer | null {
  const comparison = { question, sentence: readSentence(candidate) };
  const alternatives = readAlternatives(question);
  if (alternatives === null || asksTwice(question)) return null;
  const deciding = alternatives.length > 0 ? decideBetween(comparison, alternatives) : decide(comparison);
  return deciding && { span: deciding.span, probability: deciding.probability };
}

/** Returns whether a text asks twice: “Is it safe? How long does it last?” What settles the one question says nothing about the other. */
function asksTwice({ text, words }: Question): boolean {
  const first = text.indexOf('?');
  return first >= 0 && (words.at(-1)?.start ?? 0) > first;
}

/** Returns the alternative that the sentence affirms, or the only one that it mentions, or null if it leaves the choice open. */
function decideBetween(comparison: Comparison, alternatives: readonly Term[]): DecidingWords | null {
  const found = alternatives.flatMap((focus) => choose(comparison, { focus, alternatives }) ?? []);
  const affirmed = found.filter((each) => !each.isDenied);
  const [only, ...more] = affirmed.length > 0 ? affirmed : found;
  return more.length > 0 ? null : (only ?? null);
}

/** Finds what the sentence says about one alternative, or null for nothing. */
function choose(
  comparison: Comparison,
  { focus, alternatives }: { readonly focus: Term; readonly alternatives: readonly Term[] },
): DecidingWords | null {
  const terms = comparison.question.terms.filter((term) => term === focus || !alternatives.includes(term));
  const aligned = alignTerms(comparison, terms);
  const chosen = aligned.find(({ term, isCounterpart }) => term === focus && !isCounterpart);
  const [range] = chosen?.ranges ?? [];
  return range === undefined ? null : settle(comparison, { aligned, range });
}

function decide(comparison: Comparison): DecidingWords | null {
  const aligned = alignTerms(comparison, comparison.question.terms);
  const focus = findFocus(comparison, aligned);
  if (focus === null) return null;
  const [range] = focus.ranges
    .filter((each) => isQualified(comparison, { aligned, focus, range: each }))
    .map((each) => growRange(comparison, each))
    .toSorted((a, b) => b.last - b.first - (a.last - a.first));
  if (range === undefined) return null;
  const settled = settle(comparison, { aligned, range });
  // The counterpart of a name is its whole list: “with Azerbaijan, Turkmenistan and Ukraine” settles “with France?”.
  return focus.isCounterpart ? { ...settled, span: includeList(comparison.sentence, settled.span) } : settled;
}

/**
 * Finds the term that settles the question: a counterpart, else a denied term, else the term asked last. Returns null if the sentence
 * does not say that last one.
 */
function findFocus({ sentence }: Comparison, aligned: readonly TermAlignment[]): TermAlignment | null {
  const otherwise = aligned.findLast(({ isCounterpart }) => isCounterpart);
  if (otherwise !== undefined) return otherwise;
  const last = aligned.findLast(({ ranges, isUnderstood }) => ranges.length > 0 || !isUnderstood);
  if (last === undefined || last.ranges.length === 0) return null;
  const isAlwaysDenied = ({ ranges }: TermAlignment): boolean =>
    ranges.length > 0 && ranges.every((each) => isDenied(sentence, each));
  return aligned.findLast(isAlwaysDenied) ?? last;
}

/**
 * Returns whether the sentence says the word before the focus near it, as the question does. “Public health” and “University” far apart do
 * not settle whether it is a public university. The subject may be anywhere.
 */
function isQualified(
  { question: { words } }: Comparison,
  {
    aligned,
    focus,
    range,
  }: { readonly aligned: readonly TermAlignment[]; readonly focus: TermAlignment; readonly range: WordRange },
): boolean {
  const at = words.findIndex(({ start }) => start === focus.term.word.start);
  const before = aligned.findIndex(({ term }) => term.word.start === words[at - 1]?.start);
  const qualifier = aligned[before];
  if (before < 1 || qualifier === undefined || focus.isCounterpart || qualifier.isUnderstood) return true;
  return qualifier.ranges.some(({ first }) => Math.abs(first - range.first) <= QUALIFIER_REACH);
}

function settle(
  { question, sentence }: Comparison,
  { aligned, range }: { readonly aligned: readonly TermAlignment[]; readonly range: WordRange },
): DecidingWords {
  const whole = includeNegation(sentence, completeRange(sentence, range));
  return {
    span: toSpan(sentence, whole),
    isDenied: holdsNegation(sentence, whole),
    probability: weighAlignedTerms(question, aligned),
  };
}

/** Extends a span by the list of names that its last word is part of. */
function includeList({ text }: Sentence, span: Span): Span {
  const lastWord = span.start + text.slice(span.start, span.end).lastIndexOf(' ') + 1;
  const list = widenToList(text, { start: lastWord, end: span.end });
  const isOfNames = /^\p{Lu}\D*(?<= )\p{Lu}\S*$/u.test(text.slice(list.start, list.end));
  if (!isOfNames) return span;
  return { start: Math.min(list.start, span.start), end: Math.max(list.end, span.end) };
}

function toSpan({ words }: Sentence, { first, last }: WordRange): Span {
  return { start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 };
}

/**
 * Reads the choice in “Is it A, B or C?”: the content word of each alternative. Returns an empty list if there is no choice, as in “… or
 * not?”, and null for a choice that cannot be read, as in “going up or down”.
 */
export function readAlternatives({ words, terms, text }: Question): readonly Term[] | null {
  const or = words.findLast(({ folded }) => folded === 'or');
  const last = terms.find(({ word }) => or !== undefined && word.start > or.start);
  if (or === undefined || last === undefined) return [];
  const after = new Set(words.filter(({ start }) => start > or.start).map(({ folded }) => folded));
  const chosen = [last];
  let end = or.start;
  for (const term of terms.filter(({ word }) => word.end <= or.start).toReversed()) {
    // “A suspension bridge or a cantilever bridge” is a choice between suspension and cantilever.
    if (after.has(term.word.folded)) continue;
    const between = words.filter(({ start }) => start >= term.word.end && start < end);
    const isNext = between.every(({ folded }) => after.has(folded));
    const isListed = isList(text.slice(term.word.end, end), between);
    if (chosen.length === 1 ? !isNext : !isListed) break;
    chosen.unshift(term);
    end = term.word.start;
  }
  return chosen.length > 1 ? chosen : null;
}

/** Returns whether the text between two words is a list: “A, B or C”, “A or B or C”. “Of the offices, is it A or B?” has a list of two. */
function isList(between: string, words: readonly Word[]): boolean {
  if (words.some(({ folded }) => isAuxiliary(folded))) return false;
  return between.includes(',') || words.some(({ folded }) => folded === 'or');
}
