import { type APIEmbed, type APIMessageTopLevelComponent, type Message, MessageFlags } from 'discord.js';
import type { Texts } from '../../wording/kit/texts.ts';
import { EMBED_LIMITS } from '../kit/limits.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import type { ComponentRow, ReplyContent } from '../kit/replies.ts';
import { buildCard, buildText } from './card.ts';
import { COLOURS } from './colours.ts';
import { fitLines } from './fit-lines.ts';

/** A report may list every file of a folder; nobody reads more lines than this on a card. */
const LIMITS = { maxLines: 20, maxChars: EMBED_LIMITS.description };
const MAX_LINE_CHARS = 1000;

/** Builds the card for a short message of ours, such as a refusal or a failure. */
export function buildNoticeCard(words: string): APIEmbed {
  return { color: COLOURS.unknown, description: words };
}

/** Builds the card for a message that may name and quote files: the lines that fit, with all formatting escaped. */
export function buildReportCard(words: string, { more }: Pick<Texts, 'more'>): APIEmbed {
  const lines = words.split('\n').map((line) => escapeWithin(line, MAX_LINE_CHARS));
  return { color: COLOURS.unknown, description: fitLines(lines, { ...LIMITS, more: more.lines }).join('\n') };
}

/**
 * Builds a notice, with buttons below it, that takes the place of what a message shows. A message of Components V2 stays one: Discord turns none
 * back.
 */
export function replaceByNotice(
  { flags }: Pick<Message, 'flags'>,
  words: string,
  rows: readonly ComponentRow[],
): Pick<ReplyContent, 'embeds'> & { readonly components: readonly APIMessageTopLevelComponent[] } {
  return flags.has(MessageFlags.IsComponentsV2)
    ? { embeds: [], components: [buildCard(COLOURS.unknown, buildText([words])), ...rows] }
    : { embeds: [buildNoticeCard(words)], components: rows };
}
