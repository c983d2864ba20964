import type { Delete, PhrasingContent } from 'mdast';
import { escapeUnknownTags } from '../dialects/unknown-tags.ts';
import { readTags } from '../html/html-tags.ts';
import { raiseText } from '../html/raised-text.ts';
import { type SeenText, tidyLines } from '../html/seen-text.ts';
import type { InlineText } from '../paragraphs/paragraphs.ts';

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** The surroundings of inline nodes. */
export interface InlineContext {
  /** Holds the open elements around the nodes. Elements opened inside the text end with it. */
  readonly seen: SeenText;
  /** Number of lines of the file before the first line that the nodes count. */
  readonly linesBefore: number;
  /** The addresses of references, by their identifiers. */
  readonly addresses: ReadonlyMap<string, string>;
  /** The names of all elements that the text closes. */
  readonly closedNames: ReadonlySet<string>;
}

/**
 * Reads inline Markdown as a reader sees it: without marks, with links and code as their text. Images, footnote marks,
 * and struck-out or hidden text are left out. HTML tags take effect, and entities are decoded. A soft line break
 * becomes a space, a hard one (or `<br>`) `\n`. The text and each of its lines are trimmed; other white space stays
 * unchanged.
 */
export function readInlineText(nodes: readonly PhrasingContent[], context: InlineContext): InlineText {
  const { depth } = context.seen;
  readAll(nodes, context);
  context.seen.closeDownTo(depth);
  return context.seen.take(tidyLines);
}

function readAll(nodes: readonly PhrasingContent[], context: InlineContext): void {
  for (const [index, node] of removeHighlightMarks(nodes).entries()) {
    const lowered = node.type === 'delete' ? findLoweredText(node, nodes[index - 1]) : null;
    if (lowered === null) readNode(node, context);
    else readInside('sub', NO_ATTRIBUTES, { node: lowered, line: 1, context });
  }
}

/** Removes the marks of `==**words**==`, which are in the texts before and after the highlighted node. */
function removeHighlightMarks(nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const isMarked = (index: number): boolean => {
    const [before, inside, behind] = nodes.slice(Math.max(0, index - 1), index + 2);
    const isInside = inside?.type === 'strong' || inside?.type === 'emphasis' || inside?.type === 'link';
    return isInside && /(?<!=)==$/.test(readTextValue(before)) && /^==(?!=)/.test(readTextValue(behind));
  };
  return nodes.map((node, index) => {
    if (node.type !== 'text') return node;
    const start = index > 1 && isMarked(index - 1) ? 2 : 0;
    const end = isMarked(index + 1) ? 2 : 0;
    return start + end === 0 ? node : { ...node, value: node.value.slice(start, node.value.length - end) };
  });
}

function readTextValue(node: PhrasingContent | undefined): string {
  return node?.type === 'text' ? node.value : '';
}

/**
 * Finds text between single tildes that stands for lowered text. GitHub takes it for struck out. Returns null if it
 * is struck out.
 */
function findLoweredText(node: Delete, before: PhrasingContent | undefined): ElementContext['node'] | null {
  const [only, ...others] = node.children;
  if (only?.type !== 'text' || others.length > 0) return null;
  const isSingle = only.position?.start.offset === (node.position?.start.offset ?? 0) + 1;
  return isSingle && isLowered(only.value, readTextValue(before)) ? node : null;
}

