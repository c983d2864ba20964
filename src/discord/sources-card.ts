import type { APIEmbed } from 'discord.js';
import { datesInWords } from '../requests/dates.ts';
import type { Source, SourcesReply } from '../requests/sources.ts';
import { counted } from '../requests/wording.ts';
import { COLOURS } from './colours.ts';
import { escapeWithin } from './markdown.ts';

/** Ten entries of at most this many characters stay below the 4,096 of a description. */
const SOURCES_A_PAGE = 10;
const MAX_TITLE_CHARS = 100;
const MAX_PATH_CHARS = 100;
const MAX_LINK_CHARS = 100;

/** How many pages the list takes, at least 1. */
export function pageCount({ sources }: SourcesReply): number {
  return Math.max(1, Math.ceil(sources.length / SOURCES_A_PAGE));
}

/** One page of the articles, from 0; `page` must be below `pageCount`. */
export function sourcesCard(reply: SourcesReply, page: number): APIEmbed {
  const { sources, factCount, refreshedAt } = reply;
  const shown = sources.slice(page * SOURCES_A_PAGE, (page + 1) * SOURCES_A_PAGE);
  const pages = pageCount(reply);
  return {
    color: COLOURS.done,
    title: `${counted(sources.length, 'article')}, ${counted(factCount, 'fact')}`,
    description: shown.map(entry).join('\n'),
    footer: {
      text: pages === 1 ? 'articles last read' : `page ${page + 1} of ${pages} · articles last read`,
    },
    timestamp: refreshedAt.toISOString(),
  };
}

function entry(source: Source): string {
  const details = [
    escapeWithin(source.path, MAX_PATH_CHARS),
    counted(source.factCount, 'fact'),
    datesInWords(source),
  ];
  return `**${linkedTitle(source)}**\n${details.filter((detail) => detail !== '').join(' · ')}`;
}

/** An address too long for the page is left out; so is one where a bracket or another address would break the link. */
function linkedTitle({ title, url }: Source): string {
  const shown = escapeWithin(title, MAX_TITLE_CHARS);
  const isLinkable = url !== null && url.length <= MAX_LINK_CHARS && !/[()<>[\]\\*\s]/.test(url);
  return isLinkable && !/[[\]]|:\/\//.test(title) ? `[${shown}](${url})` : shown;
}
