import { AlikeQuestions } from '../search/alike-questions.ts';
import type { Asked } from '../store/asked-row.ts';
import { phrasingKey } from '../store/phrasing-key.ts';
import { leans } from './phrasings.ts';
import { knowsWord, type Served } from './served-knowledge.ts';

/** What was asked in the same words. */
export interface AskedAlike {
  /** As it was put in the first of them; in full where it leant on another. */
  readonly phrasing: string;
  /** In the order in which they were given. */
  readonly asked: readonly [Asked, ...Asked[]];
}

/** What was asked, to be found by what asks the same. Immutable. */
export class AlikeAsked {
  /** In the order in which they were first given. */
  readonly phrasings: readonly AskedAlike[];
  readonly #byKey: ReadonlyMap<string, AskedAlike>;
  readonly #alike: AlikeQuestions;

  /** @param served what answers where it was asked, and so tells words from typos */
  constructor(asked: readonly Asked[], served: Served) {
    this.#byKey = byKey(asked);
    this.phrasings = [...this.#byKey.values()];
    this.#alike = new AlikeQuestions(
      this.phrasings.map(({ phrasing }) => phrasing),
      (folded) => knowsWord(served, folded),
    );
  }

  /** What asks the same as `question`: first what does so in the same words, then the likest. */
  find(question: string): readonly AskedAlike[] {
    const same = this.#byKey.get(phrasingKey(question));
    const alike = this.#alike.find(question).flatMap((number) => this.phrasings[number] ?? []);
    return same === undefined ? alike : [same, ...alike.filter((each) => each !== same)];
  }
}

function byKey(asked: readonly Asked[]): ReadonlyMap<string, AskedAlike> {
  const found = new Map<string, { readonly phrasing: string; readonly asked: [Asked, ...Asked[]] }>();
  for (const each of asked) {
    const phrasing = phrasingOf(each);
    const key = phrasingKey(phrasing);
    const same = found.get(key);
    if (same === undefined) found.set(key, { phrasing, asked: [each] });
    else same.asked.push(each);
  }
  return found;
}

/**
 * What was asked, for whoever has not heard what was said before it: “when?” tells nobody anything. What else was made of a question is for
 * the articles' words alone.
 */
export function phrasingOf({ question, understoodAs }: Asked): string {
  return understoodAs !== null && leans(question) ? understoodAs : question;
}
