import { type Names, readInline } from '../../../src/playground/look/read-inline.ts';
import { readMarkdown } from '../../../src/playground/look/read-markdown.ts';
import { escapeHtml } from '../../../src/playground/page-html.ts';
import type { LookNode, WrapKind } from '../../../src/playground/wire/look-node.ts';

const TAGS: Readonly<Record<WrapKind, string>> = {
  bold: 'strong',
  italic: 'em',
  underlined: 'u',
  struck: 's',
  spoiler: 'discord-spoiler',
  quote: 'discord-quote',
  small: 'discord-subscript',
  bullets: 'discord-unordered-list',
  item: 'discord-list-item',
};

/** Discord's Markdown as the page shows it. All text is escaped. */
export function markdownToHtml(markdown: string, names: Names): string {
  return lookToHtml(readMarkdown(markdown, names));
}

/** Markdown within a line or over several, without blocks. */
export function inlineToHtml(markdown: string, names: Names): string {
  return lookToHtml(readInline(markdown, names));
}

/** What Discord shows, in the elements of the components; all text in it is escaped. */
export function lookToHtml(nodes: readonly LookNode[], isMenuOpen = false): string {
  return nodes.map((node) => nodeToHtml(node, isMenuOpen)).join('');
}

function nodeToHtml(node: LookNode, isMenuOpen: boolean): string {
  const inner = 'inner' in node ? lookToHtml(node.inner, isMenuOpen) : '';
  switch (node.kind) {
    case 'text':
      return escapeHtml(node.text);
    case 'break':
      return '<br>';
    case 'code':
      return `<discord-code${node.isBlock ? ' multiline' : ''} embed>${escapeHtml(node.text)}</discord-code>`;
    case 'mention':
      return `<discord-mention type="${node.of}">${escapeHtml(node.name)}</discord-mention>`;
    case 'moment':
      return `<span class="moment">${escapeHtml(node.text)}</span>`;
    case 'heading':
      return `<discord-header level="${node.level}">${inner}</discord-header>`;
    case 'numbers':
      return `<discord-ordered-list>${inner}</discord-ordered-list>`;
    case 'link':
      return `<discord-link href="${escapeHtml(node.address)}" target="_blank">${inner}</discord-link>`;
    case 'texts':
      return `<div class="text">${inner}</div>`;
    case 'row':
      return `<discord-action-row>${inner}</discord-action-row>`;
    case 'card':
      return `<div class="container"${node.accent === null ? '' : ` style="--accent: ${node.accent}"`}>${inner}</div>`;
    case 'section':
      return `<div class="section"><div class="section-text">${inner}</div>${node.beside === null ? '' : `<discord-action-row>${nodeToHtml(node.beside, isMenuOpen)}</discord-action-row>`}</div>`;
    case 'separator':
      return `<div class="separator${node.isLine ? '' : ' blank'}"></div>`;
    case 'picture':
      return `<div class="picture">🖼️ ${escapeHtml(node.description)}</div>`;
    case 'button':
      return button(node);
    case 'menu':
      return menu(node, isMenuOpen);
    default:
      return `<${TAGS[node.kind]}>${inner}</${TAGS[node.kind]}>`;
  }
}

function button({
  style,
  label,
  emoji,
  isDisabled,
  address,
}: LookNode & { readonly kind: 'button' }): string {
  const look = [`type="${style}"`, isDisabled ? 'disabled' : ''];
  const leads = address === null ? '' : `url="${escapeHtml(address)}"`;
  const sign = emoji === null ? '' : `<span class="emoji">${escapeHtml(emoji)}</span>`;
  return `<discord-button ${[...look, leads].join(' ')}>${sign}${escapeHtml(label)}</discord-button>`;
}

function menu({ shown, options }: LookNode & { readonly kind: 'menu' }, isOpen: boolean): string {
  const inner = options.map(
    ({ label, description }) =>
      `<discord-string-select-menu-option label="${escapeHtml(label)}" description="${escapeHtml(description)}"></discord-string-select-menu-option>`,
  );
  const open = isOpen ? ' data-open' : '';
  return `<discord-string-select-menu placeholder="${escapeHtml(shown)}"${open}>${inner.join('')}</discord-string-select-menu>`;
}
