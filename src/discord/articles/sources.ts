import { type APIContainerComponent, type BaseInteraction, TimestampStyles, time } from 'discord.js';
import { type NumberedSources, readSourcesPage } from '../../requests/articles/sources.ts';
import type { Source } from '../../serving/asking/sources.ts';
import { describeDates } from '../../wording/dates.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { buildCard, buildText, COLOURS } from '../cards/card.ts';
import { readReaderAccess } from '../kit/channels/reader-access.ts';
import { buildPagerRow, parsePage } from '../kit/components/buttons.ts';
import { EVERYWHERE, localiseDescription } from '../kit/components/command-texts.ts';
import type { ButtonComponent, Command, RequestContext } from '../kit/context.ts';
import { respondPrivately, update } from '../kit/first-response.ts';
import { toWebLink } from '../kit/markdown/links.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { buildReply } from '../kit/replies.ts';

const COMPONENT = 'sources';

/** `/sources`: shows the articles to the caller alone, page by page. */
export const sourcesCommand: Command = {
  definition: {
    ...localiseDescription((commands) => commands.sources),
    ...EVERYWHERE,
  },
  async run(interaction, context) {
    await respondPrivately(interaction, await buildPage(context, interaction, 0));
  },
};

/** Turns the pages of `/sources`; shows the last page when a refresh has left fewer. */
export const sourcesPager: ButtonComponent = {
  name: COMPONENT,
  async run(interaction, argument, context) {
    await update(interaction, buildReply(await buildPage(context, interaction, parsePage(argument))));
  },
};

async function buildPage({ knowledge, texts }: RequestContext, interaction: BaseInteraction, wanted: number) {
  const sources = await readSourcesPage(knowledge, interaction.guildId, {
    page: wanted,
    perPage: SOURCES_A_PAGE,
    readers: readReaderAccess(interaction),
  });
  const { page: number, lastPage: last } = sources;
  const rows = last === 0 ? [] : [buildPagerRow(COMPONENT, { number, last }, texts)];
  return { components: [buildSourcesCard(sources, texts), ...rows] };
}

/** Ten entries of at most this size and the lines around them stay below the 4,000 characters of a message. */
export const SOURCES_A_PAGE = 10;
const MAX_TITLE_CHARS = 100;
const MAX_LINK_CHARS = 100;

/** Builds one page of the list of articles: the title of each, linked where it has an address, and its dates. */
export function buildSourcesCard(
  { sources, articleCount, refreshedAt, isLearning, page, lastPage }: NumberedSources,
  texts: Texts,
): APIContainerComponent {
  const pages = lastPage + 1;
  const footer = [
    ...(pages === 1 ? [] : [texts.sources.page({ page: page + 1, pages })]),
    `${texts.answer.lastRead} ${time(refreshedAt, TimestampStyles.RelativeTime)}`,
  ].join(' · ');
  return buildCard(COLOURS.done, [
    ...buildText([`### ${texts.counted.articles({ count: articleCount })}`]),
    ...buildText([sources.map((source) => buildEntry(source, texts)).join('\n\n')]),
    ...buildText([...(isLearning ? [`-# ${texts.sources.learning}`] : []), `-# ${footer}`]),
  ]);
}

function buildEntry(source: Source, texts: Texts): string {
  const dates = describeDates(source, texts);
  return `**${buildLinkedTitle(source)}**${dates === '' ? '' : `\n-# ${dates}`}`;
}

/** Links the title, unless the address is too long for the page, or a bracket or another address would break the link. */
function buildLinkedTitle({ title, url }: Source): string {
  const shown = escapeWithin(title, MAX_TITLE_CHARS);
  const link = url === null ? null : toWebLink(url);
  const isLinkable = link !== null && link.length <= MAX_LINK_CHARS && !/[()*]/.test(link);
  return isLinkable && !/[[\]]|:\/\//.test(title) ? `[${shown}](${link})` : shown;
}
