import { type APIEmbed, messageLink, type TimestampStylesString, time } from 'discord.js';
import type { UnansweredEntry } from '../../requests/unanswered/unanswered.ts';
import { isPublic, type QuestionRecord } from '../../store/records/asked-row.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { COLOURS } from '../cards/colours.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';

/** This many entries of at most these sizes stay below the 4,096 characters of a description. */
const ENTRIES_A_PAGE = 8;
const MAX_QUESTION_CHARS = 150;
const LINKS_IN_LIST = 1;
/** A single entry has more room. */
const MAX_WHOLE_CHARS = 2000;
const LINKS_ON_CARD = 10;

interface Shown {
  readonly guildId: string;
  readonly texts: Texts;
}

/** Returns the number of pages of the queue, at least 1. */
export function countQueuePages(entries: readonly UnansweredEntry[]): number {
  return Math.max(1, Math.ceil(entries.length / ENTRIES_A_PAGE));
}

/** Returns the entries on a page, counted from 0. */
export function listPageEntries(
  entries: readonly UnansweredEntry[],
  page: number,
): readonly UnansweredEntry[] {
  return entries.slice(page * ENTRIES_A_PAGE, (page + 1) * ENTRIES_A_PAGE);
}

/** Builds one page of the unanswered queue. `page` counts from 0 and must be a page that the queue has. */
export function buildQueueCard(
  entries: readonly UnansweredEntry[],
  page: number,
  { guildId, texts }: Shown,
): APIEmbed {
  const pages = countQueuePages(entries);
  const shown = listPageEntries(entries, page).map((entry) => {
    return `${formatPhrasing(entry, MAX_QUESTION_CHARS)}\n${listDetails(entry, { guildId, texts, links: LINKS_IN_LIST }).join(' · ')}`;
  });
  return {
    color: COLOURS.done,
    title: texts.unanswered.title({ count: entries.length }),
    ...(shown.length === 0 ? {} : { description: shown.join('\n') }),
    ...(pages === 1 ? {} : { footer: { text: texts.sources.page({ page: page + 1, pages }) } }),
  };
}

/** Builds the card of one entry with all its details, and with what the moderator can do. */
export function buildEntryCard(
  entry: UnansweredEntry,
  { guildId, texts }: Shown,
  whatToDo: string,
): APIEmbed {
  return {
    color: COLOURS.unsure,
    description: [
      formatPhrasing(entry, MAX_WHOLE_CHARS),
      ...listDetails(entry, { guildId, texts, links: LINKS_ON_CARD }),
      '',
      whatToDo,
    ].join('\n'),
  };
}

function formatPhrasing({ phrasing }: UnansweredEntry, maxChars: number): string {
  return `**${escapeWithin(phrasing, maxChars).trim() || '?'}**`;
}

/** Says how often, when, by whom and where a question was asked. Of private questions, neither asker nor channel is shown. */
function listDetails(
  { asked }: UnansweredEntry,
  { guildId, texts, links }: Shown & { readonly links: number },
): readonly string[] {
  const words = texts.unanswered;
  const [last] = asked;
  const first = asked.at(-1) ?? last;
  const open = asked.filter(isPublic);
  const when =
    asked.length === 1
      ? words.once({ time: formatTime(last, 'R') })
      : words.between({ first: formatTime(first, 'R'), last: formatTime(last, 'R') });
  const askers = [...new Set(open.map(({ askerId }) => `<@${askerId}>`))].slice(0, links);
  const messages = open.flatMap(({ channelId, messageId }) =>
    messageId === null ? [] : messageLink(channelId, messageId, guildId),
  );
  return [
    `${words.times({ count: asked.length })} · ${when}`,
    ...(open.length === 0 ? [words.privately] : [askers.join(' ')]),
    ...(messages.length === 0 ? [] : [messages.slice(0, links).join(' ')]),
  ];
}

function formatTime({ askedAt }: QuestionRecord, style: TimestampStylesString): string {
  return time(Math.floor(askedAt / 1000), style);
}
