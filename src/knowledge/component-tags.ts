import { titleIn } from './inline-dialects.ts';

/** Lines of one tag at most. */
const MAX_TAG_LINES = 40;
const MAX_TAG_CHARS = 2_000;

/** `<Name attribute="…">`, `</Name>`, `<Name />`: a component of MDX, Astro or VitePress, alone on its lines. */
const COMPONENT =
  /^[ \t]*<(\/?)([A-Z][\w.]*)((?:[\s/](?:[^<>"'`{}]|"[^"]*"|'[^']*'|`[^`]*`|\{(?:[^{}]|\{[^{}]*\})*\})*)?)>[ \t]*$/;
const BEGINS = /^[ \t]*<\/?[A-Z]/;

interface OpenComponent {
  readonly name: string;
  readonly indent: number;
  /** How far what is inside is indented; null until it is known. */
  inside: number | null;
}

/** What a line becomes: the title of a component that begins there, or the line itself without the components' indentation. */
export type ComponentLine = { readonly title: string } | { readonly text: string };

/**
 * Takes components' tags out of the lines of a Markdown text, which it is handed in order: what is between them is Markdown, however it is
 * indented. Without them the parser would take it for HTML or for code.
 */
export class ComponentTags {
  readonly #lines: readonly string[];
  readonly #open: OpenComponent[] = [];
  /** Lines before this one belong to a tag that has been read. */
  #readTo = 0;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  read(index: number, isCode: boolean): ComponentLine {
    if (index < this.#readTo) return { title: '' };
    const line = this.#lines[index] ?? '';
    const tag = isCode ? null : this.#tagFrom(index);
    if (tag === null) return { text: this.#dedented(line) };
    const [whole, slash, name = '', attributes = ''] = tag;
    this.#readTo = index + whole.split('\n').length;
    if (slash === '/') this.#close(name);
    else if (!attributes.trimEnd().endsWith('/'))
      this.#open.push({ name, indent: widthOf(line), inside: null });
    return { title: slash === '/' ? '' : titleIn(attributes) };
  }

  #tagFrom(index: number): RegExpExecArray | null {
    if (!BEGINS.test(this.#lines[index] ?? '')) return null;
    let tag = '';
    for (const line of this.#lines.slice(index, index + MAX_TAG_LINES)) {
      tag += tag === '' ? line : `\n${line}`;
      if (tag.length > MAX_TAG_CHARS || line.trim() === '') return null;
      if (line.trimEnd().endsWith('>')) return COMPONENT.exec(tag);
    }
    return null;
  }

  #close(name: string): void {
    const index = this.#open.findLastIndex((component) => component.name === name);
    if (index >= 0) this.#open.length = index;
  }

  #dedented(line: string): string {
    const innermost = this.#open.at(-1);
    if (innermost === undefined || line.trim() === '') return line;
    const width = widthOf(line);
    innermost.inside ??= width > innermost.indent ? width : 0;
    if (innermost.inside === 0) return line;
    return ' '.repeat(Math.max(0, width - innermost.inside)) + line.trimStart();
  }
}

/** How many columns a line is indented. */
function widthOf(line: string): number {
  return (/^[ \t]*/.exec(line)?.[0] ?? '').replaceAll('\t', '    ').length;
}
