import { sourcesPage } from '../../requests/articles/sources.ts';
import { EVERYWHERE, menu } from '../kit/components/menu.ts';
import { pageFrom, pagerRow } from '../kit/components/pager.ts';
import type { ButtonComponent, Call, Command } from '../kit/context.ts';
import { respondPrivately, update } from '../kit/first-response.ts';
import { reply } from '../kit/replies.ts';
import { SOURCES_A_PAGE, sourcesCard } from './sources-card.ts';

const COMPONENT = 'sources';

/** `/sources`: the articles, for the asker alone, a page at a time. */
export const sourcesCommand: Command = {
  definition: {
    ...menu({
      en: ['sources', 'List the articles that answers come from'],
      ru: ['источники', 'Показать статьи, из которых берутся ответы'],
      de: ['quellen', 'Die Artikel auflisten, aus denen die Antworten stammen'],
      es: ['fuentes', 'Mostrar los artículos de los que salen las respuestas'],
      fr: ['sources', 'Lister les articles dont viennent les réponses'],
    }),
    ...EVERYWHERE,
  },
  async run(interaction, call) {
    await respondPrivately(interaction, await page(call, interaction.guildId, 0));
  },
};

/** Turns the pages of `/sources`; after a refresh with fewer pages, the last one is shown. */
export const sourcesPager: ButtonComponent = {
  name: COMPONENT,
  async run(interaction, argument, call) {
    await update(interaction, reply(await page(call, interaction.guildId, pageFrom(argument))));
  },
};

async function page({ knowledge, texts }: Call, guildId: string | null, wanted: number) {
  const sources = await sourcesPage(knowledge, guildId, { page: wanted, perPage: SOURCES_A_PAGE });
  const { page: number, lastPage: last } = sources;
  const components = last === 0 ? [] : [pagerRow(COMPONENT, { number, last }, texts)];
  return { embeds: [sourcesCard(sources, texts)], components };
}
