import type { Paragraph } from './article.ts';
import { checkTitle } from './metadata-text.ts';
import { paragraphOf } from './paragraphs.ts';
import type { Flaw } from './problem.ts';
import { ReadingNotes } from './reading-notes.ts';
import { isTurned, withoutUnseen } from './unseen-characters.ts';

/** A text file; `title` is null where its first line is none. */
interface PlainText {
  readonly title: string | null;
  readonly paragraphs: readonly Paragraph[];
  readonly flaws: readonly Flaw[];
}

/**
 * A `.txt` article with `\n` line ends: the title, a blank line, then paragraphs parted by blank lines; all is text where no blank line
 * follows the first one. A line break inside a paragraph becomes one space, so that wrapped sentences read as one, unless a list item begins.
 */
export function readPlainText(text: string): PlainText {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const isTitled = lines.length > first + 1 && lines[first + 1]?.trim() === '';
  const title = isTitled ? checkTitle(lines[first] ?? '', first + 1) : null;
  const from = title?.kind === 'title' ? first + 2 : 0;
  const body = lines.slice(from);
  const notes = new ReadingNotes();
  for (const [index, line] of body.entries())
    if (isTurned(line)) notes.add({ code: 'turned' }, index + from + 1);
  return {
    title: title?.kind === 'title' ? title.text : null,
    paragraphs: readParagraphs(body.map(withoutUnseen), from + 1),
    flaws: notes.flaws(),
  };
}

/** `- `, `* `, `• `, `1. ` or `1) `, of which an item makes two characters and more. */
const ITEM = /^[ \t]*(?:([-*•])|(\d{1,3})[.)])[ \t]+(?=\S)/;

interface OpenParagraph {
  readonly lines: string[];
  readonly line: number;
  readonly marker: string | null;
}

function readParagraphs(lines: readonly string[], firstLine: number): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: OpenParagraph | null = null;
  let block = 0;
  const close = (): void => {
    const last = paragraphs.at(-1);
    if (open === null) return;
    const { marker, line } = open;
    const text = open.lines.join(' ').trim();
    open = null;
    const goesOn = marker !== null && last?.kind === 'item';
    if (!goesOn) block += 1;
    const lead = last === undefined || marker === null ? null : goesOn ? last.lead : last.text;
    paragraphs.push(
      paragraphOf({
        text,
        block,
        line,
        ...(marker === null ? {} : { kind: 'item', lead, depth: 1, marker }),
      }),
    );
  };
  for (const [index, line] of lines.entries()) {
    const [mark = '', , number] = ITEM.exec(line) ?? [];
    if (line.trim() === '' || mark !== '') close();
    if (line.trim() === '') continue;
    const marker = mark === '' ? null : number === undefined ? '- ' : `${number}. `;
    open ??= { lines: [], line: firstLine + index, marker };
    open.lines.push(line.slice(mark.length));
  }
  close();
  return paragraphs;
}
