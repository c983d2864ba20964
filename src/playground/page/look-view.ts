import type { LookNode, WrapKind } from '../wire/look-node.ts';
import { create, createLink } from './dom.ts';

const TAGS = {
  bold: 'strong',
  italic: 'em',
  underlined: 'u',
  struck: 's',
  spoiler: 'span',
  quote: 'div',
  small: 'div',
  bullets: 'ul',
  item: 'li',
} as const satisfies Record<WrapKind, string>;

/** Draws what Discord shows. */
export function drawLook(nodes: readonly LookNode[]): readonly Node[] {
  return nodes.map(drawNode);
}

function drawNode(node: LookNode): Node {
  const inner = 'inner' in node ? drawLook(node.inner) : [];
  switch (node.kind) {
    case 'text':
      return document.createTextNode(node.text);
    case 'break':
      return document.createElement('br');
    case 'code':
      return node.isBlock ? create('pre', 'd-code-block', node.text) : create('code', 'd-code', node.text);
    case 'mention':
      return create('span', 'd-mention', `${MENTION_SIGNS[node.of]}${node.name}`);
    case 'moment':
      return create('span', 'd-moment', node.text);
    case 'heading':
      return create('div', `d-heading d-heading-${node.level}`, ...inner);
    case 'numbers':
      return drawNumbers(node.start, inner);
    case 'link':
      return createLink(node.address, 'd-link', ...inner);
    case 'section':
      return create(
        'div',
        'd-section',
        create('div', 'd-section-text', ...inner),
        node.beside === null ? null : drawNode(node.beside),
      );
    case 'separator':
      return create('div', node.isLine ? 'd-separator d-line' : 'd-separator');
    case 'picture':
      return create('div', 'd-picture', `🖼️ ${node.description}`);
    case 'card':
      return drawCard(node.accent, inner);
    case 'button':
      return drawButton(node);
    case 'menu':
      return create('div', 'd-menu', node.shown);
    case 'texts':
    case 'row':
      return create('div', `d-${node.kind}`, ...inner);
    default:
      return create(TAGS[node.kind], `d-${node.kind}`, ...inner);
  }
}

const MENTION_SIGNS = { user: '@', role: '@', channel: '#', slash: '' } as const;

function drawNumbers(start: number, inner: readonly Node[]): HTMLElement {
  const list = create('ol', 'd-numbers', ...inner);
  list.start = start;
  return list;
}

function drawCard(accent: string | null, inner: readonly Node[]): HTMLElement {
  const card = create('div', 'd-card', ...inner);
  if (accent !== null) card.style.setProperty('--accent', accent);
  return card;
}

/** Nothing happens at a press, so it is no button of the page. */
function drawButton({
  style,
  emoji,
  label,
  isDisabled,
  address,
}: LookNode & { readonly kind: 'button' }): HTMLElement {
  const className = `d-button d-${style}${isDisabled ? ' d-disabled' : ''}`;
  const inner = [emoji === null ? null : create('span', 'd-emoji', emoji), label];
  return address === null ? create('span', className, ...inner) : createLink(address, className, ...inner);
}
