import type { APIContainerComponent } from 'discord.js';
import type { UserFacingError } from '../../requests/kit/user-facing-error.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { describeRefusal } from '../../wording/refusals.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { buildCard, buildText } from './card.ts';
import { COLOURS } from './colours.ts';
import { fitLines } from './fit-lines.ts';

/** A report may list every file of a folder; nobody reads more lines than this. Other texts of the message have the rest of 4,000 characters. */
const LIMITS = { maxLines: 20, maxChars: 3600 };
const MAX_LINE_CHARS = 1000;

/** Builds the card for a short message of ours, such as a refusal or a failure. */
export function buildNoticeCard(words: string): APIContainerComponent {
  return buildCard(COLOURS.unknown, buildText([words]));
}

/** Builds the card for a message that may name and quote files: the lines that fit, with all formatting escaped. */
export function buildReportCard(words: string, { more }: Pick<Texts, 'more'>): APIContainerComponent {
  const lines = words.split('\n').map((line) => escapeWithin(line, MAX_LINE_CHARS));
  return buildCard(COLOURS.unknown, buildText(fitLines(lines, { ...LIMITS, more: more.lines })));
}

/** Builds the card that says why a request was refused, and what to do. */
export function buildRefusalCard({ refusal, message }: UserFacingError, texts: Texts): APIContainerComponent {
  if (refusal === null) return buildReportCard(message, texts);
  const words = describeRefusal(refusal, texts);
  const quotesFiles = refusal.kind === 'article-unreadable' || refusal.kind === 'no-readable-article';
  return quotesFiles ? buildReportCard(words, texts) : buildNoticeCard(words);
}
