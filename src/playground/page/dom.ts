/** What an element may be given; a text is always shown letter by letter. */
type Child = Node | string | null;

/** The elements that the page makes. None of them loads or runs anything. */
type Tag =
  | 'a'
  | 'button'
  | 'code'
  | 'dd'
  | 'del'
  | 'div'
  | 'dl'
  | 'dt'
  | 'em'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'h5'
  | 'h6'
  | 'ins'
  | 'li'
  | 'mark'
  | 'ol'
  | 'p'
  | 'pre'
  | 's'
  | 'small'
  | 'span'
  | 'strong'
  | 'sup'
  | 'table'
  | 'tbody'
  | 'td'
  | 'th'
  | 'tr'
  | 'u'
  | 'ul';

/** Creates an element with a class, or `''` for none, and with children. */
export function create<Name extends Tag>(
  tag: Name,
  className: string,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Creates a link to another site, or plain children where the address is none of the web. */
export function createLink(address: string, className: string, ...children: readonly Child[]): HTMLElement {
  if (!isWebAddress(address)) return create('span', className, ...children);
  const link = create('a', className, ...children);
  link.href = address;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  return link;
}

/** Creates a button that does something when pressed. */
export function createButton(className: string, label: string, press: () => void): HTMLButtonElement {
  const button = create('button', className, label);
  button.type = 'button';
  button.addEventListener('click', press);
  return button;
}

/** Finds an element of the page by its id. */
export function find<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const element = document.getElementById(id);
  if (element instanceof kind) return element;
  throw new TypeError(`the page has no ${kind.name} “${id}”`);
}

/** Shows a text in an element, or hides the element where there is none. */
export function showText(element: HTMLElement, text: string | null): void {
  element.hidden = text === null;
  if (element.textContent !== (text ?? '')) element.textContent = text ?? '';
}

/** Scrolls to a part of the page where it stands below the others, as on a phone. */
export function revealOnNarrowScreen(element: HTMLElement): void {
  if (matchMedia('(width < 900px)').matches) element.scrollIntoView({ block: 'start' });
}

function isWebAddress(address: string): boolean {
  return URL.canParse(address) && ['http:', 'https:'].includes(new URL(address).protocol);
}
