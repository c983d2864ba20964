import type { WordVectors } from '../../learned/word-vectors.ts';
import type { Candidate } from '../../search/candidate.ts';
import type { FactBase } from '../../search/fact-base.ts';
import type { Term } from '../../search/terms.ts';
import { isName, type Question } from '../question.ts';

/** A content word of the question as ranking looks at it. */
interface AskedTerm {
  readonly term: Term;
  /** The number that its stem has in the base; undefined where no article holds it. */
  readonly own: number | undefined;
  /** The numbers of all that says it: its own, and for an alias's short form those of the long one. */
  readonly meant: readonly number[];
  /** How telling it is: its idf. */
  readonly weight: number;
  /** The number of its vector; -1 where it has none. */
  readonly word: number;
  readonly isName: boolean;
}

/** A question with all the facts that may answer it: what every feature is read from. */
export interface Scene {
  readonly base: FactBase;
  readonly vectors: WordVectors;
  readonly question: Question;
  readonly asked: readonly AskedTerm[];
  /** The sum of the weights of `asked`; above 0. */
  readonly totalWeight: number;
  /** Best first, as the index found them. */
  readonly candidates: readonly Candidate[];
}

export function setScene(
  base: FactBase,
  vectors: WordVectors,
  { question, candidates }: { readonly question: Question; readonly candidates: readonly Candidate[] },
): Scene {
  const asked = question.terms.map((term) => ({
    term,
    own: base.termOf(term.stem),
    meant: base.termsMeant(term.stem),
    weight: base.idf(term.stem),
    word: vectors.indexOf(term.folded),
    isName: isName(question, term),
  }));
  return {
    base,
    vectors,
    question,
    asked,
    totalWeight: asked.reduce((sum, { weight }) => sum + weight, 0) || 1,
    candidates,
  };
}

/** The share of what is asked, telling words counting more, at the places for which `holds` holds: 0 to 1. */
export function shareOfAsked({ asked, totalWeight }: Scene, holds: (place: number) => boolean): number {
  let sum = 0;
  for (const [place, { weight }] of asked.entries()) if (holds(place)) sum += weight;
  return sum / totalWeight;
}

/** Some numbers about every candidate, under their names. Shares run from 0 to 1. */
export interface FeatureGroup {
  readonly names: readonly string[];
  /** Looks at the scene once; the result gives as many numbers as there are names for each candidate and its place. */
  readonly open: (scene: Scene) => (candidate: Candidate, place: number) => readonly number[];
}
