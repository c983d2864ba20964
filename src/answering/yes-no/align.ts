import type { Candidate } from '../../search/index/candidate.ts';
import type { Term } from '../../search/words/terms.ts';
import type { Question } from '../question/question.ts';
import { classifyFigure, findCounterpart } from './counterpart.ts';
import { type Comparison, findOccurrences, readSentence, type WordRange } from './sentence.ts';

/**
 * The credit of a word of which the sentence says a counterpart, of one that only the title says, and of one that only the paragraph
 * says.
 */
const COUNTERPART = 0.9;
const ABOVE = 0.75;
const AROUND = 0.5;

/** A term of the question, aligned with the sentence. */
export interface TermAlignment {
  readonly term: Term;
  /** Where the sentence says the term, or its counterpart with the neighbour that both share; empty if it says neither. */
  readonly ranges: readonly WordRange[];
  /** How far the sentence says it: 0 to 1. */
  readonly credit: number;
  readonly isCounterpart: boolean;
  /** Whether the title or the heading says it, so that the sentence below need not repeat it. */
  readonly isUnderstood: boolean;
}

/** Aligns `terms`, which are all or some of the question's, with the sentence. */
export function alignTerms(comparison: Comparison, terms: readonly Term[]): readonly TermAlignment[] {
  const { sentence } = comparison;
  const wordIndexes = terms.map((term) => findOccurrences(comparison, term));
  const said = new Set(wordIndexes.flat());
  const isUnderstood = terms.map((term) => isSaidAbove(comparison, term));
  return terms.map((term, index) => {
    const ranges = (wordIndexes[index] ?? []).map((wordIndex) => ({ first: wordIndex, last: wordIndex }));
    const shared = { term, isUnderstood: isUnderstood[index] ?? false };
    if (ranges.length > 0) return { ...shared, ranges, credit: 1, isCounterpart: false };
    // A statement about another subject settles nothing: that magazines cannot be borrowed does not tell whether books can.
    const hasSubject = terms
      .slice(0, index)
      .some((_, before) => isUnderstood[before] || (wordIndexes[before] ?? []).length > 0);
    const mayDiffer = hasSubject || classifyFigure(term.folded) !== null;
    const other = mayDiffer ? findCounterpart(comparison.question, term, sentence, said) : null;
    return other === null
      ? { ...shared, ranges: [], credit: creditSurroundings(comparison, shared), isCounterpart: false }
      : { ...shared, ranges: [other], credit: COUNTERPART, isCounterpart: true };
  });
}

function creditSurroundings(
  { question, sentence }: Comparison,
  { term, isUnderstood }: Pick<TermAlignment, 'term' | 'isUnderstood'>,
): number {
  if (isUnderstood) return ABOVE;
  // “Non-smokers cough” holds the word, but speaks of others.
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

/** Computes the share of the question that is said, weighted by how telling its words are: 0 to 1. */
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
 * Returns whether a sentence settles a yes-no question about a number, a year or an ordinal. It must say the figure, or another one beside
 * the same word. The text around it must say the rest of the question.
 */
export function settlesFigure(question: Question, candidate: Candidate): boolean {
  const { asksFor, terms } = question;
  if (asksFor !== 'yes-no' || terms.length < 2 || !terms.some(isFigure)) return false;
  const aligned = alignTerms({ question, sentence: readSentence(candidate) }, terms);
  return aligned.every(({ term, ranges, credit }) => (isFigure(term) ? ranges.length > 0 : credit > 0));
}

function isFigure({ folded }: Term): boolean {
  return classifyFigure(folded) !== null;
}
