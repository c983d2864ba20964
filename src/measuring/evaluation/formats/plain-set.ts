import { type Article, NO_METADATA } from '../../../knowledge/article/article.ts';
import { splitIntoFacts } from '../../../knowledge/article/facts.ts';
import { buildPlainParagraphs } from '../../../knowledge/paragraphs/paragraphs.ts';
import { readList, readRecord, readText, readTextOrNull, readWholeNumber } from './set-fields.ts';

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
  /** The question without its typos; null where the set does not say. */
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

/** @throws {TypeError} naming the first invalid field */
export function parsePlainSet(value: unknown): PlainSet {
  const set = readRecord(value, 'the file');
  return {
    name: readText(set['name'], 'name'),
    articles: readList(set['articles'] ?? [], 'articles').map(parseArticle),
    questions: readList(set['questions'], 'questions').map(parseQuestion),
  };
}

/** Returns the article as the reader of a knowledge folder would; its path is its id in the set. */
export function toArticle({ id, title, paragraphs }: PlainArticle): Article {
  const placed = buildPlainParagraphs(paragraphs);
  return { path: id, title, ...NO_METADATA, paragraphs: placed, facts: splitIntoFacts(id, placed) };
}

function parseArticle(value: unknown): PlainArticle {
  const article = readRecord(value, 'an article');
  return {
    id: readText(article['id'], 'articles.id'),
    title: readText(article['title'], 'articles.title'),
    paragraphs: readList(article['paragraphs'], 'articles.paragraphs').map((paragraph) =>
      readText(paragraph, 'a paragraph'),
    ),
  };
}

function parseQuestion(value: unknown): PlainQuestion {
  const question = readRecord(value, 'a question');
  const answers = readList(question['answers'] ?? [], 'questions.answers').map((answer) =>
    readRecord(answer, 'an answer'),
  );
  return {
    question: readText(question['question'], 'questions.question'),
    cleanQuestion: readTextOrNull(question['cleanQuestion'], 'questions.cleanQuestion'),
    articleId: readTextOrNull(question['articleId'], 'questions.articleId'),
    isAnswerable: question['answerable'] !== false,
    answers: answers.map((answer) => readText(answer['text'], 'answers.text')),
    gold: question['startGuessed'] === true ? [] : readGold(question, answers),
  };
}

function readGold(
  question: Readonly<Record<string, unknown>>,
  answers: readonly Readonly<Record<string, unknown>>[],
): readonly GoldLocation[] {
  if (Array.isArray(question['sentences'])) {
    return question['sentences'].map((sentence) => {
      const { paragraph, start } = readRecord(sentence, 'a sentence');
      return {
        paragraph: readWholeNumber(paragraph, 'sentences.paragraph'),
        start: readWholeNumber(start, 'sentences.start'),
      };
    });
  }
  const { paragraph } = question;
  if (paragraph === null || paragraph === undefined) return [];
  return answers.map(({ start }) => ({
    paragraph: readWholeNumber(paragraph, 'questions.paragraph'),
    start: readWholeNumber(start, 'answers.start'),
  }));
}
