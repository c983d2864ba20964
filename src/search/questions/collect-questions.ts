import type { Article, Fact } from '../../knowledge/article/article.ts';
import { toPrintable } from '../../text/layout/printable.ts';
import { isQuestion, toPhrasingKey } from '../../text/words/questions.ts';
import { isFunctionWord } from '../../text/words/word-lists.ts';
import { splitWords } from '../../text/words/words.ts';

/** Nobody would ask a longer question again. */
const MAX_CHARS = 150;
/** A pinned question may be longer, but must fit into a list. */
const MAX_PINNED_CHARS = 300;
/** Each letter that is typed looks through all questions: this many take 30 ms at most. */
const MAX_QUESTIONS = 50_000;
/** Quotes somebody's words, which are not the article's question: “Who came?” was asked. */
const OPENS_QUOTE = /^["'“”‘’«»„(]/u;

/**
 * Collects the questions that the articles answer, each once. Those that authors pinned come first. Then come those that an article asks
 * and answers itself, in its title, in a heading above its text, or in the sentence that opens a paragraph.
 */
export function collectQuestions(articles: readonly Article[]): readonly string[] {
  const { pinned, own } = collectQuestionsByKind(articles);
  return removeDuplicates([...pinned, ...own]);
}

/** Does the same for the two kinds of questions apart. */
export function collectQuestionsByKind(articles: readonly Article[]): {
  readonly pinned: readonly string[];
  readonly own: readonly string[];
} {
  const pinned = articles
    .flatMap((article) => article.pinned)
    .filter((question) => question.length <= MAX_PINNED_CHARS)
    .slice(0, MAX_QUESTIONS);
  const own = articles
    .flatMap(collectOwnQuestions)
    .filter(canStandAlone)
    .slice(0, MAX_QUESTIONS - pinned.length);
  return { pinned: removeDuplicates(pinned), own: removeDuplicates(own) };
}

function collectOwnQuestions({ title, facts }: Article): readonly string[] {
  // Each heading once, however many facts are below it.
  const asked = new Set([title]);
  for (const [index, fact] of facts.entries()) {
    const next = facts[index + 1];
    const opens = fact.sentence === 1 && next !== undefined && !isQuestion(next.text);
    asked.add(fact.headings.at(-1) ?? '');
    if (opens && isQuestion(fact.text)) asked.add(joinLines(fact));
  }
  return [...asked];
}

/** Collects the headings below the title of an article that name something, each once. Those that ask are among them. */
export function collectHeadings({ title, facts }: Article): readonly string[] {
  const headings = new Set(facts.flatMap((fact) => fact.headings));
  const titleKey = toPhrasingKey(title);
  return removeDuplicates([...headings].filter(namesSomething)).filter(
    (heading) => toPhrasingKey(heading) !== titleKey,
  );
}

function namesSomething(text: string): boolean {
  return text.length <= MAX_CHARS && splitWords(text).some(({ folded }) => !isFunctionWord(folded));
}

function joinLines({ text }: Fact): string {
  return text.replace(/\s+/g, ' ');
}

function canStandAlone(text: string): boolean {
  if (text.length > MAX_CHARS || OPENS_QUOTE.test(text)) return false;
  // A line that ends in a semicolon is a list item, except in Greek, where it is a question.
  if (!isQuestion(text) || text.endsWith(';')) return false;
  return namesSomething(text);
}

/** A visible letter or digit. Unicode also counts fillers as letters, which leave nothing but a gap. */
const VISIBLE = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u;

/**
 * Cleans `questions` for a list and removes duplicates. Each is on one line, without control characters and halves of characters.
 * Questions that differ in case, white space and closing marks alone count as one, in the first spelling. Texts without a letter are left
 * out.
 */
export function removeDuplicates(questions: readonly string[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const question of questions.map(toCleanLine)) {
    const key = toPhrasingKey(question);
    if (VISIBLE.test(question) && !byKey.has(key)) byKey.set(key, question);
  }
  return [...byKey.values()];
}

function toCleanLine(text: string): string {
  return toPrintable(text)
    .replace(/\p{Surrogate}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
