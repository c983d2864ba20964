import { escapeHtml } from './escape-html.ts';
import { inlineToHtml } from './inline-to-html.ts';
import type { Names } from './names.ts';

/** A kind of block that begins at the start of a line: the lines that belong to it, and what they become. */
interface Block {
  /** The whole block at the start of the text; the line's end behind it is taken too. */
  readonly pattern: RegExp;
  readonly render: (taken: string, names: Names) => string;
}

const BLOCKS: readonly Block[] = [
  { pattern: /^```(?:[\w+-]*\n)?([\s\S]+?)\n?```\n?/, render: codeBlock },
  { pattern: /^>>> [\s\S]+/, render: (taken, names) => quoted(taken.slice(4), names) },
  {
    pattern: /^(?:> .*(?:\n|$))+/,
    render: (taken, names) => quoted(taken.replace(/^> /gm, '').replace(/\n$/, ''), names),
  },
  { pattern: /^#{1,3} .+(?:\n|$)/, render: heading },
  {
    pattern: /^ *-# .+(?:\n|$)/,
    render: (taken, names) =>
      `<discord-subscript>${inlineToHtml(taken.trim().slice(3).trim(), names)}</discord-subscript>`,
  },
  {
    pattern: /^ *[-*] .*(?:\n|$)(?: *[-*] .*(?:\n|$)| +\S.*(?:\n|$))*/,
    render: (taken, names) => list('discord-unordered-list', taken, names),
  },
  {
    pattern: /^ *\d+\. .*(?:\n|$)(?: *\d+\. .*(?:\n|$)| +\S.*(?:\n|$))*/,
    render: (taken, names) => list('discord-ordered-list', taken, names),
  },
];

/** Discord's Markdown as the page shows it: blocks first, then what stands in them. All text is escaped. */
export function markdownToHtml(markdown: string, names: Names): string {
  let html = '';
  let text = '';
  let rest = markdown;
  const flush = (): void => {
    html += inlineToHtml(text, names);
    text = '';
  };
  while (rest !== '') {
    const block = BLOCKS.find(({ pattern }) => pattern.test(rest));
    const taken = block?.pattern.exec(rest)?.[0] ?? /^.*(?:\n|$)/.exec(rest)?.[0] ?? rest;
    rest = rest.slice(taken.length);
    if (block === undefined) text += taken;
    else {
      flush();
      html += block.render(taken, names);
    }
  }
  flush();
  return html;
}

function quoted(inner: string, names: Names): string {
  return `<discord-quote>${markdownToHtml(inner, names)}</discord-quote>`;
}

function heading(taken: string, names: Names): string {
  const level = taken.indexOf(' ');
  return `<discord-header level="${level}">${inlineToHtml(taken.slice(level).trim(), names)}</discord-header>`;
}

/** An item goes on over the lines below it that are set in, which may be a list too. */
function list(tag: string, taken: string, names: Names): string {
  const items = taken
    .trimEnd()
    .split(/\n(?=(?:[-*]|\d+\.) )/)
    .map((item) => item.replace(/^ *(?:[-*]|\d+\.) /, '').replace(/\n {1,2}/g, '\n'))
    .map((item) => `<discord-list-item>${markdownToHtml(item, names)}</discord-list-item>`);
  return `<${tag}>${items.join('')}</${tag}>`;
}

function codeBlock(taken: string): string {
  const inner = taken
    .trimEnd()
    .slice(3, -3)
    .replace(/^[\w+-]*\n/, '');
  return `<discord-code multiline embed>${escapeHtml(inner)}</discord-code>`;
}
