import type { ArticleEntry } from '../wire/messages.ts';
import { drawArticle, drawProblems, NO_MARKS } from './article-view.ts';
import { create, createButton, find, revealOnNarrowScreen } from './dom.ts';
import { call } from './server.ts';
import { texts } from './texts.ts';

const filter = find('filter', HTMLInputElement);
const list = find('article-list', HTMLUListElement);
const problems = find('problems', HTMLDivElement);
const target = find('read-article', HTMLDivElement);

let entries: readonly ArticleEntry[] = [];
let left: string | null = null;
let chosenPath: string | null = null;
let shownFrom = 0;
/** Counts the articles that were wanted: what comes late for an earlier one is dropped. */
let turn = 0;

/** Sets up the list of articles. `onFailed` receives what went wrong. */
export function setUpArticles(onFailed: (error: unknown) => void): void {
  filter.addEventListener('input', () => drawList(onFailed));
}

/** Reads the list and the open article again. */
export async function refreshArticles(onFailed: (error: unknown) => void): Promise<void> {
  const view = await call('articles', {});
  entries = view.articles;
  left = view.left;
  drawList(onFailed);
  problems.replaceChildren(
    drawProblems(view.problems) ?? create('p', 'placeholder', texts.noProblems),
    ...(view.passedOver === null ? [] : [create('p', 'details', view.passedOver)]),
  );
  if (chosenPath !== null) await showArticle(chosenPath, shownFrom, onFailed);
}

function drawList(onFailed: (error: unknown) => void): void {
  const wanted = filter.value.trim().toLowerCase();
  const found = entries.filter(({ title, path }) => `${title}\n${path}`.toLowerCase().includes(wanted));
  const items = found.map((entry) => drawEntry(entry, onFailed));
  list.replaceChildren(
    ...(items.length === 0 ? [create('li', 'placeholder', texts.noMatch)] : items),
    ...(left === null ? [] : [create('li', 'placeholder', left)]),
  );
}

function drawEntry(
  { path, title, details, problemCount, labels }: ArticleEntry,
  onFailed: (error: unknown) => void,
): HTMLElement {
  const button = createButton('entry', '', () => {
    for (const other of list.querySelectorAll('.entry')) other.removeAttribute('aria-current');
    button.setAttribute('aria-current', 'true');
    showArticle(path, 0, onFailed)
      .then(() => revealOnNarrowScreen(target))
      .catch(onFailed);
  });
  if (path === chosenPath) button.setAttribute('aria-current', 'true');
  button.append(
    create('span', 'entry-title', title),
    create('span', 'details', path),
    create('span', 'details', details),
    create(
      'span',
      'labels',
      ...labels.map((label) => create('span', 'label warning', label)),
      problemCount === 0 ? null : create('span', 'label warning', `⚠ ${problemCount}`),
    ),
  );
  return create('li', '', button);
}

async function showArticle(path: string, from: number, onFailed: (error: unknown) => void): Promise<void> {
  const own = ++turn;
  chosenPath = path;
  const article = await call('article', { path, aroundFactId: null, from });
  if (own !== turn) return;
  shownFrom = from;
  const showFrom = (next: number): void => {
    showArticle(path, next, onFailed).catch(onFailed);
  };
  if (article === null) target.replaceChildren(create('p', 'placeholder', texts.articleGone));
  else target.replaceChildren(...drawArticle(article, NO_MARKS, showFrom));
}
