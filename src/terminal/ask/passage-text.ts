import { type Passage, type PassageLine, toPassageText } from '../../answering/passage/passage.ts';
import type { Picture } from '../../knowledge/article/article.ts';
import { toPrintable } from '../../text/layout/printable.ts';
import { terminalTexts } from '../../wording/kit/english.ts';
import { findNewAnswer, isSetOff } from '../../wording/passage-layout.ts';
import { type Screen, wrapText, wrapWithMarker } from '../screen.ts';

/** Spaces before the lines of a passage, and before its code. */
const INDENT = 2;
const CODE_INDENT = 4;

/**
 * Renders a passage. Long lines are wrapped, except code; the lines of an item start below its first word. The short answer is highlighted, unless the
 * question `asked` already contains it, or null for no highlight.
 */
export function renderPassage(screen: Screen, { lines, picture }: Passage, asked: string | null): string {
  const shown = lines.flatMap((line, index) => [
    ...(isSetOff(line, lines[index - 1]) ? [''] : []),
    lineText(screen, line, asked),
  ]);
  return [...shown, ...(picture === null ? [] : ['', pictureText(screen, picture)])].join('\n');
}

function lineText(screen: Screen, line: PassageLine, asked: string | null): string {
  if (line.kind === 'code') return codeText(line.text);
  const told = toPassageText([{ ...line, marker: '' }]);
  const span = asked === null ? null : findNewAnswer(told, asked);
  const { bold, green } = screen.colours;
  const highlight = (text: string): string => (text === '' ? '' : bold(green(text)));
  const { start, end } = span ?? { start: 0, end: 0 };
  const marked = `${clean(told.text.slice(0, start))}${highlight(clean(told.text.slice(start, end)))}${clean(told.text.slice(end))}`;
  const text = line.kind === 'heading' ? bold(marked) : marked;
  return wrapWithMarker(screen, { indent: INDENT, marker: toPrintable(line.marker), text });
}

/** Renders code line by line without wrapping, so that it can be copied; the terminal breaks long lines itself. */
function codeText(code: string): string {
  const lines = code.split('\n').map((line) => line.split('\t').map(toPrintable).join('\t').trimEnd());
  return lines.map((line) => (line === '' ? '' : ' '.repeat(CODE_INDENT) + line)).join('\n');
}

function pictureText(screen: Screen, { address, alternative }: Picture): string {
  const words = toPrintable(alternative).trim();
  const told = words === '' ? toPrintable(address) : `${words} (${toPrintable(address)})`;
  return wrapText(screen, screen.colours.dim(terminalTexts.answer.picture({ picture: told })), INDENT);
}

/** Removes characters that control a terminal, except line breaks. */
function clean(text: string): string {
  return text.split('\n').map(toPrintable).join('\n');
}
