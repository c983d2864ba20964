import {
  type APIEmbed,
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import type { ChangedAnswer } from '../../requests/refreshing/changed-answers.ts';
import { previewRefresh, type RefreshPreview } from '../../requests/refreshing/preview-refresh.ts';
import { listSnapshots, refresh } from '../../requests/refreshing/refresh.ts';
import { isUnchanged } from '../../serving/base/base-report.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { COLOURS, UNSURE_SIGN } from '../cards/colours.ts';
import { fitLines } from '../cards/fit-lines.ts';
import { buildRefreshCard, buildRefreshPreviewCard } from '../cards/refresh-card.ts';
import { buildButtonRows } from '../kit/components/buttons.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import type { Command } from '../kit/context.ts';
import { deferPrivately } from '../kit/first-response.ts';
import { EMBED_LIMITS } from '../kit/limits.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { buildReply, type ReplyContent } from '../kit/replies.ts';
import { MODERATOR, readRefresher } from '../kit/requester.ts';
import { findSubcommand, type Subcommand } from '../kit/subcommands.ts';
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
  await interaction.editReply(buildReply({ embeds: [buildRefreshCard(report, context.texts)] }));
};

const MAX_ANSWERS = 15;
const MAX_QUESTION_CHARS = 120;
const MAX_PASSAGE_CHARS = 160;
/** Characters that two passages have in common and that are shown before the first difference. */
const COMMON_CHARS = 50;

/** Builds the preview of a refresh: changed articles, changed answers, and buttons to apply or discard it unless nothing would change. */
export function buildPreviewReply(
  { id, report, changedAnswers }: RefreshPreview,
  texts: Texts,
): ReplyContent {
  const card = buildRefreshPreviewCard(report, texts);
  if (isUnchanged(report)) return { embeds: [card] };
  return {
    embeds: [card, buildAnswersCard(changedAnswers, EMBED_LIMITS.total - countChars(card), texts)],
    components: buildButtonRows(buildPreviewButtons(id, texts)),
  };
}

function buildAnswersCard(answers: readonly ChangedAnswer[], maxChars: number, texts: Texts): APIEmbed {
  const { changedAnswers: title, sameAnswers } = texts.refresh;
  if (answers.length === 0) return { color: COLOURS.unknown, description: sameAnswers };
  const lines = answers.map((answer) => buildAnswerLines(answer, texts));
  const limits = {
    maxLines: MAX_ANSWERS,
    maxChars: Math.min(maxChars - title.length, EMBED_LIMITS.description),
    more: texts.more.lines,
  };
  return { color: COLOURS.unsure, title, description: fitLines(lines, limits).join('\n') };
}

function buildAnswerLines({ question, before, after }: ChangedAnswer, texts: Texts): string {
  const from = before && after ? findDifference(before.text, after.text) : 0;
  const shown = (passage: ChangedAnswer['before']): string => {
    if (passage === null) return `*${texts.answer.unknown}*`;
    const text = escapeWithin(from === 0 ? passage.text : `… ${passage.text.slice(from)}`, MAX_PASSAGE_CHARS);
    return passage.isUnsure ? `${UNSURE_SIGN} ${text}` : text;
  };
  return `- **${escapeWithin(question, MAX_QUESTION_CHARS)}**\n  ${shown(before)} → ${shown(after)}`;
}

/** Returns the start of a word from which to show two long passages, so that the difference is not cut off. */
function findDifference(some: string, other: string): number {
  if (some === other) return 0;
  let common = 0;
  while (common < some.length && some[common] === other[common]) common++;
  return common <= COMMON_CHARS
    ? 0
    : Math.max(some.lastIndexOf(' ', common - COMMON_CHARS), some.lastIndexOf('\n', common - COMMON_CHARS)) +
        1;
}

function countChars({ title = '', description = '' }: APIEmbed): number {
  return title.length + description.length;
}
