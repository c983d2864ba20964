import { createHash } from 'node:crypto';
import { AlikeQuestions } from '../search/alike-questions.ts';
import type { GuildValue } from '../store/guild-values.ts';
import { phrasingKey } from '../text/phrasing-key.ts';
import { RecentAnswers } from './recent-answers.ts';

/** A question that a moderator has taught to be answered with a fact. */
export interface TaughtPhrasing {
  readonly phrasing: string;
  readonly factId: string;
}

/** What the moderators of a server have taught. Immutable but for what it has answered last. */
export class Taught {
  readonly recent = new RecentAnswers();
  readonly #byKey: ReadonlyMap<string, TaughtPhrasing>;
  readonly #phrasings: readonly TaughtPhrasing[];
  readonly #alike: AlikeQuestions;

  /** @param isWord whether a folded word is known, and so no typo of another */
  constructor(values: readonly GuildValue[], isWord: (folded: string) => boolean) {
    const read = values.flatMap(({ name, value }) => {
      const phrasing = parseTaught(value);
      return phrasing === null ? [] : ([[name, phrasing]] as const);
    });
    this.#byKey = new Map(read);
    this.#phrasings = read.map(([, phrasing]) => phrasing);
    this.#alike = new AlikeQuestions(
      this.#phrasings.map(({ phrasing }) => phrasing),
      isWord,
    );
  }

  /** What `question` was taught as, exactly or but for typos and the order of its words, the likest first. */
  find(question: string): readonly TaughtPhrasing[] {
    const exact = this.#byKey.get(phrasingKey(question));
    const alike = this.#alike.find(question).flatMap((number) => this.#phrasings[number] ?? []);
    return exact === undefined ? alike : [exact, ...alike.filter((each) => each !== exact)];
  }
}

/** How a taught phrasing is kept, under the key of its question. */
export function taughtValue({ phrasing, factId }: TaughtPhrasing): string {
  return JSON.stringify({ phrasing, factId });
}

/** Short, and another one for whatever else is taught: who carries it off changes nothing that they have not seen. */
export function lessonId(lesson: TaughtPhrasing): string {
  return createHash('sha256').update(taughtValue(lesson)).digest('base64url').slice(0, 22);
}

/** Null for what is none, edited by hand or left by another version: as good as never taught. */
export function parseTaught(value: string): TaughtPhrasing | null {
  try {
    const { phrasing, factId } = Object(JSON.parse(value));
    return typeof phrasing === 'string' && typeof factId === 'string' ? { phrasing, factId } : null;
  } catch {
    return null;
  }
}
