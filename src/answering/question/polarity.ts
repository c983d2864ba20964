import type { Candidate } from '../../search/index/candidate.ts';
import { splitWords } from '../../text/words/words.ts';
import type { Question } from './question.ts';

/** What denies, and what forbids; in folded words. */
const DENIALS: ReadonlySet<string> = new Set(
  `not no never none nobody nothing cannot without except isnt arent wasnt werent dont doesnt didnt cant couldnt wont shouldnt mustnt aint`.split(
    ' ',
  ),
);
const BANS: ReadonlySet<string> = new Set(
  'forbidden forbid forbids ban banned bans prohibited prohibits disallowed illegal off closed unable unavailable disabled'.split(
    ' ',
  ),
);

/** Whether a text denies or forbids something. */
export function denies(text: string): boolean {
  return splitWords(text).some(({ folded }) => DENIALS.has(folded) || BANS.has(folded));
}

/** Whether it is asked what is not so: “which mods are not allowed”. */
export function asksWhatIsNot({ asksFor, words }: Pick<Question, 'asksFor' | 'words'>): boolean {
  return (asksFor === 'things' || asksFor === 'statement') && words.some(({ folded }) => DENIALS.has(folded));
}

/** Whether a sentence, what introduces an item or a row, or the heading above it denies or forbids something. */
export function isDenied({ fact, article }: Pick<Candidate, 'fact' | 'article'>): boolean {
  const paragraph = article.paragraphs[fact.paragraph - 1];
  const isOneOfSeveral = paragraph?.kind === 'item' || paragraph?.kind === 'row';
  return [isOneOfSeveral ? (paragraph.lead ?? '') : fact.text, fact.headings.at(-1) ?? ''].some(denies);
}

type Told = Pick<Candidate, 'fact' | 'article' | 'said' | 'saidAround'>;

/** More than the reader says, to whom “allowed” and “not allowed” are all but the same. */
const BONUS = 20;

/** What a denial says in words of its own: “banned” for “not allowed”. */
const ALLOWING: ReadonlySet<string> = new Set(
  'allow allowed allows permit permitted legal ok okay accepted available enabled'.split(' '),
);

/** What is added to the score of a fact that settles what is allowed, or denies what is asked about. */
export function computePolarityBonus(question: Question, candidate: Told): number {
  return settlesPolarity(question, candidate) ? BONUS : 0;
}

/** Whether a fact denies what is asked about, where it is asked what is not so, or settles whether something is allowed. */
export function settlesPolarity(question: Question, candidate: Told): boolean {
  if (question.asksFor === 'yes-no') return settlesPermission(question, candidate);
  if (!asksWhatIsNot(question) || !isDenied(candidate)) return false;
  return question.terms.every(({ folded }, place) => ALLOWING.has(folded) || candidate.saidAround.has(place));
}

/** Whether a word says that something is allowed or banned. */
function isPermission({ folded }: { readonly folded: string }): boolean {
  return ALLOWING.has(folded) || BANS.has(folded);
}

/**
 * Whether a yes-no question whether something is allowed or banned is settled by a fact: it says what is asked about, and it, what introduces it or the
 * heading above says that it is allowed or banned.
 */
function settlesPermission(
  { asksFor, terms, words }: Question,
  candidate: Pick<Candidate, 'fact' | 'article' | 'said'>,
): boolean {
  const subjects = terms.flatMap((term, place) => (isPermission(term) ? [] : [place]));
  if (asksFor !== 'yes-no' || subjects.length === 0 || !words.some(isPermission)) return false;
  const { fact, article } = candidate;
  const around = [fact.text, article.paragraphs[fact.paragraph - 1]?.lead ?? '', fact.headings.at(-1) ?? ''];
  return (
    subjects.every((place) => candidate.said.has(place)) &&
    around.some((text) => splitWords(text).some((word) => isPermission(word) || DENIALS.has(word.folded)))
  );
}
