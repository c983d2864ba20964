import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { localiseDescription } from '../kit/components/command-texts.ts';
import { parsePage } from '../kit/components/pager.ts';
import type { ButtonComponent, Command } from '../kit/context.ts';
import { deferPrivately, deferUpdate } from '../kit/first-response.ts';
import { buildReply } from '../kit/replies.ts';
import { MODERATOR } from '../kit/requester.ts';
import { buildQueuePage, PAGER } from './unanswered-page.ts';

/** `/unanswered`: shows the unanswered queue page by page, to teach or dismiss. Acknowledged at once, because grouping many questions takes time. */
export const unansweredCommand: Command = {
  definition: {
    ...localiseDescription((commands) => commands.unanswered),
    default_member_permissions: MODERATOR.toString(),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
  },
  async run(interaction, context) {
    await deferPrivately(interaction);
    await interaction.editReply(buildReply(await buildQueuePage(interaction, 0, context)));
  },
};

/** Turns the pages of `/unanswered`, and leads back to them. */
export const unansweredPager: ButtonComponent = {
  name: PAGER,
  async run(interaction, argument, context) {
    await deferUpdate(interaction);
    await interaction.editReply(buildReply(await buildQueuePage(interaction, parsePage(argument), context)));
  },
};
