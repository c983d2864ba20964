import type { APIContainerComponent } from 'discord.js';
import type { PassageLine } from '../../answering/passage/passage.ts';
import { getToolReaders } from '../../requests/kit/requester.ts';
import { findSurroundings } from '../../requests/kit/show-fact.ts';
import type { Surroundings } from '../../serving/asking/surroundings.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { isSetOff } from '../../wording/passage-layout.ts';
import { buildCard, buildText, COLOURS } from '../cards/card.ts';
import { formatLine } from '../cards/passage-markdown.ts';
import { buildLocationLines, buildSourceLine } from '../cards/source-line.ts';
import { readReaderAccess } from '../kit/channels/reader-access.ts';
import { CONTEXT_BUTTON } from '../kit/components/shared-buttons.ts';
import type { ButtonComponent } from '../kit/context.ts';
import { respondPrivately } from '../kit/first-response.ts';
import { CARDS_MAX_CHARS } from '../kit/limits.ts';
import { escapeMarkdown, escapeWithin } from '../kit/markdown/markdown.ts';
import { readRequester } from '../kit/requester.ts';

/** Shows the caller the text around a passage, with the passage in bold. The button carries the id of the fact. */
export const contextButton: ButtonComponent = {
  name: CONTEXT_BUTTON,
  async run(interaction, factId, context) {
    const { knowledge, texts } = context;
    // It also stands under the tools of moderators, who look after all articles.
    const requester = readRequester(interaction, context);
    const readers = requester.isModerator ? getToolReaders(requester) : readReaderAccess(interaction);
    const around = await findSurroundings(knowledge, interaction.guildId, { factId, readers });
    const card = buildContextCard(around, texts);
    await respondPrivately(interaction, { components: [card] });
  },
};

/** Longer sections are no context any more. */
const MAX_CHARS = 2600;
/** What may stand above the card in its message: a question. */
const MAX_ABOVE_CHARS = 210;
/** Limits for the line of the fact. Of a longer line, the fact is shown with some text on both sides. */
const MAX_OWN_CHARS = 2000;
const MAX_FACT_CHARS = 1400;
const MAX_BESIDE_CHARS = 290;
/** Fewer characters of a line than this are useless. */
const LEAST_CHARS = 60;
const CUT = '…';

/**
 * Builds the card with the section around a fact, which is in bold, and with the exact place, the dates and the publisher. Text far from the
 * fact is cut, and the cut is marked.
 */
export function buildContextCard(around: Surroundings, texts: Texts): APIContainerComponent {
  const { article, fact } = around;
  const below = [buildSourceLine(fact, article, texts), ...buildLocationLines(around, texts)];
  const room = CARDS_MAX_CHARS - MAX_ABOVE_CHARS - below.join('\n').length;
  return buildCard(COLOURS.done, [
    ...buildText([buildDescription(around, Math.min(room, MAX_CHARS))]),
    ...buildText(below),
  ]);
}

function buildDescription({ lines, ownIndex }: Surroundings, maxChars: number): string {
  const line = lines[ownIndex];
  if (line === undefined) return CUT;
  const middle = formatOwnLine(line);
  const room = maxChars - middle.length;
  const before = collectBefore(lines.slice(0, ownIndex + 1), Math.floor(room / 2));
  return before + middle + collectAfter(lines.slice(ownIndex), room - before.length);
}

function formatOwnLine(line: PassageLine): string {
  const fact = line.answer ?? { start: 0, end: line.text.length };
  const whole = formatLine(line, fact);
  if (whole.length <= MAX_OWN_CHARS) return whole;
  const quoted = `**${escapeWithin(line.text.slice(fact.start, fact.end), MAX_FACT_CHARS)}**`;
  const [before, after] = [line.text.slice(0, fact.start), line.text.slice(fact.end)];
  const parts = [escapeEnd(before, MAX_BESIDE_CHARS), quoted, escapeWithin(after.trim(), MAX_BESIDE_CHARS)];
  return parts.filter((part) => part !== '').join(' ');
}

/** Returns the lines above the last one that fit, with a line break at the end. */
function collectBefore(lines: readonly PassageLine[], maxChars: number): string {
  let shown = '';
  for (let index = lines.length - 2; index >= 0; index -= 1) {
    const [line, below] = [lines[index], lines[index + 1]];
    if (line === undefined || below === undefined) break;
    const gap = isSetOff(below, line) ? '\n\n' : '\n';
    const room = maxChars - shown.length - gap.length - CUT.length - 1;
    const text = formatLine(line, null);
    if (text.length > room) return cutLine(line, room, escapeEnd) + gap + shown;
    shown = text + gap + shown;
  }
  return shown;
}

/** Returns the lines below the first one that fit, with a line break at the start. */
function collectAfter(lines: readonly PassageLine[], maxChars: number): string {
  let shown = '';
  for (const [index, line] of lines.entries()) {
    if (index === 0) continue;
    const gap = isSetOff(line, lines[index - 1]) ? '\n\n' : '\n';
    const room = maxChars - shown.length - gap.length - CUT.length - 1;
    const text = formatLine(line, null);
    if (text.length > room) return shown + gap + cutLine(line, room, escapeWithin);
    shown += gap + text;
  }
  return shown;
}

/** Returns a part of a line that does not fit; of code, or in too little room, only the mark of the cut. */
function cutLine(
  line: PassageLine,
  maxChars: number,
  cut: (text: string, maxChars: number) => string,
): string {
  return line.kind === 'code' || maxChars < LEAST_CHARS ? CUT : cut(line.text, maxChars);
}

/** Escapes the end of `text`, from the start of a word, to at most `maxChars` escaped characters. */
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
