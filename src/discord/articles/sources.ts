import { readSourcesPage } from '../../requests/articles/sources.ts';
import { EVERYWHERE, localiseDescription } from '../kit/components/command-texts.ts';
import { buildPagerRow, parsePage } from '../kit/components/pager.ts';
import type { ButtonComponent, Command, RequestContext } from '../kit/context.ts';
import { respondPrivately, update } from '../kit/first-response.ts';
import { buildReply } from '../kit/replies.ts';
import { buildSourcesCard, SOURCES_A_PAGE } from './sources-card.ts';

const COMPONENT = 'sources';

/** `/sources`: shows the articles to the caller alone, page by page. */
export const sourcesCommand: Command = {
  definition: {
    ...localiseDescription((commands) => commands.sources),
    ...EVERYWHERE,
  },
  async run(interaction, context) {
    await respondPrivately(interaction, await page(context, interaction.guildId, 0));
  },
};

/** Turns the pages of `/sources`; shows the last page when a refresh has left fewer. */
export const sourcesPager: ButtonComponent = {
  name: COMPONENT,
  async run(interaction, argument, context) {
    await update(interaction, buildReply(await page(context, interaction.guildId, parsePage(argument))));
  },
};

async function page({ knowledge, texts }: RequestContext, guildId: string | null, wanted: number) {
  const sources = await readSourcesPage(knowledge, guildId, { page: wanted, perPage: SOURCES_A_PAGE });
  const { page: number, lastPage: last } = sources;
  const components = last === 0 ? [] : [buildPagerRow(COMPONENT, { number, last }, texts)];
  return { embeds: [buildSourcesCard(sources, texts)], components };
}
