import { listSources, type SourcesReply } from '../../requests/sources.ts';
import type { Texts } from '../../wording/texts.ts';
import type { ButtonComponent, Command } from '../context.ts';
import { respondPrivately, update } from '../first-response.ts';
import { EVERYWHERE, menu } from '../menu.ts';
import { pageFrom, pagerRow } from '../pager.ts';
import { reply } from '../replies.ts';
import { pageCount, sourcesCard } from '../sources-card.ts';

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
  async run(interaction, { knowledge, texts }) {
    await respondPrivately(interaction, page(listSources(await knowledge.in(interaction.guildId)), 0, texts));
  },
};

/** Turns the pages of `/sources`; after a refresh with fewer pages, the last one is shown. */
export const sourcesPager: ButtonComponent = {
  name: COMPONENT,
  async run(interaction, argument, { knowledge, texts }) {
    const served = await knowledge.in(interaction.guildId);
    await update(interaction, reply(page(listSources(served), pageFrom(argument), texts)));
  },
};

function page(sources: SourcesReply, wanted: number, texts: Texts) {
  const last = pageCount(sources) - 1;
  const number = Math.min(wanted, last);
  const components = last === 0 ? [] : [pagerRow(COMPONENT, { number, last }, texts)];
  return { embeds: [sourcesCard(sources, number, texts)], components };
}
