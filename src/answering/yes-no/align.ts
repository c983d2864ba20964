import type { Candidate } from '../../search/index/candidate.ts';
import type { Term } from '../../search/words/terms.ts';
import type { Question } from '../question/question.ts';
import { classifyFigure, findCounterpart } from './counterpart.ts';
import { type Comparison, findPlaces, readSentence, type Stretch } from './sentence.ts';

/** What a word counts of which the sentence says a counterpart, and one that only the title, or only the paragraph says. */
const COUNTERPART = 0.9;
const ABOVE = 0.75;
const AROUND = 0.5;

/** A word of the question beside the sentence. */
export interface TermAlignment {
  readonly term: Term;
  /** Where the sentence says it, or its counterpart with what stands beside that; empty where it says neither. */
  readonly stretches: readonly Stretch[];
  /** How far it is said: 0 to 1. */
  readonly credit: number;
  readonly isCounterpart: boolean;
  /** Whether it stands in the title or right above: a sentence below need not repeat it. */
  readonly isUnderstood: boolean;
}

/** Finds for each of `terms`, which are all or some of the question's, what the sentence says of it. */
export function alignTerms(asked: Comparison, terms: readonly Term[]): readonly TermAlignment[] {
  const { sentence } = asked;
  const places = terms.map((term) => findPlaces(asked, term));
  const said = new Set(places.flat());
  const isUnderstood = terms.map((term) => isSaidAbove(asked, term));
  return terms.map((term, index) => {
    const stretches = (places[index] ?? []).map((place) => ({ first: place, last: place }));
    const shared = { term, isUnderstood: isUnderstood[index] ?? false };
    if (stretches.length > 0) return { ...shared, stretches, credit: 1, isCounterpart: false };
    // Of another subject nothing follows: that magazines cannot be borrowed does not settle whether books can.
    const hasSubject = terms
      .slice(0, index)
      .some((_, before) => isUnderstood[before] || (places[before] ?? []).length > 0);
    const mayDiffer = hasSubject || classifyFigure(term.folded) !== null;
    const other = mayDiffer ? findCounterpart(asked.question, { sentence, term, said }) : null;
    return other === null
      ? { ...shared, stretches: [], credit: creditSurroundings(asked, shared), isCounterpart: false }
      : { ...shared, stretches: [other], credit: COUNTERPART, isCounterpart: true };
  });
}

function creditSurroundings(
  { question, sentence }: Comparison,
  { term, isUnderstood }: Pick<TermAlignment, 'term' | 'isUnderstood'>,
): number {
  if (isUnderstood) return ABOVE;
  // “Non-smokers cough” takes the word up, and speaks of others.
  if (sentence.stems.includes(term.stem)) return 0;
  return sentence.candidate.saidAround.has(question.terms.indexOf(term)) ? AROUND : 0;
}

function isSaidAbove({ question, sentence: { candidate, stems } }: Comparison, term: Term): boolean {
  const { base } = question;
  if (stems.includes(term.stem)) return false;
  const known = base.lexicon.findTerm(term.stem);
  const isInTitle = known !== undefined && base.isInTitle(known, candidate.article);
  return candidate.said.has(question.terms.indexOf(term)) || isInTitle;
}

/** The share of what is asked that is said, telling words counting more: 0 to 1. */
export function weighAlignedTerms({ base }: Question, aligned: readonly TermAlignment[]): number {
  let [said, all] = [0, 0];
  for (const { term, credit } of aligned) {
    const weight = base.idf(term.stem);
    said += weight * credit;
    all += weight;
  }
  return all === 0 ? 0 : said / all;
}

/**
 * Whether a sentence settles a question for yes or no about a number, a year or an ordinal: it says the figure, or another one beside the
 * same word, and leaves nothing of the question unsaid that what is around it does not say either.
 */
export function settlesFigure(question: Question, candidate: Candidate): boolean {
  const { asksFor, terms } = question;
  if (asksFor !== 'yes-no' || terms.length < 2 || !terms.some(isFigure)) return false;
  const aligned = alignTerms({ question, sentence: readSentence(candidate) }, terms);
  return aligned.every(({ term, stretches, credit }) => (isFigure(term) ? stretches.length > 0 : credit > 0));
}

function isFigure({ folded }: Term): boolean {
  return classifyFigure(folded) !== null;
}
