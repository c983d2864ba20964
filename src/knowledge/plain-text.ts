import type { Block } from './facts.ts';
import type { FileContent } from './file-content.ts';
import { checkTitle } from './metadata-text.ts';
import { skipped } from './problem.ts';
import { ReadingNotes } from './reading-notes.ts';
import { isTurned, withoutUnseen } from './unseen-characters.ts';
import { UNTOLD } from './untold.ts';

/**
 * A `.txt` article with `\n` line ends: the title, a blank line, then paragraphs parted by blank lines. A line
 * break inside a paragraph becomes one space, so that wrapped sentences read as one. Without paragraphs `blocks`
 * is empty.
 */
export function readPlainText(text: string): FileContent {
  const [firstLine = '', secondLine = '', ...body] = text.split('\n');
  const title = checkTitle(firstLine, 1);
  if (title.kind === 'flaw') return { content: null, flaws: [title.flaw] };
  if (secondLine.trim() !== '') return { content: null, flaws: [skipped({ code: 'no-blank-line' }, 2)] };
  const notes = new ReadingNotes();
  for (const [index, line] of body.entries()) if (isTurned(line)) notes.add({ code: 'turned' }, index + 3);
  const metadata = { title: title.text, ...UNTOLD };
  return { content: { metadata, blocks: readBlocks(body.map(withoutUnseen)) }, flaws: notes.flaws() };
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
