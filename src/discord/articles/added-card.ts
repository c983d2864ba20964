import type { APIEmbed } from 'discord.js';
import type { AddedArticle } from '../../requests/articles/add-article.ts';
import { problemInWords } from '../../wording/kit/answer-words.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { COLOURS } from '../cards/colours.ts';
import { fitLines } from '../cards/fit-lines.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';

const MAX_TITLE_CHARS = 100;
/** The longest that we say of one, with its place. */
const MAX_PROBLEM_CHARS = 320;
const PROBLEM_LIMITS = { maxLines: 8, maxChars: 2400 };

/** That an article was taken in, and what of it was not. */
export function buildAddedCard(
  { article, isNew, warnings, changeNumber }: AddedArticle,
  texts: Texts,
): APIEmbed {
  const { knowledge, counted, more } = texts;
  const facts = counted.facts(article.factCount);
  const done = isNew ? knowledge.added(facts) : knowledge.replaced(facts);
  const problems = warnings.map(
    (problem) => `- ${escapeWithin(problemInWords(problem, texts), MAX_PROBLEM_CHARS)}`,
  );
  const path = escapeWithin(article.path, MAX_TITLE_CHARS);
  return {
    color: warnings.length === 0 ? COLOURS.done : COLOURS.unsure,
    title: escapeWithin(article.title, MAX_TITLE_CHARS),
    description: [
      path,
      changeNumber === null ? knowledge.unchanged : done,
      ...(problems.length === 0 ? [] : ['', `**${counted.problems(problems.length)}**`]),
      ...fitLines(problems, { ...PROBLEM_LIMITS, more: more.problems }),
    ].join('\n'),
  };
}
