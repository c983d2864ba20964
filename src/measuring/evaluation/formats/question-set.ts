import { type Article, NO_METADATA } from '../../../knowledge/article/article.ts';
import { splitIntoFacts } from '../../../knowledge/article/facts.ts';
import { buildPlainParagraphs } from '../../../knowledge/paragraphs/paragraphs.ts';
import { list, record, text, textOrNull, whole } from './set-fields.ts';

/** Articles and questions with their answers, in the shared format. */
export interface QuestionSet {
  readonly name: string;
  /** Empty where the set has questions only, to be asked of another set's articles. */
  readonly articles: readonly SetArticle[];
  readonly questions: readonly SetQuestion[];
}

export interface SetArticle {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

export interface SetQuestion {
  readonly question: string;
  /** The same without its typos; null where the set does not tell. */
  readonly cleanQuestion: string | null;
  readonly articleId: string | null;
  readonly isAnswerable: boolean;
  /** Accepted short answers; empty where the question has none. */
  readonly answers: readonly string[];
  /** Where the sentences that answer stand; empty where that is not known for certain. */
  readonly gold: readonly GoldPlace[];
}

interface GoldPlace {
  /** From 0. */
  readonly paragraph: number;
  /** UTF-16 units from the start of the paragraph. */
  readonly start: number;
}

/** @throws {TypeError} that names the first field which is not as it must be */
export function parseQuestionSet(value: unknown): QuestionSet {
  const set = record(value, 'the file');
  return {
    name: text(set['name'], 'name'),
    articles: list(set['articles'] ?? [], 'articles').map(parseArticle),
    questions: list(set['questions'], 'questions').map(parseQuestion),
  };
}

/** Returns the article as the reader of a knowledge folder would; its path is its id in the set. */
export function toArticle({ id, title, paragraphs }: SetArticle): Article {
  const placed = buildPlainParagraphs(paragraphs);
  return { path: id, title, ...NO_METADATA, paragraphs: placed, facts: splitIntoFacts(id, placed) };
}

function parseArticle(value: unknown): SetArticle {
  const article = record(value, 'an article');
  return {
    id: text(article['id'], 'articles.id'),
    title: text(article['title'], 'articles.title'),
    paragraphs: list(article['paragraphs'], 'articles.paragraphs').map((paragraph) =>
      text(paragraph, 'a paragraph'),
    ),
  };
}

function parseQuestion(value: unknown): SetQuestion {
  const question = record(value, 'a question');
  const answers = list(question['answers'] ?? [], 'questions.answers').map((answer) =>
    record(answer, 'an answer'),
  );
  return {
    question: text(question['question'], 'questions.question'),
    cleanQuestion: textOrNull(question['cleanQuestion'], 'questions.cleanQuestion'),
    articleId: textOrNull(question['articleId'], 'questions.articleId'),
    isAnswerable: question['answerable'] !== false,
    answers: answers.map((answer) => text(answer['text'], 'answers.text')),
    gold: question['startGuessed'] === true ? [] : goldPlaces(question, answers),
  };
}

function goldPlaces(
  question: Readonly<Record<string, unknown>>,
  answers: readonly Readonly<Record<string, unknown>>[],
): readonly GoldPlace[] {
  if (Array.isArray(question['sentences'])) {
    return question['sentences'].map((sentence) => {
      const { paragraph, start } = record(sentence, 'a sentence');
      return { paragraph: whole(paragraph, 'sentences.paragraph'), start: whole(start, 'sentences.start') };
    });
  }
  const { paragraph } = question;
  if (paragraph === null || paragraph === undefined) return [];
  return answers.map(({ start }) => ({
    paragraph: whole(paragraph, 'questions.paragraph'),
    start: whole(start, 'answers.start'),
  }));
}
