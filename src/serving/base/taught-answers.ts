import type { TaughtVectors } from '../../answering/find-taught-answer.ts';
import { SimilarQuestions } from '../../search/questions/similar-questions.ts';
import type { GuildValue } from '../../store/records/guild-values.ts';
import { toPhrasingKey } from '../../text/words/questions.ts';
import { RecentAnswers } from './recent-answers.ts';
import { parseTaughtAnswer, type TaughtAnswerRef } from './taught-answer.ts';

/** What the moderators of a server have taught. Immutable but for what it has answered last, and for its meaning, which is learned in the background. */
export class TaughtAnswers {
  readonly recent = new RecentAnswers();
  /** What the taught questions mean; null as long as that is not known, or where words alone must do. */
  #meaning: TaughtVectors | null = null;
  readonly #byKey: ReadonlyMap<string, TaughtAnswerRef>;
  /** Everything that was taught. */
  readonly all: readonly TaughtAnswerRef[];
  readonly #alike: SimilarQuestions;

  /** @param isWord whether a folded word is known, and so no typo of another */
  constructor(values: readonly GuildValue[], isWord: (folded: string) => boolean) {
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

  get meaning(): TaughtVectors | null {
    return this.#meaning;
  }

  /** Takes in what the taught questions mean, once that is known. */
  learn(meaning: TaughtVectors): void {
    this.#meaning = meaning;
  }

  /** What `question` was taught as, exactly or but for typos and the order of its words, the likest first. */
  find(question: string): readonly TaughtAnswerRef[] {
    const exact = this.#byKey.get(toPhrasingKey(question));
    const alike = this.#alike.find(question).flatMap((number) => this.all[number] ?? []);
    return exact === undefined ? alike : [exact, ...alike.filter((each) => each !== exact)];
  }
}
