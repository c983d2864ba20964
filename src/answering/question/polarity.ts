import type { Candidate } from '../../search/index/candidate.ts';
import { NEGATION_WORDS } from '../../text/words/word-lists.ts';
import { splitWords } from '../../text/words/words.ts';
import type { Question } from './question.ts';

/** Folded words that deny, and words that forbid. */
const NEGATIONS: ReadonlySet<string> = new Set([...NEGATION_WORDS, 'without']);
const BANS: ReadonlySet<string> = new Set(
  'forbidden forbid forbids ban banned bans prohibited prohibits disallowed illegal off closed unable unavailable disabled'.split(
    ' ',
  ),
);

/** Returns whether a text denies or forbids something. */
export function denies(text: string): boolean {
  return splitWords(text).some(({ folded }) => NEGATIONS.has(folded) || BANS.has(folded));
}

/** Returns whether a question asks what is not so: “which mods are not allowed”. */
export function asksWhatIsNot({ asksFor, words }: Pick<Question, 'asksFor' | 'words'>): boolean {
  return (
    (asksFor === 'things' || asksFor === 'statement') && words.some(({ folded }) => NEGATIONS.has(folded))
  );
}

/** Returns whether something denies or forbids: the sentence, or for an item or row its introduction, or the heading above. */
export function isFactDenied({ fact, article }: Pick<Candidate, 'fact' | 'article'>): boolean {
  const paragraph = article.paragraphs[fact.paragraph - 1];
  const isOneOfSeveral = paragraph?.kind === 'item' || paragraph?.kind === 'row';
  return [isOneOfSeveral ? (paragraph.lead ?? '') : fact.text, fact.headings.at(-1) ?? ''].some(denies);
}

type Told = Pick<Candidate, 'fact' | 'article' | 'said' | 'saidAround'>;

/** More than the reader's logit: for the reader, “allowed” and “not allowed” are almost the same. */
const BONUS = 20;

/** Words of permission, which a denial may replace by words of its own: “banned” for “not allowed”. */
const ALLOWING: ReadonlySet<string> = new Set(
  'allow allowed allows permit permitted legal ok okay accepted available enabled'.split(' '),
);

/** Computes the bonus of a fact that settles what is allowed, or denies what the question asks about. */
export function computePolarityBonus(question: Question, candidate: Told): number {
  return settlesPolarity(question, candidate) ? BONUS : 0;
}

/**
 * Returns whether a fact settles the polarity of a question. For a yes-no question, it says whether something is allowed; for a question
 * what is not so, it denies what is asked about.
 */
export function settlesPolarity(question: Question, candidate: Told): boolean {
  if (question.asksFor === 'yes-no') return settlesPermission(question, candidate);
  if (!asksWhatIsNot(question) || !isFactDenied(candidate)) return false;
  return question.terms.every(({ folded }, index) => ALLOWING.has(folded) || candidate.saidAround.has(index));
}

/** Returns whether a word says that something is allowed or banned. */
function isPermission({ folded }: { readonly folded: string }): boolean {
  return ALLOWING.has(folded) || BANS.has(folded);
}

/**
 * Returns whether a fact settles a yes-no question whether something is allowed or banned. The fact must say what is asked about. It, its
 * introduction or its heading must say that something is allowed or banned.
 */
function settlesPermission(
  { asksFor, terms, words }: Question,
  candidate: Pick<Candidate, 'fact' | 'article' | 'said'>,
): boolean {
  const subjects = terms.flatMap((term, index) => (isPermission(term) ? [] : [index]));
  if (asksFor !== 'yes-no' || subjects.length === 0 || !words.some(isPermission)) return false;
  const { fact, article } = candidate;
  const around = [fact.text, article.paragraphs[fact.paragraph - 1]?.lead ?? '', fact.headings.at(-1) ?? ''];
  return (
    subjects.every((index) => candidate.said.has(index)) &&
    around.some((text) => splitWords(text).some((word) => isPermission(word) || NEGATIONS.has(word.folded)))
  );
}
