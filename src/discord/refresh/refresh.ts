import { ApplicationCommandOptionType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { previewRefresh } from '../../requests/refreshing/preview-refresh.ts';
import { listSnapshots, refresh } from '../../requests/refreshing/refresh.ts';
import { buildRefreshCard } from '../cards/refresh-card.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import type { Command } from '../kit/context.ts';
import { deferPrivately } from '../kit/first-response.ts';
import { buildReply } from '../kit/replies.ts';
import { MODERATOR, readRefresher } from '../kit/requester.ts';
import { findSubcommand, type Subcommand } from '../kit/subcommands.ts';
import { buildPreviewReply } from './preview-reply.ts';
import { buildSnapshotsReply } from './snapshots.ts';

/** Shows what a refresh would change. */
const previewOption: Subcommand = {
  definition: {
    type: ApplicationCommandOptionType.Boolean,
    ...localiseDescription((commands) => commands.refresh.options.preview),
  },
  async run(interaction, context) {
    const preview = await previewRefresh(context, readRefresher(interaction, context));
    await interaction.editReply(buildReply(buildPreviewReply(preview, context.texts)));
  },
};

/** Lists the snapshots to go back to. */
const undoOption: Subcommand = {
  definition: {
    type: ApplicationCommandOptionType.Boolean,
    ...localiseDescription((commands) => commands.refresh.options.undo),
  },
  async run(interaction, context) {
    const refresher = readRefresher(interaction, context);
    const snapshots = await listSnapshots(context.store, refresher);
    await interaction.editReply(buildReply(buildSnapshotsReply(snapshots, refresher.guildId, context.texts)));
  },
};

const OPTIONS: readonly Subcommand[] = [previewOption, undoOption];

/**
 * `/refresh`: refreshes, previews a refresh, or lists snapshots to go back to. Acknowledged at once, because reading many articles takes
 * longer than Discord waits.
 */
export const refreshCommand: Command = {
  definition: {
    ...localiseDescription((commands) => commands.refresh),
    default_member_permissions: MODERATOR.toString(),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
    options: OPTIONS.map(({ definition }) => definition),
  },
  async run(interaction, context) {
    await deferPrivately(interaction);
    const run = findSubcommand(OPTIONS, interaction)?.run ?? runRefresh;
    await run(interaction, context);
  },
};

const runRefresh: Command['run'] = async (interaction, context) => {
  const report = await refresh(context.refreshes, readRefresher(interaction, context));
  await interaction.editReply(buildReply({ embeds: [buildRefreshCard(report, context.texts)] }));
};
