import { AlikeQuestions } from '../search/alike-questions.ts';
import type { Asked } from '../store/asked-row.ts';
import { phrasingKey } from '../store/phrasing-key.ts';
import { inTurns } from './in-turns.ts';
import { leans } from './phrasings.ts';
import { knowsWord, type Served } from './served-knowledge.ts';

/** What was asked in the same words. */
export interface AskedAlike {
  /** As it was put in the first of them; in full where it leant on another. */
  readonly phrasing: string;
  /** In the order in which they were given. */
  readonly asked: readonly [Asked, ...Asked[]];
}

/** What was asked, to be found by what asks the same. Immutable once it is there. */
export class AlikeAsked {
  readonly #phrasings: Phrasing[] = [];
  readonly #byKey = new Map<string, Phrasing>();
  readonly #alike: AlikeQuestions;

  private constructor({ models, base }: Served) {
    this.#alike = new AlikeQuestions([], (folded) => knowsWord({ models, base }, folded));
  }

  /** @param served what answers where it was asked, and so tells words from typos */
  static async of(asked: readonly Asked[], served: Served): Promise<AlikeAsked> {
    const alike = new AlikeAsked(served);
    for await (const each of inTurns(asked)) alike.#add(each);
    return alike;
  }

  /** In the order in which they were first given. */
  get phrasings(): readonly AskedAlike[] {
    return this.#phrasings;
  }

  /** What asks the same as `question`: first what does so in the same words, then the likest. */
  find(question: string): readonly AskedAlike[] {
    const same = this.#byKey.get(phrasingKey(question));
    const alike = this.#alike.find(question).flatMap((number) => this.#phrasings[number] ?? []);
    return same === undefined ? alike : [same, ...alike.filter((each) => each !== same)];
  }

  #add(asked: Asked): void {
    const phrasing = phrasingOf(asked);
    const key = phrasingKey(phrasing);
    const same = this.#byKey.get(key);
    if (same !== undefined) {
      same.asked.push(asked);
      return;
    }
    const first: Phrasing = { phrasing, asked: [asked] };
    this.#byKey.set(key, first);
    this.#phrasings.push(first);
    this.#alike.add(phrasing);
  }
}

interface Phrasing extends AskedAlike {
  readonly asked: [Asked, ...Asked[]];
}

/**
 * What was asked, for whoever has not heard what was said before it: “when?” tells nobody anything. What else was made of a question is for
 * the articles' words alone.
 */
export function phrasingOf({ question, understoodAs }: Asked): string {
  return understoodAs !== null && leans(question) ? understoodAs : question;
}
