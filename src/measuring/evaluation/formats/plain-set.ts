import * as z from 'zod/mini';
import { type Article, NO_METADATA } from '../../../knowledge/article/article.ts';
import { splitIntoFacts } from '../../../knowledge/article/facts.ts';
import { buildPlainParagraphs } from '../../../knowledge/paragraphs/paragraphs.ts';
import { parseContent } from './set-content.ts';

/** Articles in plain paragraphs, and questions with their answers. */
export interface PlainSet {
  readonly name: string;
  /** Empty where the set has only questions, which are asked of another set's articles. */
  readonly articles: readonly PlainArticle[];
  readonly questions: readonly PlainQuestion[];
}

export interface PlainArticle {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

export interface PlainQuestion {
  readonly question: string;
  /** The question without its typos, or null if the set does not say. */
  readonly cleanQuestion: string | null;
  readonly articleId: string | null;
  readonly isAnswerable: boolean;
  /** Accepted short answers; empty where the question has none. */
  readonly answers: readonly string[];
  /** Where the sentences that answer begin; empty where that is not certain. */
  readonly gold: readonly GoldLocation[];
}

interface GoldLocation {
  /** From 0. */
  readonly paragraph: number;
  /** UTF-16 units from the start of the paragraph. */
  readonly start: number;
}

const QUESTION = z.object({
  question: z.string(),
  cleanQuestion: z.nullish(z.string()),
  articleId: z.nullish(z.string()),
  answerable: z.nullish(z.boolean()),
  paragraph: z.nullish(z.int()),
  answers: z.nullish(z.array(z.object({ text: z.string(), start: z.nullish(z.int()) }))),
  sentences: z.nullish(z.array(z.object({ paragraph: z.int(), start: z.int() }))),
  startGuessed: z.nullish(z.boolean()),
});
const PLAIN_SET = z.object({
  name: z.string(),
  articles: z.nullish(
    z.array(z.object({ id: z.string(), title: z.string(), paragraphs: z.array(z.string()) })),
  ),
  questions: z.array(QUESTION),
});

/** @throws {TypeError} naming the first invalid field */
export function parsePlainSet(value: unknown): PlainSet {
  const { name, articles, questions } = parseContent(PLAIN_SET, value);
  return { name, articles: articles ?? [], questions: questions.map(toQuestion) };
}

/** Returns the article as the reader of a knowledge folder would; its path is its id in the set. */
export function toArticle({ id, title, paragraphs }: PlainArticle): Article {
  const placed = buildPlainParagraphs(paragraphs);
  return { path: id, title, ...NO_METADATA, paragraphs: placed, facts: splitIntoFacts(id, placed) };
}

function toQuestion(asked: z.output<typeof QUESTION>): PlainQuestion {
  const { question, cleanQuestion = null, articleId = null, answerable, answers } = asked;
  return {
    question,
    cleanQuestion,
    articleId,
    isAnswerable: answerable !== false,
    answers: (answers ?? []).map(({ text }) => text),
    gold: asked.startGuessed === true ? [] : locateGold(asked),
  };
}

function locateGold({
  question,
  paragraph,
  answers,
  sentences,
}: z.output<typeof QUESTION>): readonly GoldLocation[] {
  if (sentences != null) return sentences;
  if (paragraph == null) return [];
  return (answers ?? []).map(({ start }) => {
    if (start == null) throw new TypeError(`an answer of “${question}” has no start`);
    return { paragraph, start };
  });
}
