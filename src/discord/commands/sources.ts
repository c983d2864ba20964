import {
  type APIActionRowComponent,
  type APIButtonComponent,
  ApplicationIntegrationType,
  ButtonStyle,
  ComponentType,
  InteractionContextType,
  MessageFlags,
} from 'discord.js';
import { listSources, type SourcesReply } from '../../requests/sources.ts';
import type { Command, Component } from '../context.ts';
import { encodeCustomId } from '../custom-id.ts';
import { reply } from '../replies.ts';
import { pageCount, sourcesCard } from '../sources-card.ts';

const COMPONENT = 'sources';

/** `/sources`: the articles, for the asker alone, a page at a time. */
export const sourcesCommand: Command = {
  definition: {
    name: 'sources',
    description: 'List the articles that answers come from',
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  },
  async run(interaction, { knowledge }) {
    await interaction.reply({ ...page(listSources(knowledge), 0), flags: MessageFlags.Ephemeral });
  },
};

/** Turns the pages of `/sources`; after a refresh with fewer pages, the last one is shown. */
export const sourcesPager: Component = {
  name: COMPONENT,
  async run(interaction, argument, { knowledge }) {
    const wanted = /^\d{1,6}$/.test(argument) ? Number(argument) : 0;
    await interaction.update(page(listSources(knowledge), wanted));
  },
};

function page(sources: SourcesReply, wanted: number) {
  const last = pageCount(sources) - 1;
  const number = Math.min(wanted, last);
  const components = last === 0 ? [] : [pager(number, last)];
  return reply({ embeds: [sourcesCard(sources, number)], components });
}

function pager(number: number, last: number): APIActionRowComponent<APIButtonComponent> {
  return {
    type: ComponentType.ActionRow,
    components: [
      { ...turnTo('Previous', Math.max(0, number - 1)), disabled: number === 0 },
      { ...turnTo('Next', number + 1), disabled: number === last },
    ],
  };
}

function turnTo(label: string, target: number): APIButtonComponent {
  const customId = encodeCustomId({ component: COMPONENT, argument: String(target) });
  return { type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id: customId };
}
