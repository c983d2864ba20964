import type { Block } from './facts.ts';
import { checkTitle } from './metadata-text.ts';
import type { Flaw } from './problem.ts';
import { ReadingNotes } from './reading-notes.ts';
import { isTurned, withoutUnseen } from './unseen-characters.ts';

/** A text file; `title` is null where its first line is none. */
interface PlainText {
  readonly title: string | null;
  readonly blocks: readonly Block[];
  readonly flaws: readonly Flaw[];
}

/**
 * A `.txt` article with `\n` line ends: the title, a blank line, then paragraphs parted by blank lines; all is text where no blank line
 * follows the first one. A line break inside a paragraph becomes one space, so that wrapped sentences read as one.
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
    blocks: readBlocks(body.map(withoutUnseen)),
    flaws: notes.flaws(),
  };
}

function readBlocks(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  for (const line of [...lines, '']) {
    if (line.trim() !== '') {
      paragraph.push(line);
    } else if (paragraph.length > 0) {
      blocks.push({ text: paragraph.join(' ').trim(), headings: [], lead: null, isOneFact: false });
      paragraph = [];
    }
  }
  return blocks;
}
