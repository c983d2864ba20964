import type { Article } from '../../knowledge/article/article.ts';
import { stem } from '../../text/words/stems.ts';
import { isFunctionWord } from '../../text/words/word-lists.ts';
import { splitWords } from '../../text/words/words.ts';

/** Shorter sentences are alike by chance: “It is closed on Sundays.” */
const MIN_WORDS = 4;

/**
 * Finds for each of `own` the titles of other articles that say one of its sentences in the same content words, in any order and form.
 * Leaves out articles without twins. Takes time linear in the number of facts.
 */
export function findTwinTitles(
  own: readonly Article[],
  all: readonly Article[],
): ReadonlyMap<Article, readonly string[]> {
  const wanted = new Map<string, Set<Article>>();
  const keys = new Map(own.map((article) => [article, toKeys(article)]));
  for (const [article, said] of keys) {
    for (const key of said) wanted.set(key, (wanted.get(key) ?? new Set()).add(article));
  }
  const titles = new Map<Article, Set<string>>();
  for (const other of all) {
    const saying = [...(keys.get(other) ?? toKeys(other))].flatMap((key) => [...(wanted.get(key) ?? [])]);
    for (const article of saying) {
      if (article !== other) titles.set(article, (titles.get(article) ?? new Set()).add(other.title));
    }
  }
  return new Map([...titles].map(([article, said]) => [article, [...said]]));
}

function toKeys({ facts }: Article): ReadonlySet<string> {
  const keys = facts.flatMap(({ text }) => {
    const words = splitWords(text).map(({ folded }) => folded);
    const telling = words.filter((word) => !isFunctionWord(word));
    return telling.length < MIN_WORDS ? [] : [telling.map(stem).toSorted().join(' ')];
  });
  return new Set(keys);
}
