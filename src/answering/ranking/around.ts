import type { Article, Fact } from '../../knowledge/article.ts';
import { headingAbove } from '../../search/fact-places.ts';
import { stem } from '../../text/stems.ts';
import { splitWords } from '../../text/words.ts';

/** The stems of what a fact need not repeat: the title, the heading above it and the sentence before it. */
export function aroundOf(fact: Fact, article: Article, before: Fact | undefined): ReadonlySet<string> {
  const texts = [article.title, headingAbove(fact)];
  if (before !== undefined && before.path === fact.path && before.paragraph === fact.paragraph)
    texts.push(before.text);
  return new Set(texts.flatMap((text) => splitWords(text)).map(({ folded }) => stem(folded)));
}
