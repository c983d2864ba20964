import { measureIndent } from '../../text/layout/indent.ts';
import { readTitleAttribute } from './inline-dialects.ts';

/** Maximum number of lines in one tag. */
const MAX_TAG_LINES = 40;
const MAX_TAG_CHARS = 2_000;

/** `<Name attribute="…">`, `</Name>` and `<Name />`: a component of MDX, Astro or VitePress, alone on its lines. */
const COMPONENT =
  /^[ \t]*<(\/?)([A-Z][\w.]*)((?:[\s/](?:[^<>"'`{}]|"[^"]*"|'[^']*'|`[^`]*`|\{(?:[^{}]|\{[^{}]*\})*\})*)?)>[ \t]*$/;
const BEGINS = /^[ \t]*<\/?[A-Z]/;

interface OpenComponent {
  readonly name: string;
  readonly indent: number;
  /** Indentation of its content in columns; null until it is known. */
  inside: number | null;
  readonly title: string;
}

/** The tag of a component. `title` is the title that the component shows; empty where it shows none. */
export interface ComponentTag {
  readonly title: string;
  readonly isEnd: boolean;
}

/** The result for one line: a tag, or the text of the line without the indentation of the components. */
export type ComponentLine = ComponentTag | { readonly text: string };

/**
 * Removes the tags of components from the lines of a Markdown text, which must be given in order. Text between tags is
 * Markdown, whatever its indentation. The parser would take the tags for HTML and the indented text for code.
 */
export class ComponentTags {
  readonly #lines: readonly string[];
  readonly #open: OpenComponent[] = [];
  /** Lines before this index belong to a tag that was read already. */
  #readTo = 0;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  read(index: number, isCode: boolean): ComponentLine {
    if (index < this.#readTo) return { title: '', isEnd: false };
    const line = this.#lines[index] ?? '';
    const tag = isCode ? null : this.#readTagFrom(index);
    if (tag === null) return { text: this.#dedent(line) };
    const [whole, slash, name = '', attributes = ''] = tag;
    this.#readTo = index + whole.split('\n').length;
    if (slash === '/') return { title: this.#close(name), isEnd: true };
    const title = readTitleAttribute(attributes);
    if (!attributes.trimEnd().endsWith('/'))
      this.#open.push({ name, indent: measureIndent(line), inside: null, title });
    return { title, isEnd: false };
  }

  #readTagFrom(index: number): RegExpExecArray | null {
    if (!BEGINS.test(this.#lines[index] ?? '')) return null;
    let tag = '';
    for (const line of this.#lines.slice(index, index + MAX_TAG_LINES)) {
      tag += tag === '' ? line : `\n${line}`;
      if (tag.length > MAX_TAG_CHARS || line.trim() === '') return null;
      if (line.trimEnd().endsWith('>')) return COMPONENT.exec(tag);
    }
    return null;
  }

  /** Closes a component and returns its title. */
  #close(name: string): string {
    const index = this.#open.findLastIndex((component) => component.name === name);
    const title = this.#open[index]?.title ?? '';
    if (index >= 0) this.#open.length = index;
    return title;
  }

  #dedent(line: string): string {
    const innermost = this.#open.at(-1);
    if (innermost === undefined || line.trim() === '') return line;
    const width = measureIndent(line);
    innermost.inside ??= width > innermost.indent ? width : 0;
    if (innermost.inside === 0) return line;
    return ' '.repeat(Math.max(0, width - innermost.inside)) + line.trimStart();
  }
}
