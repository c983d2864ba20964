import type { APIEmbed } from 'discord.js';
import type { Texts } from '../../wording/kit/texts.ts';
import { EMBED_LIMITS } from '../kit/limits.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { COLOURS } from './colours.ts';
import { fitLines } from './fit-lines.ts';

/** A report may list every file of a folder: more than this nobody reads on a card. */
const LIMITS = { maxLines: 20, maxChars: EMBED_LIMITS.description };
const MAX_LINE_CHARS = 1000;

/** A sentence or two of ours for one person: a refusal, a failure. */
export function buildNoticeCard(words: string): APIEmbed {
  return { color: COLOURS.unknown, description: words };
}

/** A message that may name files and quote them: as many of its lines as fit, without any effect. */
export function buildReportCard(words: string, { more }: Pick<Texts, 'more'>): APIEmbed {
  const lines = words.split('\n').map((line) => escapeWithin(line, MAX_LINE_CHARS));
  return { color: COLOURS.unknown, description: fitLines(lines, { ...LIMITS, more: more.lines }).join('\n') };
}
