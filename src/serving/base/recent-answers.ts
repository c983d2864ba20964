import type { Answer } from '../../answering/question/answer.ts';

const MAX_ANSWERS = 200;
/** Longer questions are hardly asked twice, and would take the most room. */
const MAX_CHARS = 500;

/** What one fact base has answered last, so that a question that several members ask in a burst is worked out once. */
export class RecentAnswers {
  /** The one that was not asked for longest first. */
  readonly #answers = new Map<string, Promise<Answer>>();

  /** The answer to `question` with so many matches: the one that was given, or a new one by `answer`. */
  getOrAnswer(question: string, limit: number, answer: () => Promise<Answer>): Promise<Answer> {
    if (question.length > MAX_CHARS) return answer();
    const key = `${limit} ${question}`;
    const given = this.#answers.get(key) ?? answer();
    this.#answers.delete(key);
    this.#answers.set(key, given);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > MAX_ANSWERS && oldest !== undefined) this.#answers.delete(oldest);
    return given;
  }
}
