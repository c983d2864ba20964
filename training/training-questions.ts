import type { QuestionSet, SetArticle, SetQuestion } from '../src/evaluation/formats/question-set.ts';
import type { WordVectors } from '../src/learned/word-vectors.ts';
import type { FactBase } from '../src/search/fact-base.ts';
import { type Asked, askedOf, baseOf } from './lists.ts';
import { pick } from './random.ts';
import { asSearched, inOtherWords, mistyped } from './variations.ts';

/** Every third article: what a reader that is to be trusted has not seen. */
const UNREAD_EVERY = 3;
/** Parts of an article so long make bases as small as that of a server that begins; the other parts are what it lacks. */
const PART_PARAGRAPHS = 10;
/** So many of the questions about something else are misspelt. */
const MISSPELT_STRANGERS = 0.25;

/** The questions of a set, asked in all the ways that are to be learned from. */
export class TrainingQuestions {
  readonly #set: QuestionSet;
  readonly #vectors: WordVectors;
  readonly #random: () => number;
  readonly #whole: FactBase;
  readonly #parts: ReadonlyMap<string, readonly FactBase[]>;
  readonly #unread: readonly SetArticle[];

  constructor(set: QuestionSet, vectors: WordVectors, random: () => number) {
    this.#set = set;
    this.#vectors = vectors;
    this.#random = random;
    this.#whole = baseOf(set.articles);
    this.#parts = new Map(set.articles.map((article) => [article.id, partsOf(article)]));
    this.#unread = set.articles.filter((_, index) => index % UNREAD_EVERY === 0);
  }

  /** Those whose answer is known. */
  get all(): readonly SetQuestion[] {
    return this.#set.questions.filter(({ gold }) => gold.length > 0);
  }

  /** Those of the articles that `training/work/reader-fold.bin` has not seen. */
  get unread(): readonly SetQuestion[] {
    const ids = new Set(this.#unread.map(({ id }) => id));
    return this.all.filter(({ articleId }) => ids.has(articleId ?? ''));
  }

  /** Every question as it was asked of all articles; and in turn misspelt, as searched for, in other words, or of a few paragraphs. */
  answerable(questions: readonly SetQuestion[]): readonly Asked[] {
    const [vectors, random] = [this.#vectors, this.#random];
    return questions.flatMap((question, index) => {
      const { question: text } = question;
      const part = this.#partOf(question);
      const others: readonly Asked[] = [
        askedOf(this.#whole, question, mistyped(text, random)),
        askedOf(this.#whole, question, asSearched(text)),
        askedOf(part, question, inOtherWords(text, vectors, random)),
        askedOf(part, question),
        askedOf(part, question, mistyped(text, random)),
      ];
      return [
        askedOf(this.#whole, question),
        ...others.slice(index % others.length, (index % others.length) + 1),
      ];
    });
  }

  /** Questions asked of another part of their article: of the same subject, without the answer. */
  nearMisses(questions: readonly SetQuestion[]): readonly Asked[] {
    return questions.flatMap((question) => {
      const others = this.#partsFor(question).filter((part) => part !== this.#partOf(question));
      return others.length === 0 ? [] : [askedOf(pick(others, this.#random), question)];
    });
  }

  /** Questions asked of the unread articles, or of a part of one, that are about something else. */
  strangers(questions: readonly SetQuestion[]): readonly Asked[] {
    const random = this.#random;
    const halves = [0, 1].map((half) => baseOf(this.#unread.filter((_, index) => index % 2 === half)));
    return questions.flatMap((question, index) => {
      const base =
        index % 3 === 0
          ? pick(this.#parts.get(pick(this.#unread, random).id) ?? halves, random)
          : pick(halves, random);
      if (base.articles.some(({ path }) => path === question.articleId)) return [];
      const isMisspelt = random() < MISSPELT_STRANGERS;
      return [askedOf(base, question, isMisspelt ? mistyped(question.question, random) : question.question)];
    });
  }

  #partsFor({ articleId }: SetQuestion): readonly FactBase[] {
    return this.#parts.get(articleId ?? '') ?? [];
  }

  #partOf(question: SetQuestion): FactBase {
    const part = Math.floor((question.gold[0]?.paragraph ?? 0) / PART_PARAGRAPHS);
    return this.#partsFor(question)[part] ?? this.#whole;
  }
}

/** Bases of ten paragraphs each. The others are blank, so that the numbers of the paragraphs stay. */
function partsOf(article: SetArticle): readonly FactBase[] {
  const count = Math.ceil(article.paragraphs.length / PART_PARAGRAPHS);
  return Array.from({ length: count }, (_, part) => {
    const paragraphs = article.paragraphs.map((text, index) =>
      Math.floor(index / PART_PARAGRAPHS) === part ? text : '',
    );
    return baseOf([{ ...article, paragraphs }]);
  });
}
