import type { Article } from '../article/article.ts';
import { compareFacts, type FactChanges } from './fact-changes.ts';

/** The differences between two readings of the knowledge folder. */
export interface KnowledgeChanges {
  /**
   * Each list is sorted by path. A renamed file counts as one removed and one added article, because nothing connects
   * its names.
   */
  readonly added: readonly ArticleName[];
  readonly removed: readonly ArticleName[];
  readonly changed: readonly ArticleChange[];
  /** The changes of all articles, including added and removed ones, sorted by path and then in reading order. */
  readonly facts: FactChanges;
}

export interface ArticleName {
  readonly path: string;
  readonly title: string;
}

/** An article that exists in both readings, with its new title. */
interface ArticleChange extends ArticleName {
  /** All three lists are empty where only the front matter, the headings or the order of the facts changed. */
  readonly facts: FactChanges;
}

/**
 * Compares two readings, in time linear in their facts. Articles with the same path are the same article. An article
 * counts as changed when its title, dates, address, language, aliases, pinned questions, headings or facts changed. A
 * fact that only moved inside its article, or whose offsets shifted, counts as unchanged.
 */
export function compareArticles(before: readonly Article[], after: readonly Article[]): KnowledgeChanges {
  const old = indexByPath(before);
  const current = indexByPath(after);
  const paths = [...new Set([...old.keys(), ...current.keys()])].toSorted();
  const added: ArticleName[] = [];
  const removed: ArticleName[] = [];
  const changed: ArticleChange[] = [];
  const facts: FactChanges[] = [];
  for (const path of paths) {
    const [from, to] = [old.get(path), current.get(path)];
    const changes = compareFacts(from?.facts ?? [], to?.facts ?? []);
    facts.push(changes);
    if (from === undefined && to !== undefined) added.push({ path, title: to.title });
    if (from !== undefined && to === undefined) removed.push({ path, title: from.title });
    if (from !== undefined && to !== undefined && differs(from, to)) {
      changed.push({ path, title: to.title, facts: changes });
    }
  }
  return { added, removed, changed, facts: joinChanges(facts) };
}

function indexByPath(articles: readonly Article[]): ReadonlyMap<string, Article> {
  return new Map(articles.map((article) => [article.path, article]));
}

/** Both articles come from the same parser, which writes their keys in the same order. */
function differs(before: Article, after: Article): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}

function joinChanges(changes: readonly FactChanges[]): FactChanges {
  return {
    added: changes.flatMap(({ added }) => added),
    removed: changes.flatMap(({ removed }) => removed),
    changed: changes.flatMap(({ changed }) => changed),
  };
}
