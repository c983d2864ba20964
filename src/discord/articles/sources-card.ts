import type { APIEmbed } from 'discord.js';
import type { NumberedSources } from '../../requests/articles/sources.ts';
import type { Source } from '../../serving/asking/sources.ts';
import { datesInWords } from '../../wording/dates.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { COLOURS } from '../cards/colours.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { toWebLink } from '../kit/markdown/web-link.ts';

/** Ten entries of at most this size and one more line stay below the 4,096 characters of a description. */
export const SOURCES_A_PAGE = 10;
const MAX_TITLE_CHARS = 100;
const MAX_PATH_CHARS = 100;
const MAX_LINK_CHARS = 100;

/** Builds one page of the list of articles. */
export function buildSourcesCard(
  { sources, articleCount, factCount, refreshedAt, isLearning, page, lastPage }: NumberedSources,
  texts: Texts,
): APIEmbed {
  const pages = lastPage + 1;
  return {
    color: COLOURS.done,
    title: `${texts.counted.articles({ count: articleCount })}, ${texts.counted.facts({ count: factCount })}`,
    description: [
      ...sources.map((source) => entry(source, texts)),
      ...(isLearning ? [`-# ${texts.sources.learning}`] : []),
    ].join('\n'),
    footer: {
      text: [
        ...(pages === 1 ? [] : [texts.sources.page({ page: page + 1, pages })]),
        texts.answer.lastRead,
      ].join(' · '),
    },
    timestamp: refreshedAt.toISOString(),
  };
}

function entry(source: Source, texts: Texts): string {
  const details = [
    escapeWithin(source.path, MAX_PATH_CHARS),
    texts.counted.facts({ count: source.factCount }),
    datesInWords(source, texts),
  ];
  return `**${linkedTitle(source)}**\n${details.filter((detail) => detail !== '').join(' · ')}`;
}

/** Links the title, unless the address is too long for the page, or a bracket or another address would break the link. */
function linkedTitle({ title, url }: Source): string {
  const shown = escapeWithin(title, MAX_TITLE_CHARS);
  const link = url === null ? null : toWebLink(url);
  const isLinkable = link !== null && link.length <= MAX_LINK_CHARS && !/[()*]/.test(link);
  return isLinkable && !/[[\]]|:\/\//.test(title) ? `[${shown}](${link})` : shown;
}
