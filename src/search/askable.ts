import type { Article, Fact } from '../knowledge/article.ts';
import { isFunctionWord } from '../text/function-words.ts';
import { isQuestion } from '../text/questions.ts';
import { splitWords } from '../text/words.ts';
import { distinctQuestions } from './distinct-questions.ts';

/** Longer ones are no questions that anybody would ask again. */
const MAX_CHARS = 150;
/** Somebody's words, not the article's: “Who came?” was asked. */
const OPENS_QUOTE = /^["'“”‘’«»„(]/u;

/**
 * What the articles can be asked, each once: first the questions that authors pinned, then those that an article
 * asks and answers itself, by its title, by a heading above its text, or by the sentence that opens a paragraph.
 */
export function askableQuestions(articles: readonly Article[]): readonly string[] {
  const pinned = articles.flatMap((article) => article.pinned);
  const own = articles.flatMap(ownQuestions).filter(canStandAlone);
  return distinctQuestions([...pinned, ...own]);
}

function ownQuestions({ title, facts }: Article): readonly string[] {
  const answered = facts.flatMap((fact, index) => {
    const next = facts[index + 1];
    const opens = fact.sentence === 1 && next !== undefined && !isQuestion(next.text);
    return [fact.headings.at(-1) ?? '', opens ? oneLine(fact) : ''];
  });
  return [title, ...answered];
}

function oneLine({ text }: Fact): string {
  return text.replace(/\s+/g, ' ');
}

function canStandAlone(text: string): boolean {
  if (text.length > MAX_CHARS || OPENS_QUOTE.test(text)) return false;
  // A line of a list that ends in a semicolon is a Greek question only.
  if (!isQuestion(text) || text.endsWith(';')) return false;
  return splitWords(text).some(({ folded }) => !isFunctionWord(folded));
}
