import type { ArticleBlock, ArticleView, ProblemView, Run } from '../wire/messages.ts';
import { create, createButton, createLink } from './dom.ts';
import { texts } from './texts.ts';

/** The facts to mark: those on the card, and the ranks of the other candidates. */
export interface Marks {
  readonly quotedIds: ReadonlySet<string>;
  /** From 1. */
  readonly ranks: ReadonlyMap<string, number>;
}

export const NO_MARKS: Marks = { quotedIds: new Set(), ranks: new Map() };

/** Draws a part of an article with marks. `showFrom` shows the part that begins at a paragraph. */
export function drawArticle(
  article: ArticleView,
  marks: Marks,
  showFrom: (from: number) => void,
): readonly Node[] {
  const { url, earlierFrom, laterFrom } = article;
  const title = create('h3', 'article-title', article.title);
  const button = (label: string, from: number | null): Node | null =>
    from === null ? null : createButton('page-button', label, () => showFrom(from));
  const nodes: readonly (Node | null)[] = [
    title,
    create('p', 'details', article.details.join(' · ')),
    url === null ? null : create('p', 'details', createLink(url, '', texts.openSource)),
    ...article.hints.map((hint) => create('p', 'details', hint)),
    drawProblems(article.problems),
    button(texts.earlier, earlierFrom),
    create('div', 'text', ...article.blocks.map((block) => drawBlock(block, marks)).map(joinRows())),
    button(texts.later, laterFrom),
  ];
  return nodes.filter((node) => node !== null);
}

/** Draws problems as a list, or null where there are none. */
export function drawProblems(problems: readonly ProblemView[]): HTMLElement | null {
  if (problems.length === 0) return null;
  const items = problems.map(({ location, kind, kindWords, message, remedy }) =>
    create(
      'li',
      `problem ${kind}`,
      create(
        'p',
        'problem-head',
        create('span', `label ${kind}`, kindWords),
        ' ',
        create('code', '', location),
      ),
      create('p', '', message),
      create('p', 'remedy', remedy),
    ),
  );
  return create('ul', 'problem-list', ...items);
}

const HEADINGS = ['h3', 'h4', 'h5', 'h6'] as const;

function drawBlock(block: ArticleBlock, marks: Marks): HTMLElement {
  switch (block.kind) {
    case 'heading':
      return create(HEADINGS[Math.min(block.level, HEADINGS.length - 1)] ?? 'h6', '', block.text);
    case 'head':
    case 'row':
      return drawRow(block, marks);
    case 'code':
      return withLine(create('pre', 'code', ...drawRuns(block.runs, marks)), block.line);
    case 'item': {
      const item = create(
        'div',
        'item',
        create('span', 'marker', block.marker === '-' || block.marker === '*' ? '•' : block.marker),
        create('div', 'item-text', ...drawRuns(block.runs, marks)),
      );
      item.style.setProperty('--depth', String(Math.min(block.depth, 6)));
      return withLine(item, block.line);
    }
    case 'text':
      return withLine(create('p', '', ...drawRuns(block.runs, marks)), block.line);
  }
}

/** Puts the rows of a table into one table. */
function joinRows(): (element: HTMLElement) => Node {
  let body: HTMLElement | null = null;
  return (element) => {
    if (!(element instanceof HTMLTableRowElement)) {
      body = null;
      return element;
    }
    if (body !== null) {
      body.append(element);
      return document.createDocumentFragment();
    }
    body = create('tbody', '', element);
    return create('div', 'table-frame', create('table', '', body));
  };
}

function drawRow(
  { kind, factId, cells, line }: ArticleBlock & { readonly kind: 'head' | 'row' },
  marks: Marks,
): HTMLElement {
  const [first, ...others] = cells.map((runs) =>
    create(kind === 'head' ? 'th' : 'td', '', ...drawRuns(runs, marks)),
  );
  const row = create('tr', '', first ?? null, ...others);
  const { className, rank } = describeMark(factId, marks);
  if (className !== '' && factId !== null) {
    row.className = className;
    row.dataset['fact'] = factId;
    if (rank !== null) first?.prepend(create('sup', 'rank', rank));
  }
  return withLine(row, line);
}

function withLine<Element extends HTMLElement>(element: Element, line: number | null): Element {
  if (line !== null) element.title = `${texts.line} ${line}`;
  return element;
}

/** Runs of one fact get one mark. */
function drawRuns(runs: readonly Run[], marks: Marks): readonly Node[] {
  const nodes: Node[] = [];
  let openId: string | null = null;
  let mark = create('mark', '');
  for (const { text, factId, address } of runs) {
    const shown = address === null ? document.createTextNode(text) : createLink(address, '', text);
    const { className, rank } = describeMark(factId, marks);
    if (factId === null || className === '') {
      nodes.push(shown);
      openId = null;
      continue;
    }
    if (openId !== factId) {
      mark = create('mark', className, rank === null ? null : create('sup', 'rank', rank));
      mark.dataset['fact'] = factId;
      nodes.push(mark);
      openId = factId;
    }
    mark.append(shown);
  }
  return nodes;
}

function describeMark(
  factId: string | null,
  { quotedIds, ranks }: Marks,
): { readonly className: string; readonly rank: string | null } {
  if (factId === null) return { className: '', rank: null };
  const rank = ranks.get(factId);
  if (quotedIds.has(factId)) return { className: 'quoted', rank: rank === undefined ? null : String(rank) };
  return rank === undefined ? { className: '', rank: null } : { className: 'candidate', rank: String(rank) };
}
