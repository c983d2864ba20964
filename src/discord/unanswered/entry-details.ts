import { messageLink, time } from 'discord.js';
import type { UnansweredEntry } from '../../requests/unanswered/unanswered.ts';
import { isAskedOpenly, isPublic, type QuestionRecord } from '../../store/records/asked-row.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';

interface DetailsOptions {
  readonly guildId: string;
  readonly texts: Texts;
  /** The most channels and the most members to name; more are left out, or are a number. */
  readonly named: number;
}

/** Formats the question of an entry as one line in bold. */
export function formatPhrasing({ phrasing }: UnansweredEntry, maxChars: number): string {
  return `**${escapeWithin(phrasing, maxChars).trim() || '?'}**`;
}

/**
 * Says how often and when a question was asked, where and by whom, in one line. Of what was not asked openly, it tells neither where nor by
 * whom. A channel is a link to the last answer where everybody there sees that answer.
 */
export function describeAsked({ asked }: UnansweredEntry, { guildId, texts, named }: DetailsOptions): string {
  const words = texts.unanswered;
  const [last] = asked;
  const when = time(Math.floor(last.askedAt / 1000), 'R');
  const open = asked.filter(isAskedOpenly);
  return [
    asked.length === 1 ? words.once({ time: when }) : words.often({ count: asked.length, time: when }),
    ...(open.length === 0
      ? [words.privately]
      : [listChannels(open, { guildId, named }), listAskers(open, { texts, named })]),
  ].join(' · ');
}

function listChannels(
  open: readonly QuestionRecord[],
  { guildId, named }: Pick<DetailsOptions, 'guildId' | 'named'>,
): string {
  const byChannel = new Map(open.toReversed().map((asked) => [asked.channelId, asked]));
  const latestFirst = [...byChannel.values()].toReversed();
  const shown = latestFirst.slice(0, named).map((asked) => linkChannel(asked, guildId));
  return [...shown, ...(latestFirst.length > named ? ['…'] : [])].join(' ');
}

function linkChannel(asked: QuestionRecord, guildId: string): string {
  const { channelId, messageId } = asked;
  return messageId !== null && isPublic(asked)
    ? messageLink(channelId, messageId, guildId)
    : `<#${channelId}>`;
}

function listAskers(
  open: readonly QuestionRecord[],
  { texts, named }: Pick<DetailsOptions, 'texts' | 'named'>,
): string {
  const ids = [...new Set(open.map(({ askerId }) => askerId))];
  return ids.length > named
    ? texts.unanswered.askers({ count: ids.length })
    : ids.map((id) => `<@${id}>`).join(' ');
}
