import {
  type APIContainerComponent,
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import type { ChangedAnswer } from '../../requests/kit/changed-answers.ts';
import { previewRefresh, type RefreshPreview } from '../../requests/refreshing/preview-refresh.ts';
import { listSnapshots, refresh } from '../../requests/refreshing/refresh.ts';
import { isUnchanged } from '../../serving/base/base-report.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { buildCard, buildText, COLOURS } from '../cards/card.ts';
import { buildChangedAnswers } from '../cards/changed-answers.ts';
import { buildRefreshCard, buildRefreshPreviewCard } from '../cards/refresh-card.ts';
import { buildButtonRows } from '../kit/components/buttons.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import { type Command, findSubcommand, type Subcommand } from '../kit/context.ts';
import { deferPrivately } from '../kit/first-response.ts';
import { buildReply, type ReplyContent } from '../kit/replies.ts';
import { MODERATOR, readRefresher } from '../kit/requester.ts';
import { buildPreviewButtons } from './preview.ts';
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
  await interaction.editReply(buildReply({ components: [buildRefreshCard(report, context.texts)] }));
};

/** Beside the report, and within the 4,000 characters of a message. */
const ANSWER_LIMITS = { maxAnswers: 12, maxChars: 1700 };

/** Builds the preview of a refresh: changed articles, changed answers, and buttons to apply or discard it unless nothing would change. */
export function buildPreviewReply(
  { id, report, changedAnswers }: RefreshPreview,
  texts: Texts,
): ReplyContent {
  const card = buildRefreshPreviewCard(report, texts);
  if (isUnchanged(report)) return { components: [card] };
  return {
    components: [
      card,
      buildAnswersCard(changedAnswers, texts),
      ...buildButtonRows(buildPreviewButtons(id, texts)),
    ],
  };
}

function buildAnswersCard(answers: readonly ChangedAnswer[], texts: Texts): APIContainerComponent {
  const { changedAnswers: title, sameAnswers } = texts.refresh;
  if (answers.length === 0) return buildCard(COLOURS.unknown, buildText([sameAnswers]));
  const lines = buildChangedAnswers(answers, ANSWER_LIMITS, texts);
  return buildCard(COLOURS.unsure, buildText([`**${title}**`, ...lines]));
}