function readNode(node: PhrasingContent, context: InlineContext): void {
  const { seen, linesBefore, addresses } = context;
  const line = linesBefore + (node.position?.start.line ?? 1);
  switch (node.type) {
    case 'text':
      seen.addText(removeTextMarks(node.value.replace(/\n/g, ' ')));
      break;
    case 'inlineCode':
      seen.addText(node.value.replace(/\n/g, ' '));
      break;
    case 'break':
      seen.addText('\n');
      break;
    case 'html':
      if (node.value.startsWith('<!')) seen.markGap();
      else readTags(escapeUnknownTags(node.value, context.closedNames), seen, line);
      break;
    case 'delete':
      readInside('del', NO_ATTRIBUTES, { node, line, context });
      break;
    case 'link':
      readInside('a', new Map([['href', node.url]]), { node, line, context });
      break;
    case 'linkReference':
      readInside('a', new Map([['href', addresses.get(node.identifier) ?? '']]), { node, line, context });
      break;
    case 'emphasis':
    case 'strong':
      readAll(node.children, context);
      break;
    case 'image':
      seen.open('img', buildPictureAttributes(node.url, node.alt), line);
      break;
    case 'imageReference':
      seen.open('img', buildPictureAttributes(addresses.get(node.identifier) ?? '', node.alt), line);
      break;
    case 'footnoteReference':
      break;
    default:
      rejectNode(node);
  }
}

interface ElementContext {
  readonly node: { readonly children: readonly PhrasingContent[] };
  readonly line: number;
  readonly context: InlineContext;
}

function readInside(
  name: string,
  attributes: ReadonlyMap<string, string>,
  { node, line, context }: ElementContext,
): void {
  context.seen.open(name, attributes, line);
  readAll(node.children, context);
  context.seen.close(name);
}

function buildPictureAttributes(
  address: string,
  alternative: string | null | undefined,
): Map<string, string> {
  return new Map([
    ['src', address],
    ['alt', alternative ?? ''],
  ]);
}

/** Makes the compiler reject a new kind of inline node until it is handled above. */
function rejectNode(node: never): never {
  throw new TypeError(`unknown inline node ${JSON.stringify(node)}`);
}

/** `==marked==`, of Obsidian and MkDocs. `a==b` and `a == b` are comparisons. */
const MARKED = /(?<![=\p{L}\p{N}/?&#%._~-])==(?=[^\s=])([^=\n]{1,500})==(?![=\p{L}\p{N}])/gu;
/** `++ctrl+alt+del++`, of MkDocs. “c++ or d++” names languages. */
const KEYS = /(?<![+\p{L}\p{N}/?&#%._~-])\+\+([\w"'-]+(?:\+[\w"'-]+)*)\+\+(?![+\p{L}\p{N}])/gu;
/** `x^2^`, of Pandoc and MkDocs. */
const RAISED = /(?<=[\p{L}\p{N})\]])\^([\p{L}\p{N}+−-]{1,10})\^(?![\p{N}^])/gu;
/** `:material-information-outline:{ title="…" }`, of MkDocs. */
const ICON = /:(?:material|fontawesome|octicons|simple)-[a-z\d-]{1,80}:(?:\{[^{}\n]{0,200}\})?/g;
/** Returns whether a text can hold any of these. Most texts hold none. */
const CAN_HOLD = /==|\+\+|\^|:(?:material|fontawesome|octicons|simple)-/;

/** Removes the marks of some dialects from Markdown text outside code: highlights, keys, raised text and icons. */
function removeTextMarks(text: string): string {
  if (!CAN_HOLD.test(text)) return text;
  return text
    .replace(ICON, '')
    .replace(MARKED, (marked, words: string) => (/\s$/.test(words) || isPunctuation(words) ? marked : words))
    .replace(KEYS, '$1')
    .replace(RAISED, (_, power: string) => raiseText(power, 'x'));
}

/** Returns whether the “highlighted” text begins with punctuation, as in `"==" and "=="`, which names a sign twice. */
function isPunctuation(words: string): boolean {
  return /^["'”’)\]},;]/.test(words);
}

/**
 * Returns whether the text of a `~2~` is lowered, as in `H~2~O`: a few characters without a space, right after a letter
 * or digit.
 */
function isLowered(text: string, before: string): boolean {
  return /^[\p{L}\p{N}+−-]{1,4}$/u.test(text) && /[\p{L}\p{N})\]]$/u.test(before);
}
