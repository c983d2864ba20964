import type { APIContainerComponent } from 'discord.js';
import type { UserFacingError } from '../../requests/kit/user-facing-error.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { describeRefusal } from '../../wording/refusals.ts';
import type { CommandLinks } from '../kit/command-links.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { buildCard, buildText, COLOURS, fitLines } from './card.ts';

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

/** More names do not fit into two lines of a phone. */
const MAX_NAMED = 3;
const MAX_QUESTION_CHARS = 80;

interface LineOptions {
  readonly texts: Texts;
  readonly commandLinks: Pick<CommandLinks, 'link'>;
}

/** Says which taught answers no longer apply after a change of articles, and what to do; says nothing where all still do. */
export function describeLostTaught(
  questions: readonly string[],
  { texts, commandLinks }: LineOptions,
): readonly string[] {
  if (questions.length === 0) return [];
  const { knowledge, answer, quoting } = texts;
  const { lostTaught, chooseAgain } = knowledge;
  const count = questions.length;
  const named = questions
    .slice(0, MAX_NAMED)
    .map((text) => quoting.quoted({ text: escapeWithin(text, MAX_QUESTION_CHARS) }));
  const rest = count > MAX_NAMED ? [answer.more({ count: count - MAX_NAMED })] : [];
  // The questions are members' words, so only our own words become links.
  const what = lostTaught({ count, questions: [...named, ...rest].join(', ') });
  return [`⚠️ ${what} ${commandLinks.link(chooseAgain, texts)}`];
}
