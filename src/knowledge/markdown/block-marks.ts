import type { Blockquote, Heading, ListItem } from 'mdast';
import { TERM_MARK } from '../dialects/definition-lists.ts';
import type { BlockNode } from './markdown-walk.ts';

/** Returns the checkbox before a task, as GitHub shows it; empty for all other items. */
export function renderCheckbox({ checked }: ListItem): string {
  if (typeof checked !== 'boolean') return '';
  return checked ? '☑ ' : '☐ ';
}

/** `[!NOTE]` at the start of a block quote gives its style. Further text on that line is its title. */
const ALERT_MARK = /^\[![\p{L}\p{N}_-]+\][+-]?[ \t]*/u;

/** Returns the content of a block quote without the mark of an admonition. */
export function removeAlertMark(quote: Blockquote): readonly BlockNode[] {
  const [first, ...others] = quote.children;
  if (first?.type !== 'paragraph') return quote.children;
  const [start, ...more] = first.children;
  if (start?.type !== 'text' || !ALERT_MARK.test(start.value)) return quote.children;
  const [title = '', ...lines] = start.value.replace(ALERT_MARK, '').split('\n');
  const text = { type: 'text', value: lines.join('\n') } as const;
  const below: BlockNode = { ...first, children: [text, ...more] };
  if (title === '') return [below, ...others];
  const heading = {
    type: 'heading',
    depth: 6,
    children: [{ type: 'text', value: TERM_MARK + title }],
  } as const;
  const { position } = first;
  return [
    { ...heading, children: [...heading.children], ...(position === undefined ? {} : { position }) },
    ...(lines.length > 0 || more.length > 0 ? [below] : []),
    ...others,
  ];
}

/** Returns the position of a heading among the terms of its definition, from 1; 0 for other headings. */
export function countTermMarks({ children }: Heading): number {
  const [first] = children;
  const text = first?.type === 'text' ? first.value : '';
  return text.length - text.replace(TERM_MARKS, '').length;
}

const TERM_MARKS = new RegExp(`^${TERM_MARK}{1,9}`);
