import type { QuestionSet, SetQuestion } from '../src/evaluation/formats/question-set.ts';
import { isFunctionWord } from '../src/text/function-words.ts';
import { stem } from '../src/text/stems.ts';
import { splitWords } from '../src/text/words.ts';
import { aboutAnother } from './variations.ts';

/** Makes of the questions of a set others that its articles nearly answer. */
export class NearMisses {
  readonly #random: () => number;
  /** The words of all questions about each article, as they are spelt. */
  readonly #asked = new Map<string, readonly string[]>();
  /** The text of each article's paragraphs. */
  readonly #paragraphs: ReadonlyMap<string, readonly string[]>;

  constructor({ articles, questions }: QuestionSet, random: () => number) {
    this.#random = random;
    this.#paragraphs = new Map(articles.map(({ id, paragraphs }) => [id, paragraphs]));
    for (const { articleId, question } of questions)
      this.#asked.set(articleId ?? '', [
        ...(this.#asked.get(articleId ?? '') ?? []),
        ...contentWords(question),
      ]);
  }

  /** `text`, a way to ask `question`, about something that the paragraph which answers it does not mention; null where that cannot be. */
  of({ articleId, gold }: SetQuestion, text: string): string | null {
    const paragraph = this.#paragraphs.get(articleId ?? '')?.[gold[0]?.paragraph ?? -1] ?? '';
    const held = new Set(splitWords(paragraph).map(({ folded }) => stem(folded)));
    return aboutAnother(text, this.#asked.get(articleId ?? '') ?? [], {
      holds: (folded) => held.has(stem(folded)),
      random: this.#random,
    });
  }
}

/** All but the first, whose capital says nothing. */
function contentWords(question: string): readonly string[] {
  return splitWords(question)
    .filter(({ folded, start }) => start > 0 && !isFunctionWord(folded))
    .map(({ start, end }) => question.slice(start, end));
}
