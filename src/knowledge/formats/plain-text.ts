import { measureIndent } from '../../text/layout/indent.ts';
import { hasTurningMarks, removeUnseen } from '../../text/layout/printable.ts';
import { NO_METADATA, type Paragraph } from '../article/article.ts';
import { type FileProblem, LeftOutLog } from '../article/problem.ts';
import { checkTitle } from '../front-matter/metadata-text.ts';
import { readHeading } from '../paragraphs/paragraph-collector.ts';
import { buildParagraph, EMPTY_INLINE } from '../paragraphs/paragraphs.ts';
import { readMarkedQuestion, removeAnswerMark } from '../paragraphs/question-marks.ts';
import { isDiscordMessage, readMessageFile } from './discord-message.ts';
import { chooseTitle, type FileContent } from './file-content.ts';

/** Reads a `.txt` file, or a Discord message where the file has the name of one. */
export function readTextFile(text: string, path: string): FileContent {
  if (isDiscordMessage(path)) return readMessageFile(text, path);
  const { title, paragraphs, problems } = readPlainText(text);
  const metadata = { ...NO_METADATA, title: title ?? chooseTitle(null, path) };
  return { content: { metadata, paragraphs }, problems };
}

/** The content of a text file. `title` is null where its first line is not a title. */
interface PlainText {
  readonly title: string | null;
  readonly paragraphs: readonly Paragraph[];
  readonly problems: readonly FileProblem[];
}

/**
 * Reads a `.txt` article with `\n` line ends: the title, a blank line, then paragraphs separated by blank lines.
 * Without a blank line after the first line, the article has no title. A line break in a paragraph becomes a space, so
 * that wrapped sentences stay whole. A list item, `Q:` or `A:` begins a new paragraph, and so does each line of a
 * paragraph of labelled lines, such as “Address: …” above “Port: …”. A question is the heading of the text after it.
 */
export function readPlainText(text: string): PlainText {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const isTitled =
    lines.length > first + 1 &&
    lines[first + 1]?.trim() === '' &&
    !beginsQuestionOrAnswer(lines[first] ?? '');
  const title = isTitled ? checkTitle(lines[first] ?? '', first + 1) : null;
  const from = title?.kind === 'title' ? first + 2 : 0;
  const body = lines.slice(from);
  const notes = new LeftOutLog();
  for (const [index, line] of body.entries())
    if (hasTurningMarks(line)) notes.add({ code: 'turned' }, index + from + 1);
  return {
    title: title?.kind === 'title' ? title.text : null,
    paragraphs: readParagraphs(body.map(removeUnseen), from + 1),
    problems: notes.toProblems(),
  };
}

/** `- `, `* `, `• `, `1. ` or `1) `. */
const ITEM = /^([ \t]*)(?:[-*•]|(\d{1,3})[.)])[ \t]+(?=\S)/;
/** More than the one or two spaces that people put before an item. */
const MIN_INDENT = 2;

/** A line that begins with a label: up to four words and a colon. */
const LABELLED = /^[ \t]*\p{L}[\p{L}\p{N}'’/-]{0,29}(?: [\p{L}\p{N}'’/-]{1,20}){0,3}:[ \t]+\S/u;

interface OpenParagraph {
  readonly lines: string[];
  readonly line: number;
  readonly indent: number;
  /** Null where the paragraph does not begin a list item. */
  readonly marker: string | null;
}

interface OpenList {
  readonly indent: number;
  readonly isOrdered: boolean;
  /** The text that introduces the list. */
  readonly lead: string | null;
}

function readParagraphs(lines: readonly string[], firstLine: number): readonly Paragraph[] {
  const found = new PlainParagraphs();
  let open: OpenParagraph | null = null;
  const close = (): void => {
    if (open !== null) found.add(open);
    open = null;
  };
  for (const [index, line] of lines.entries()) {
    const { marker, text } = readItem(line);
    const isNew = marker !== null || beginsQuestionOrAnswer(line) || isNextLabelled(open, line);
    if (line.trim() === '' || isNew) close();
    if (line.trim() === '') continue;
    open ??= { lines: [], line: firstLine + index, indent: measureIndent(line), marker };
    open.lines.push(text);
    if (beginsQuestionOrAnswer(line) && line.trimEnd().endsWith('?')) close();
  }
  close();
  return found.finish();
}

