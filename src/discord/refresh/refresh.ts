import { ApplicationCommandOptionType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { previewRefresh } from '../../requests/refreshing/preview-refresh.ts';
import { listSnapshots, type Refresher, refresh } from '../../requests/refreshing/refresh.ts';
import { buildRefreshCard } from '../cards/refresh-card.ts';
import { menu } from '../kit/components/menu.ts';
import type { Command, RequestContext } from '../kit/context.ts';
import { deferPrivately } from '../kit/first-response.ts';
import { buildReply, type ReplyContent } from '../kit/replies.ts';
import { MODERATOR, readRefresher } from '../kit/requester.ts';
import { buildPreviewReply } from './preview-reply.ts';
import { buildSnapshotsReply } from './snapshots.ts';

/** `/refresh`: refreshes, previews a refresh, or lists snapshots to go back to. Acknowledged at once, because reading many articles takes longer than Discord waits. */
export const refreshCommand: Command = {
  definition: {
    ...menu((commands) => commands.refresh),
    default_member_permissions: MODERATOR.toString(),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
    options: [
      {
        type: ApplicationCommandOptionType.Boolean,
        ...menu((commands) => commands.refresh.options.preview),
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        ...menu((commands) => commands.refresh.options.undo),
      },
    ],
  },
  async run(interaction, context) {
    await deferPrivately(interaction);
    const { options } = interaction;
    const refresher = readRefresher(interaction, context);
    const wish = options.getBoolean('undo') ? 'undo' : options.getBoolean('preview') ? 'preview' : 'refresh';
    await interaction.editReply(buildReply(await WISHES[wish](context, refresher)));
  },
};

const WISHES = {
  async refresh({ refreshes, texts }, refresher) {
    return { embeds: [buildRefreshCard(await refresh(refreshes, refresher), texts)] };
  },
  async preview(context, refresher) {
    return buildPreviewReply(await previewRefresh(context, refresher), context.texts);
  },
  async undo({ store, texts }, refresher) {
    return buildSnapshotsReply(await listSnapshots(store, refresher), refresher.guildId, texts);
  },
} as const satisfies Readonly<
  Record<string, (context: RequestContext, refresher: Refresher) => Promise<ReplyContent>>
>;
