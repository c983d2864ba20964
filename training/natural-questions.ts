import { loadSets } from '../src/evaluation/formats/load-sets.ts';
import type { NaturalQuestion, NaturalSet } from '../src/evaluation/formats/natural-set.ts';
import { answers } from '../src/evaluation/measures/natural-measure.ts';
import { normalised } from '../src/evaluation/measures/word-overlap.ts';
import type { Fact } from '../src/knowledge/article.ts';
import { readKnowledge } from '../src/knowledge/read-knowledge.ts';
import { FactBase } from '../src/search/fact-base.ts';
import type { Asked } from './lists.ts';
import { pick } from './random.ts';
import { mistyped } from './variations.ts';

/** So many of the questions are misspelt once more. */
const MISSPELT = 0.1;
/** A sentence so short may stand in any passage. */
const LEAST_CHARS = 12;

/** A question of what a community publishes. */
export interface AskedOfCommunity extends Asked {
  /** Whether a fact stands in the passage that answers; of some of these the answer is another. */
  readonly isBeside: (fact: Fact) => boolean;
  /** Whether a text that a person is shown from this article holds the answer. */
  readonly isShownBy: (shown: { readonly path: string; readonly text: string }) => boolean;
}

/** Questions that members ask of what communities publish. */
export class NaturalQuestions {
  readonly #bases: readonly FactBase[];
  readonly #answerable: readonly AskedOfCommunity[];
  /** Questions that their base does not answer. */
  readonly unanswerable: readonly AskedOfCommunity[];
  readonly #random: () => number;

  private constructor(
    bases: readonly FactBase[],
    asked: readonly { readonly question: NaturalQuestion; readonly base: FactBase }[],
    random: () => number,
  ) {
    this.#bases = bases;
    this.#random = random;
    const all = asked.map(({ question, base }) => ({ ...askedOfCommunity(question, base), question }));
    this.#answerable = all.filter(({ question }) => question.isAnswerable);
    this.unanswerable = all.filter(({ question }) => !question.isAnswerable);
  }

  /** Those of the sets in a folder. */
  static async load(folder: string, random: () => number): Promise<NaturalQuestions> {
    const { natural } = await loadSets(folder);
    const loaded = await Promise.all(natural.map(loadBase));
    const asked = loaded.flatMap(({ base, set }) => set.questions.map((question) => ({ question, base })));
    return new NaturalQuestions(
      loaded.map(({ base }) => base),
      asked,
      random,
    );
  }

  /** One of so many of those that are answered, some misspelt. */
  answerable(every: number): readonly AskedOfCommunity[] {
    return this.#answerable
      .filter((_, index) => index % every === 0)
      .map((asked) =>
        this.#random() < MISSPELT ? { ...asked, text: mistyped(asked.text, this.#random) } : asked,
      );
  }

  /** One of so many, asked of what another community publishes. */
  strangers(every: number): readonly Asked[] {
    return this.#answerable
      .filter((_, index) => index % every === 0)
      .flatMap(({ text, base }) => {
        const other = pick(this.#bases, this.#random);
        return other === base ? [] : [{ base: other, text, isRight: () => false }];
      });
  }
}

async function loadBase(set: NaturalSet): Promise<{ readonly base: FactBase; readonly set: NaturalSet }> {
  return { base: new FactBase((await readKnowledge(set.folder)).articles), set };
}

function askedOfCommunity(question: NaturalQuestion, base: FactBase): AskedOfCommunity {
  const { gold } = question;
  const passage = ` ${normalised(question.whole ?? '')} `;
  const isBeside = (fact: Fact): boolean => {
    const text = normalised(fact.text);
    const isThere = text.length >= LEAST_CHARS && passage.includes(` ${text} `);
    return isThere && gold.some(({ path }) => path === fact.path);
  };
  return {
    base,
    text: question.question,
    isRight: (fact) => answers(question, fact) || (gold.length > 1 && isBeside(fact)),
    isBeside,
    isShownBy: (shown) => answers(question, shown),
  };
}
