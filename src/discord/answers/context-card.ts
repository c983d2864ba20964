import type { APIEmbed } from 'discord.js';
import type { PassageLine } from '../../answering/passage/passage.ts';
import type { Surroundings } from '../../serving/asking/surroundings.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { isSetOff } from '../../wording/passage-layout.ts';
import { COLOURS } from '../cards/colours.ts';
import { formatLine } from '../cards/passage-markdown.ts';
import { buildLocationField, buildSourceParts } from '../cards/source-parts.ts';
import { escapeMarkdown, escapeWithin } from '../kit/markdown/markdown.ts';

/** With the longest place and footer, a card of this keeps Discord's limits. */
const MAX_CHARS = 3900;
/** A fact's own line; of a longer one the fact, and as much beside it. */
const MAX_OWN_CHARS = 2600;
const MAX_FACT_CHARS = 2000;
const MAX_BESIDE_CHARS = 290;
/** Less of a line than this tells nothing. */
const LEAST_CHARS = 60;
const CUT = '…';

/** The section around a quote, the quote in bold. What does not fit is cut away from the quote, and marked. */
export function buildContextCard(around: Surroundings, texts: Texts): APIEmbed {
  const { article, fact, refreshedAt } = around;
  return {
    color: COLOURS.done,
    author: { name: texts.answer.contextTitle },
    ...buildSourceParts(article, refreshedAt, texts),
    description: description(around),
    fields: [buildLocationField(fact, texts)],
  };
}

function description({ lines, own }: Surroundings): string {
  const line = lines[own];
  if (line === undefined) return CUT;
  const middle = ownLine(line);
  const room = MAX_CHARS - middle.length;
  const before = linesBefore(lines.slice(0, own + 1), Math.floor(room / 2));
  return before + middle + linesAfter(lines.slice(own), room - before.length);
}

function ownLine(line: PassageLine): string {
  const fact = line.answer ?? { start: 0, end: line.text.length };
  const whole = formatLine(line, fact);
  if (whole.length <= MAX_OWN_CHARS) return whole;
  const quoted = `**${escapeWithin(line.text.slice(fact.start, fact.end), MAX_FACT_CHARS)}**`;
  const [before, after] = [line.text.slice(0, fact.start), line.text.slice(fact.end)];
  const parts = [escapeEnd(before, MAX_BESIDE_CHARS), quoted, escapeWithin(after.trim(), MAX_BESIDE_CHARS)];
  return parts.filter((part) => part !== '').join(' ');
}

/** What fits of the lines above the last one, with the line break behind it. */
function linesBefore(lines: readonly PassageLine[], maxChars: number): string {
  let shown = '';
  for (let place = lines.length - 2; place >= 0; place -= 1) {
    const [line, below] = [lines[place], lines[place + 1]];
    if (line === undefined || below === undefined) break;
    const gap = isSetOff(below, line) ? '\n\n' : '\n';
    const room = maxChars - shown.length - gap.length - CUT.length - 1;
    const text = formatLine(line, null);
    if (text.length > room) return cutTo(line, room, escapeEnd) + gap + shown;
    shown = text + gap + shown;
  }
  return shown;
}

/** What fits of the lines below the first one, with the line break before it. */
function linesAfter(lines: readonly PassageLine[], maxChars: number): string {
  let shown = '';
  for (const [place, line] of lines.entries()) {
    if (place === 0) continue;
    const gap = isSetOff(line, lines[place - 1]) ? '\n\n' : '\n';
    const room = maxChars - shown.length - gap.length - CUT.length - 1;
    const text = formatLine(line, null);
    if (text.length > room) return shown + gap + cutTo(line, room, escapeWithin);
    shown += gap + text;
  }
  return shown;
}

/** A part of a line that does not fit as a whole: none of code, nor where there is little room. */
function cutTo(line: PassageLine, maxChars: number, cut: (text: string, maxChars: number) => string): string {
  return line.kind === 'code' || maxChars < LEAST_CHARS ? CUT : cut(line.text, maxChars);
}

/** The end of `text` that takes at most `maxChars` once escaped, from the start of a word. */
function escapeEnd(text: string, maxChars: number): string {
  const words = text.trim().split(/\s+/);
  const kept: string[] = [];
  let chars = 2;
  for (const word of words.toReversed()) {
    chars += escapeMarkdown(word).length + 1;
    if (chars > maxChars) break;
    kept.unshift(word);
  }
  const shown = escapeMarkdown(kept.join(' '));
  return kept.length === words.length ? shown : `${CUT} ${shown}`.trimEnd();
}
