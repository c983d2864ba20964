import type { TaughtAnswer, TaughtVectors } from '../../answering/answer-taught-question.ts';
import type { FactBase } from '../../search/fact-base.ts';
import { SimilarQuestions } from '../../search/questions/similar-questions.ts';
import type { ServerValue } from '../../store/records/server-values.ts';
import { toPhrasingKey } from '../../text/words/questions.ts';
import { RecentAnswers } from './recent-answers.ts';
import { parseTaughtAnswer, type TaughtAnswerRef } from './taught-answer.ts';

/**
 * The taught answers of a server. Immutable but for the answers that it remembers, and for its vectors, which
 * are computed in the background.
 */
export class TaughtAnswers {
  readonly recent = new RecentAnswers();
  /** The vectors of the taught questions; null until they are known, or without encoders. */
  #vectors: TaughtVectors | null = null;
  readonly #byKey: ReadonlyMap<string, TaughtAnswerRef>;
  /** All taught answers. */
  readonly all: readonly TaughtAnswerRef[];
  readonly #alike: SimilarQuestions;

  /** @param isWord returns whether a folded word is known, and so no typo of another */
  constructor(values: readonly ServerValue[], isWord: (folded: string) => boolean) {
    const read = values.flatMap(({ name, value }) => {
      const phrasing = parseTaughtAnswer(value);
      return phrasing === null ? [] : ([[name, phrasing]] as const);
    });
    this.#byKey = new Map(read);
    this.all = read.map(([, phrasing]) => phrasing);
    this.#alike = new SimilarQuestions(
      this.all.map(({ phrasing }) => phrasing),
      isWord,
    );
  }

  get vectors(): TaughtVectors | null {
    return this.#vectors;
  }

  /** Sets the vectors of the taught questions, once they are known. */
  setVectors(vectors: TaughtVectors): void {
    this.#vectors = vectors;
  }

  /**
   * Finds the taught answers of `question`: the exact one first, then those that differ by typos and word
   * order, most similar first.
   */
  find(question: string): readonly TaughtAnswerRef[] {
    const exact = this.#byKey.get(toPhrasingKey(question));
    const alike = this.#alike.find(question).flatMap((number) => this.all[number] ?? []);
    return exact === undefined ? alike : [exact, ...alike.filter((each) => each !== exact)];
  }
}

/** Returns the taught answers whose facts the articles hold. */
export function resolveTaughtAnswers(
  base: FactBase,
  refs: readonly TaughtAnswerRef[],
): readonly TaughtAnswer[] {
  return refs.flatMap(({ phrasing, factId }) => {
    const found = base.findFact(factId);
    return found === null ? [] : { phrasing, fact: found.fact, article: found.article };
  });
}
