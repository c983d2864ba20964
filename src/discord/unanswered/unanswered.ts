import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { listOpenEntries } from '../../requests/unanswered/open-entries.ts';
import { parsePage } from '../kit/components/buttons.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import { OPEN_QUEUE_BUTTON } from '../kit/components/shared-buttons.ts';
import type { ButtonComponent, Command } from '../kit/context.ts';
import { deferPrivately, deferUpdate, respondPrivately } from '../kit/first-response.ts';
import { buildReplacement } from '../kit/replies.ts';
import { MODERATOR, readServerRequest } from '../kit/requester.ts';
import { buildEntryScreen } from './entry-screen.ts';
import { buildQueueCard, countQueuePages, PAGER } from './queue-card.ts';

/**
 * `/unanswered`: shows the entry that was asked most often, to settle it and go on to the next. Acknowledged at once, because grouping many
 * questions takes time.
 */
export const unansweredCommand: Command = {
  definition: {
    ...localiseDescription((commands) => commands.unanswered),
    default_member_permissions: MODERATOR.toString(),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
  },
  async run(interaction, context) {
    await deferPrivately(interaction);
    await interaction.editReply(await buildEntryScreen(interaction, { kind: 'at', index: 0 }, context));
  },
};

/** Opens the same from a digest, for the moderator who presses. */
export const openQueueButton: ButtonComponent = {
  name: OPEN_QUEUE_BUTTON,
  async run(interaction, _, context) {
    const { components } = await buildEntryScreen(interaction, { kind: 'at', index: 0 }, context);
    await respondPrivately(interaction, { components });
  },
};

/** Shows a page of the list of all entries; the last page if there are fewer now. */
export const unansweredPager: ButtonComponent = {
  name: PAGER,
  async run(interaction, argument, context) {
    const { texts } = context;
    await deferUpdate(interaction);
    const acting = readServerRequest(interaction, context);
    const entries = await listOpenEntries(context, acting);
    const page = Math.min(parsePage(argument), countQueuePages(entries) - 1);
    const card = buildQueueCard(entries, page, { guildId: acting.guildId, texts });
    await interaction.editReply(buildReplacement([card]));
  },
};
