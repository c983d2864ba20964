import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import { toPhrasingKey } from '../../text/words/questions.ts';
import { compareAnswers, type ShownPassage, toShownPassage } from '../kit/changed-answers.ts';
import { UserFacingError } from '../kit/user-facing-error.ts';

export interface WatchedQuestionsOptions {
  readonly knowledge: Pick<KnowledgeService, 'run'>;
  /** Resolves once the articles answer as well as they can. */
  readonly whenRead: Promise<void>;
  /** Called after each change of what `list` returns. */
  readonly onChange: () => void;
  /** Receives an error that is a bug or an outage; the question then counts as unanswered. */
  readonly onFailed: (error: unknown) => void;
}

/** A question with the answer that it had first, and the one that it has now. */
export interface WatchedQuestion {
  readonly question: string;
  /** Whether it was answered since it was added. Until then both answers are null. */
  readonly isAnswered: boolean;
  readonly before: ShownPassage | null;
  readonly after: ShownPassage | null;
  /** Whether people see a difference between both. */
  readonly isChanged: boolean;
}

interface Watched {
  readonly question: string;
  before: ShownPassage | null | undefined;
  after: ShownPassage | null;
  /** The round in which `after` was found. */
  round: number;
}

/** Each is answered anew with every change of the articles, some 50 ms each time. */
export const MAX_WATCHED = 200;

/** Questions that are asked again whenever the articles change, so that whoever edits them sees which answers change. */
export class WatchedQuestions {
  readonly #options: WatchedQuestionsOptions;
  readonly #byKey = new Map<string, Watched>();
  #round = 0;
  #asking: Promise<void> | null = null;
  #whenRead: Promise<void>;

  constructor(options: WatchedQuestionsOptions) {
    this.#options = options;
    this.#whenRead = options.whenRead;
  }

  /** Lists the questions, latest first. */
  list(): readonly WatchedQuestion[] {
    return [...this.#byKey.values()].toReversed().map(({ question, before, after }) => ({
      question,
      isAnswered: before !== undefined,
      before: before ?? null,
      after,
      isChanged: before !== undefined && compareAnswers(question, before, after).length > 0,
    }));
  }

  /** Adds questions, or makes them the latest, and answers those that are new. Forgets the earliest beyond 200, and returns how many. */
  add(questions: readonly string[]): number {
    const forgotten = questions.filter((question) => this.#insert(question)).length;
    this.#options.onChange();
    this.#start();
    return forgotten;
  }

  /**
   * Asks all questions again, because the articles have changed. A round under way is given up.
   *
   * @param whenRead resolves once the new articles answer as well as they can
   */
  askAgain(whenRead: Promise<void>): void {
    this.#round += 1;
    this.#whenRead = whenRead;
    this.#start();
  }

  /** Makes the present answers those that later ones are compared with. */
  compareFromNow(): void {
    for (const watched of this.#byKey.values())
      if (watched.before !== undefined) watched.before = watched.after;
    this.#options.onChange();
  }

  clear(): void {
    this.#byKey.clear();
    this.#options.onChange();
  }

  /** Resolves once every question is answered from the present articles. */
  async settled(): Promise<void> {
    while (this.#asking !== null) await this.#asking;
  }

  /** Returns whether the earliest question was forgotten for this one. */
  #insert(typed: string): boolean {
    const question = typed.trim().replace(/\s+/g, ' ');
    if (question === '') return false;
    const key = toPhrasingKey(question);
    const known = this.#byKey.get(key);
    // What was asked again is the latest.
    this.#byKey.delete(key);
    this.#byKey.set(key, known ?? { question, before: undefined, after: null, round: -1 });
    const [first] = this.#byKey.keys();
    return this.#byKey.size > MAX_WATCHED && first !== undefined && this.#byKey.delete(first);
  }

  #start(): void {
    this.#asking ??= this.#askWaiting().finally(() => {
      this.#asking = null;
    });
  }

  async #askWaiting(): Promise<void> {
    for (;;) {
      await this.#whenRead;
      const round = this.#round;
      const next = [...this.#byKey.values()].find((each) => each.round < round);
      if (next === undefined) return;
      const shown = await this.#ask(next.question);
      // The articles changed meanwhile, and nobody can tell which of them answered.
      if (round !== this.#round) continue;
      if (next.before === undefined) next.before = shown;
      next.after = shown;
      next.round = round;
      this.#options.onChange();
    }
  }

  /** Never throws: a question that cannot be answered has no answer. */
  async #ask(question: string): Promise<ShownPassage | null> {
    try {
      return toShownPassage(await this.#options.knowledge.run(null, 'ask', { question }, 'everything'));
    } catch (error) {
      if (!(error instanceof UserFacingError)) this.#options.onFailed(error);
      return null;
    }
  }
}
