import { NO_METADATA } from '../article/article.ts';
import { readMarkdown } from '../markdown/markdown.ts';
import { chooseTitle, type FileContent, removeLines } from './file-content.ts';

/** The name that Discord gives the file it makes of a long message, also as browsers number it. */
const NAME = /(?:^|\/)message ?(?:\(\d{1,3}\))?\.txt$/i;
/** A code block may begin and end inside a line. */
const CODE_BLOCK = /```(?:([\w+#.-]{0,30})\n)?([^`]*(?:`{1,2}[^`]+)*)```/g;
const CODE_SPAN = /(?<!`)(`{1,2})(?!`)([^`\n]+)\1(?!`)/g;
const QUOTE = /^[ \t]*(?:>>>|>)[ \t]+/;
const HEADING = /^#{1,3}[ \t]+\S/;
/** `- `, `* `, `1. `, `**1.** `. */
const ITEM = /^([ \t]*)(?:([-*])|(?:\*\*)?(\d{1,3})\.(?:\*\*)?)[ \t]+(?=\S)/;
const QUESTION_OR_ANSWER = /^[*_]{0,3}(?:Q|A|Question|Answer)[ ]?\d{0,3}[ ]?:[*_]{0,3}[ ]/i;
const RULE = /^[ \t]*[-=_*~]{3,}[ \t]*$/;
const ALL_BOLD = /^[ \t]*[*_]{2,5}[^*_\n]+[*_]{2,5}:?[ \t]*$/;
/** Text that would begin a block in a dialect of Markdown. */
const BLOCK_MARK = /^(?:[#:]|\+ |!{3}|\?{3}|={3}|%%)/;
/** Longer lines are not titles. */
const MAX_TITLE_CHARS = 100;

/** Tells from the name of a file whether it holds a Discord message. */
export function isDiscordMessage(path: string): boolean {
  return NAME.test(path);
}

/** Reads the file of a Discord message. The title is its first heading, or else the first line of its text. */
export function readMessageFile(text: string, path: string): FileContent {
  const body = readMarkdown({ body: convertMessage(text), bodyLine: 1 }, null);
  if (body.kind === 'problem') return removeLines({ content: null, problems: [body.problem] });
  const [first] = body.paragraphs;
  const firstLine = first?.headings[0] ?? first?.text.split('\n')[0] ?? null;
  const metadata = { ...NO_METADATA, title: chooseTitle(body.title ?? firstLine, path) };
  return removeLines({ content: { metadata, paragraphs: body.paragraphs }, problems: body.problems });
}

/**
 * Converts a message to Markdown that looks as the message does in Discord. Each line stays a line, and code stays
 * unchanged. Mentions, times and the bars of spoilers are left out. A first line that stands alone becomes a heading
 * where the message has none.
 */
function convertMessage(text: string): string {
  const message = text.trimEnd();
  const lines = new MessageLines();
  let from = 0;
  for (const { 0: block, 1: language = '', 2: code = '', index } of message.matchAll(CODE_BLOCK)) {
    const before = message.slice(from, index);
    const isQuoted = QUOTE.test(`${before.slice(before.lastIndexOf('\n') + 1)} x`);
    lines.addText(isQuoted ? before.replace(/>[ \t]*$/, '') : before);
    lines.addCode(language, isQuoted ? code.replace(/^> ?/gm, '') : code);
    from = index + block.length;
  }
  lines.addText(message.slice(from));
  return lines.toMarkdown();
}

type LineKind = 'blank' | 'code' | 'heading' | 'item' | 'text';

class MessageLines {
  readonly #lines: string[] = [];
  /** Indentation of the last list item and of the items around it. */
  #indents: readonly number[] = [];
  #last: LineKind = 'blank';
  #isTitled = false;

  addText(text: string): void {
    const lines = text.split('\n');
    // Text after the last line end is on the line of a code block.
    if (lines.at(-1) === '') lines.pop();
    for (const [index, line] of lines.entries()) this.#addLine(line, lines[index + 1] ?? null);
  }

  addCode(language: string, code: string): void {
    this.#add('code', `\`\`\`${language}\n${code.replace(/^\n|\n$/g, '')}\n\`\`\``);
  }

  toMarkdown(): string {
    return this.#lines.join('\n');
  }

  #addLine(written: string, next: string | null): void {
    const line = written.replace(QUOTE, '').replace(/^[ \t]*-#[ \t]+/, '');
    if (line.trim() === '' || RULE.test(line)) this.#add('blank', '');
    else if (HEADING.test(line)) this.#add('heading', convertMarks(line));
    else if (this.#isTitle(line, next)) this.#add('heading', `# ${convertMarks(line.trim())}`);
    else if (ITEM.test(line)) this.#addItem(line);
    else this.#addPlain(line);
    if (line.trim() !== '') this.#isTitled = true;
  }

  /** Returns whether this is the first line of the message and stands alone. */
  #isTitle(line: string, next: string | null): boolean {
    if (this.#isTitled || this.#lines.some((each) => each !== '') || line.length > MAX_TITLE_CHARS)
      return false;
    if (next === null || ITEM.test(line) || QUESTION_OR_ANSWER.test(line)) return false;
    return next.trim() === '' || ALL_BOLD.test(line);
  }

  #addItem(line: string): void {
    const [mark, blanks = '', bullet, number = ''] = ITEM.exec(line) ?? [''];
    const indent = blanks.replaceAll('\t', '    ').length;
    this.#indents = [...this.#indents.filter((around) => around < indent), indent];
    const depth = this.#indents.length - 1;
    const text = convertMarks(line.slice(mark.length));
    this.#add('item', `${'    '.repeat(depth)}${bullet === undefined ? `${number}.` : '-'} ${text}  `);
  }

  #addPlain(line: string): void {
    // An indented line below an item continues it.
    if (this.#last === 'item' && /^[ \t]{2}/.test(line)) {
      this.#lines.push(`${convertMarks(line.trim())}  `);
      return;
    }
    if (QUESTION_OR_ANSWER.test(line) || ALL_BOLD.test(line)) this.#add('blank', '');
    const text = convertMarks(line.trim()).replace(BLOCK_MARK, '\\$&');
    this.#add('text', `${text}  `);
  }

  #add(kind: LineKind, line: string): void {
    if (kind !== this.#last && kind !== 'blank') this.#lines.push('');
    if (kind !== 'item' && kind !== 'blank') this.#indents = [];
    this.#lines.push(line);
    this.#last = kind;
  }
}

/**
 * Replaces or removes Discord's own marks. Syntax that only Markdown or HTML knows becomes text. Inline code stays
 * unchanged.
 */
function convertMarks(line: string): string {
  let result = '';
  let from = 0;
  for (const { 0: code, index } of line.matchAll(CODE_SPAN)) {
    result += convertMarksOutsideCode(line.slice(from, index)) + code;
    from = index + code.length;
  }
  return (result + convertMarksOutsideCode(line.slice(from))).trimEnd();
}

function convertMarksOutsideCode(text: string): string {
  return text
    .replace(/<a?:(\w{1,40}):\d{1,25}>/g, ':$1:')
    .replace(/<\/([\w -]{1,100}):\d{1,25}>/g, '/$1')
    .replace(/ ?<(?:@[!&]?\d{1,25}|#\d{1,25}|t:-?\d{1,15}(?::[a-z])?|id:\w{1,20})>/gi, '')
    .replaceAll('||', '')
    .replace(
      /<(?!https?:\/\/)|&(?=[a-z#\d]{1,32};)|(?<![~\\])~(?!~)|\||(?<=%)%|(?<=\{)[%#/:.{]|(?<=\[)\[/gi,
      '\\$&',
    );
}
