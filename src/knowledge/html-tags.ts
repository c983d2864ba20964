import { Tokenizer } from 'htmlparser2';

/** What is told of a piece of HTML, in reading order. */
export interface HtmlReader {
  /** Names are in small letters, entities in values decoded. */
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  close(name: string): void;
  /** Entities are decoded. */
  text(text: string): void;
}

/** Tells `reader` the tags and the text of `html`; comments and declarations are nobody's to see. Runs in linear time. */
export function readTags(html: string, reader: HtmlReader): void {
  const attributes = new Map<string, string>();
  let tag = '';
  let attribute = '';
  let value = '';
  const open = (): void => reader.open(tag, new Map(attributes));
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (start, end) => {
        tag = html.slice(start, end).toLowerCase();
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
      // A slash before the `>` means nothing in HTML.
      onselfclosingtag: open,
      onclosetag: (start, end) => reader.close(html.slice(start, end).toLowerCase()),
      ontext: (start, end) => reader.text(html.slice(start, end)),
      ontextentity: (codePoint) => reader.text(String.fromCodePoint(codePoint)),
      oncdata: ignored,
      oncomment: ignored,
      ondeclaration: ignored,
      onprocessinginstruction: ignored,
      onend: ignored,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}

function ignored(): void {
  // Comments and declarations.
}
