import { Tokenizer } from 'htmlparser2';

/** Receives the tags and the text of HTML, in reading order. */
export interface HtmlVisitor {
  /** Names are in small letters, and entities in values are decoded. `line` is the line on which the tag begins. */
  open(name: string, attributes: ReadonlyMap<string, string>, line: number): void;
  close(name: string): void;
  /** Entities are decoded. */
  addText(text: string): void;
}

/**
 * Passes the tags and the text of `html` to `visitor`. Comments and declarations are left out. Runs in linear time.
 *
 * @param firstLine the line on which `html` begins
 */
export function readTags(html: string, visitor: HtmlVisitor, firstLine: number): void {
  const lines = new LineCounter(html, firstLine);
  const attributes = new Map<string, string>();
  let tag = '';
  let line = firstLine;
  let attribute = '';
  let value = '';
  const open = (): void => visitor.open(tag, new Map(attributes), line);
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (start, end) => {
        tag = html.slice(start, end).toLowerCase();
        line = lines.findLine(start);
        attributes.clear();
      },
      onattribname: (start, end) => {
        attribute = html.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata: (start, end) => {
        value += html.slice(start, end);
      },
      onattribentity: (codePoint) => {
        value += String.fromCodePoint(codePoint);
      },
      onattribend: () => {
        if (!attributes.has(attribute)) attributes.set(attribute, value);
      },
      onopentagend: open,
      // HTML ignores a slash before the `>`.
      onselfclosingtag: open,
      onclosetag: (start, end) => visitor.close(html.slice(start, end).toLowerCase()),
      ontext: (start, end) => visitor.addText(html.slice(start, end)),
      ontextentity: (codePoint) => visitor.addText(String.fromCodePoint(codePoint)),
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend: ignore,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}

/** Finds line numbers. It counts each line end once, so offsets must be given in rising order. */
class LineCounter {
  readonly #text: string;
  #line: number;
  #lineEnd: number;

  constructor(text: string, firstLine: number) {
    this.#text = text;
    this.#line = firstLine;
    this.#lineEnd = text.indexOf('\n');
  }

  findLine(offset: number): number {
    while (this.#lineEnd >= 0 && this.#lineEnd < offset) {
      this.#line += 1;
      this.#lineEnd = this.#text.indexOf('\n', this.#lineEnd + 1);
    }
    return this.#line;
  }
}

function ignore(): void {
  // Comments and declarations.
}