/** Separates the marker of a list item from its text; the marker is null for a line that begins no item. */
function readItem(line: string): Pick<OpenParagraph, 'marker'> & { readonly text: string } {
  const [mark, , number] = ITEM.exec(line) ?? [];
  if (mark === undefined) return { marker: null, text: line };
  return { marker: number === undefined ? '- ' : `${number}. `, text: line.slice(mark.length) };
}

/** Returns whether a line has a label, as the paragraph above it has, and so does not continue it. */
function isNextLabelled(open: Pick<OpenParagraph, 'lines'> | null, line: string): boolean {
  return LABELLED.test(line) && LABELLED.test(open?.lines[0] ?? '');
}

/** Puts the paragraphs of a plain text into their lists. */
class PlainParagraphs {
  readonly #paragraphs: Paragraph[] = [];
  /** The last question, and its own paragraph, for the case that nothing follows it. */
  #asked: { readonly question: string; alone: Paragraph | null } | null = null;
  #section = 0;
  #lists: readonly OpenList[] = [];
  #block = 0;

  add({ lines, line, indent, marker }: OpenParagraph): void {
    const text = lines.join(' ').trim();
    const before = this.#isBelowQuestion ? null : (this.#paragraphs.at(-1)?.text ?? null);
    if (marker !== null) this.#openItem({ indent, isOrdered: marker !== '- ', lead: before });
    // An indented paragraph below an item continues it.
    else this.#lists = this.#lists.filter((list) => indent >= list.indent + MIN_INDENT);
    const list = this.#lists.at(-1);
    if (list === undefined) this.#block += 1;
    const inList = { kind: 'item', depth: this.#lists.length, marker: marker ?? '' } as const;
    this.#push(
      buildParagraph({
        text,
        line,
        block: this.#block,
        ...(list === undefined ? {} : { ...inList, lead: list.lead }),
      }),
    );
  }

  /** Returns all paragraphs of the text. Call it after the last one. */
  finish(): readonly Paragraph[] {
    this.#settle();
    return this.#paragraphs;
  }

  get #isBelowQuestion(): boolean {
    return this.#asked !== null && this.#asked.alone !== null;
  }

  /** Adds a paragraph. A marked question becomes the heading of the text below it, up to the next one. */
  #push(paragraph: Paragraph): void {
    const asked = readMarkedQuestion({ ...EMPTY_INLINE, text: paragraph.text }, []);
    if (asked === null) {
      this.#pushBelow(paragraph);
      return;
    }
    this.#settle();
    this.#section += 1;
    this.#asked = {
      question: readHeading(asked.question).text,
      alone: { ...paragraph, section: this.#section },
    };
    if (asked.answer !== null) this.#pushBelow({ ...paragraph, text: asked.answer.text });
  }

  #pushBelow(paragraph: Paragraph): void {
    if (this.#asked === null) {
      this.#paragraphs.push(paragraph);
      return;
    }
    const { question } = this.#asked;
    const { text } = removeAnswerMark(
      { ...EMPTY_INLINE, text: paragraph.text },
      { text: question, isMarked: true },
    );
    this.#asked.alone = null;
    this.#paragraphs.push({ ...paragraph, text, headings: [question], section: this.#section });
  }

  #settle(): void {
    if (this.#asked !== null && this.#asked.alone !== null) this.#paragraphs.push(this.#asked.alone);
    this.#asked = null;
  }

  #openItem(own: OpenList): void {
    const wasOpen = this.#lists.length > 0;
    const around = this.#lists.filter((list) => own.indent >= list.indent + MIN_INDENT);
    const same = this.#lists[around.length];
    const goesOn = same !== undefined && same.isOrdered === own.isOrdered;
    this.#lists = [
      ...around,
      goesOn ? same : { ...own, lead: around.length < this.#lists.length ? null : own.lead },
    ];
    if (!wasOpen || (around.length === 0 && !goesOn)) this.#block += 1;
  }
}

/** Returns whether a line begins with `Q: …` or `A: …`. */
function beginsQuestionOrAnswer(line: string): boolean {
  return /^[ \t]*(?:Q|A|Question|Answer)[ ]?\d{0,3}[ ]?:[ \t]+\S/i.test(line);
}
