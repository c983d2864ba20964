import type { FactBase, Match } from '../search/fact-base.ts';
import type { Term } from '../search/terms.ts';
import { answerCandidates } from './answer-candidates.ts';
import type { Question } from './question.ts';

/** What speaks for a match as the answer to a question. Every share runs from 0, none, to 1, all. */
export interface Evidence {
  /** How much of what is asked the quoted sentence says itself, telling words counting more. */
  readonly said: number;
  /** The same with its paragraph, headings and title. */
  readonly saidAround: number;
  /** How much of what is asked no article mentions. */
  readonly missing: number;
  /** Whether the sentence holds what is asked for (a date, a number, a name…); null where that cannot be told. */
  readonly holdsAnswer: boolean | null;
  /** What is asked and said neither by the sentence nor around it. */
  readonly unsaid: readonly Term[];
  /** Whether one of these was written like a name: “Ukraine” matters more than its share of the words. */
  readonly leavesOutName: boolean;
}

/** Weighs one match; a question without content words has no evidence at all. */
export function weighEvidence(base: FactBase, question: Question, match: Match): Evidence {
  const { said, saidAround } = match;
  const candidates = answerCandidates(question, match.fact.text);
  const unsaid = question.terms.filter((term) => !saidAround.has(term.stem));
  const total = weightOf(base, question.terms);
  const share = (terms: readonly Term[]): number => (total === 0 ? 0 : weightOf(base, terms) / total);
  return {
    said: share(question.terms.filter((term) => said.has(term.stem))),
    saidAround: share(question.terms.filter((term) => saidAround.has(term.stem))),
    missing: share(question.terms.filter(({ kind }) => kind === 'missing')),
    holdsAnswer: candidates === null ? null : candidates.length > 0,
    unsaid,
    leavesOutName: unsaid.some((term) => isWrittenAsName(question, term)),
  };
}

/** A capital inside the question. */
function isWrittenAsName({ text }: Question, { word }: Term): boolean {
  return word.start > 0 && /^\p{Lu}/u.test(text.slice(word.start, word.end));
}

function weightOf(base: FactBase, terms: readonly Term[]): number {
  return terms.reduce((sum, term) => sum + base.idf(term.stem), 0);
}
