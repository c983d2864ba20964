import { type Passage, type PassageLine, toPassageText } from '../../answering/passage/passage.ts';
import type { Picture } from '../../knowledge/article/article.ts';
import { toPrintable } from '../../text/layout/printable.ts';
import { isSetOff } from '../../wording/passage-layout.ts';
import { standOut } from '../../wording/stand-out.ts';
import { type Screen, wrap, wrapBehind } from '../screen.ts';

/** How far a passage is set in, and code in it. */
const INDENT = 2;
const CODE_INDENT = 4;

/**
 * The lines of a passage as a person reads them in a terminal: what is long is wrapped, items below their words, code never. The short answer
 * stands out, unless `asked`, the question, says it already; null where it is not to.
 */
export function renderPassage(screen: Screen, { lines, picture }: Passage, asked: string | null): string {
  const shown = lines.flatMap((line, place) => [
    ...(isSetOff(line, lines[place - 1]) ? [''] : []),
    lineText(screen, line, asked),
  ]);
  return [...shown, ...(picture === null ? [] : ['', pictureText(screen, picture)])].join('\n');
}

function lineText(screen: Screen, line: PassageLine, asked: string | null): string {
  if (line.kind === 'code') return codeText(line.text);
  const told = toPassageText([{ ...line, marker: '' }]);
  const span = asked === null ? null : standOut(told, asked);
  const { bold, green } = screen.colours;
  const lit = (text: string): string => (text === '' ? '' : bold(green(text)));
  const { start, end } = span ?? { start: 0, end: 0 };
  const marked = `${clean(told.text.slice(0, start))}${lit(clean(told.text.slice(start, end)))}${clean(told.text.slice(end))}`;
  const text = line.kind === 'heading' ? bold(marked) : marked;
  return wrapBehind(screen, { indent: INDENT, marker: toPrintable(line.marker), text });
}

/** Each line as it is, to be copied: a terminal breaks long ones itself. */
function codeText(code: string): string {
  const lines = code.split('\n').map((line) => line.split('\t').map(toPrintable).join('\t').trimEnd());
  return lines.map((line) => (line === '' ? '' : ' '.repeat(CODE_INDENT) + line)).join('\n');
}

function pictureText(screen: Screen, { address, alternative }: Picture): string {
  const words = toPrintable(alternative).trim();
  const told = words === '' ? toPrintable(address) : `${words} (${toPrintable(address)})`;
  return wrap(screen, screen.colours.dim(`Picture: ${told}`), INDENT);
}

/** Without what steers a screen; line breaks stay. */
function clean(text: string): string {
  return text.split('\n').map(toPrintable).join('\n');
}
