import { LRUCache } from 'lru-cache';
import type { Answer } from '../../answering/question/answer.ts';

const MAX_ANSWERS = 200;
/** Longer questions are hardly asked twice, and would take the most room. */
const MAX_CHARS = 500;

/** Remembers the latest answers of one fact base, so that a question that several members ask in a burst is worked out once. */
export class RecentAnswers {
  readonly #answers = new LRUCache<string, Promise<Answer>>({ max: MAX_ANSWERS });

  /** Returns the remembered answer to `question` with `limit` matches, or the one that `answer` works out. */
  getOrAnswer(question: string, limit: number, answer: () => Promise<Answer>): Promise<Answer> {
    if (question.length > MAX_CHARS) return answer();
    const key = `${limit} ${question}`;
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const given = answer();
    this.#answers.set(key, given);
    // Whoever asks gets the failure itself. It is not remembered, because the next try may succeed.
    given.catch(() => this.#answers.delete(key));
    return given;
  }
}
