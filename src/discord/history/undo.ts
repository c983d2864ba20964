import {
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  ApplicationCommandOptionType,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import {
  type ChangeStep,
  type ListedChange,
  listChanges,
  undoAndFindLost,
} from '../../requests/articles/changes.ts';
import { readServerSettings } from '../../requests/kit/read-server-settings.ts';
import { writeSetting } from '../../server-settings/setting-row.ts';
import { isSettingName, type ServerSettings } from '../../server-settings/settings-table.ts';
import type { ServerChange } from '../../store/records/server-values.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { buildCard, buildSection, buildText, COLOURS } from '../cards/card.ts';
import { buildNoticeCard, describeLostTaught } from '../cards/notice-card.ts';
import { describeStoredChange, MENTIONS } from '../cards/setting-change.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import { buildButtonRows, buildPagerRow, parsePage } from '../kit/components/buttons.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import { buildUndoButton, parseUndo, UNDO_BUTTON } from '../kit/components/shared-buttons.ts';
import type { ButtonComponent, RequestContext, SelectComponent, Subcommand } from '../kit/context.ts';
import { respondPrivately, update } from '../kit/first-response.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { buildReplacement } from '../kit/replies.ts';
import { readRequester } from '../kit/requester.ts';
import { announceSettingsChange } from '../notifications/log-channels.ts';
import { describeKnowledgeChange, logModeration } from '../notifications/moderation-log.ts';
import { notifyNewlyAnswered } from '../notifications/notify-askers.ts';

const MENU = 'undo-change-pick';
const PAGER = 'undo-page';

const MAX_UNDONE_CHARS = 1000;
/** Ten entries of at most this size stay below the 4,000 characters of a message, and with a button each below its 40 components. */
const A_PAGE = 10;
const MAX_LINE_CHARS = 250;

/** `/knowledge undo`: shows the last changes, each with a button that undoes it. */
export const undoSubcommand: Subcommand = {
  definition: {
    type: ApplicationCommandOptionType.Subcommand,
    ...localiseDescription(({ knowledge }) => knowledge.subcommands.undo),
  },
  async run(interaction, context) {
    await respondPrivately(interaction, { components: await buildPage(interaction, 0, context) });
  },
};

/** Turns the pages of the list. */
export const undoPager: ButtonComponent = {
  name: PAGER,
  async run(interaction, page, context) {
    const components = await buildPage(interaction, parsePage(page), context);
    await update(interaction, buildReplacement(components));
  },
};

export const undoButton: ButtonComponent = {
  name: UNDO_BUTTON,
  run: (interaction, argument, context) => undo(interaction, argument, context),
};

/** Undoes a change from the menu that earlier versions sent below their list. */
export const undoMenu: SelectComponent = {
  name: MENU,
  run: (interaction, _, context) => undo(interaction, interaction.values[0] ?? '', context),
};

async function undo(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  argument: string,
  context: RequestContext,
): Promise<void> {
  const { user } = interaction;
  const guildId = requireGuildId(interaction);
  const { texts, log } = context;
  const requester = readRequester(interaction, context);
  const before = context.settings;
  const { numbers, isRedo } = parseUndo(argument);
  const { undone, lostQuestions } = await undoAndFindLost(context, { requester, guildId, numbers });
  log.info(
    { by: user.id, guildId, undone: undone.map(({ kind, number }) => ({ kind, number })) },
    'changes undone',
  );
  const now = await readServerSettings(context, guildId);
  const changes = undone.map((change) => ({ ...change, after: readStored(change, now) }));
  const what = describeChanges(changes, { texts, maxChars: MAX_UNDONE_CHARS });
  const words = [
    isRedo ? texts.knowledge.redone({ what }) : texts.knowledge.undone({ what }),
    ...describeLostTaught(lostQuestions, context),
  ].join('\n');
  const undoNumbers = undone.map(({ number }) => number);
  // The undo is a change too, so it can be undone.
  const rows = buildButtonRows([buildUndoButton(undoNumbers, texts, { isUndo: !isRedo })]);
  await update(interaction, buildReplacement([buildNoticeCard(words), ...rows]));
  await logModeration(interaction, { kind: 'undone', changes: undone }, context);
  if (undone.some(({ kind }) => kind === 'setting'))
    await announceSettingsChange(interaction, { before, now, kind: isRedo ? 'redo' : 'undo' }, context);
  await notifyNewlyAnswered(
    { client: interaction.client, guildId, guildLocale: interaction.guildLocale },
    context,
  );
}

/** Returns the stored value of a setting that has just changed; null for other changes. */
function readStored({ kind, name }: ServerChange, now: ServerSettings): string | null {
  return kind === 'setting' && isSettingName(name) ? writeSetting(now[name]) : null;
}

async function buildPage(
  interaction: ButtonInteraction | ChatInputCommandInteraction,
  wanted: number,
  context: RequestContext,
): Promise<readonly APIMessageTopLevelComponent[]> {
  const guildId = requireGuildId(interaction);
  const { texts } = context;
  const requester = readRequester(interaction, context);
  const steps = await listChanges(context, { requester, guildId });
  if (steps.length === 0) return [buildNoticeCard(texts.knowledge.noChanges)];
  return [buildChangesCard(steps, wanted, texts)];
}

/**
 * Builds one page of the list of changes, and says where whoever looks may not undo all of them. A value that was changed again can only be
 * undone by its latest change.
 */
export function buildChangesCard(
  steps: readonly ChangeStep[],
  wanted: number,
  texts: Texts,
): APIContainerComponent {
  const last = Math.ceil(steps.length / A_PAGE) - 1;
  const number = Math.min(wanted, last);
  const entries = steps
    .slice(number * A_PAGE, (number + 1) * A_PAGE)
    .flatMap((step): readonly APIComponentInContainer[] => {
      const lines = formatStep(step, texts);
      const numbers = step.changes.map((change) => change.number);
      return step.isAllowed && step.isLatest
        ? [buildSection(lines, buildUndoButton(numbers, texts))]
        : buildText(lines);
    });
  const isRestricted = steps.some((step) => step.isLatest && !step.isAllowed);
  return buildCard(COLOURS.done, [
    ...buildText([`### ${texts.knowledge.lastChanges}`]),
    ...entries,
    ...(isRestricted ? buildText([`-# ${texts.refusals['not-your-change']}`]) : []),
    ...(last === 0
      ? []
      : [
          ...buildText([`-# ${texts.sources.page({ page: number + 1, pages: last + 1 })}`]),
          buildPagerRow(PAGER, { number, last }, texts),
        ]),
  ]);
}

/** Formats an entry of the list: what was changed, then who did it and when. */
function formatStep({ changes }: ChangeStep, texts: Texts): readonly string[] {
  const { changedBy, changedAt } = changes[0];
  const what = describeChanges(changes, { texts, maxChars: MAX_LINE_CHARS });
  return [what, `-# <@${changedBy}> · <t:${Math.floor(changedAt / 1000)}:R>`];
}

interface ChangeLook {
  readonly texts: Texts;
  readonly maxChars: number;
}

/**
 * Describes the changes of one step in Markdown, a line for each. The values of settings keep their mentions, everything else is escaped. Where
 * that is too long, settings have only their names.
 */
function describeChanges(changes: readonly ListedChange[], { texts, maxChars }: ChangeLook): string {
  const what = changes.map((change) => describeChange(change, { texts, maxChars })).join('\n');
  if (what.length <= maxChars) return what;
  const names = changes.map(({ kind, name, title }) =>
    kind === 'setting' ? readSettingName(name, texts) : title,
  );
  return escapeWithin(texts.knowledge.change.changed({ name: names.join(', ') }), maxChars);
}

function describeChange(change: ListedChange, { texts, maxChars }: ChangeLook): string {
  const { kind, name, title, before, after } = change;
  const written = escapeWithin(title, maxChars);
  if (kind !== 'setting') return describeKnowledgeChange(change, written, texts);
  if (!isSettingName(name)) return texts.knowledge.change.changed({ name: written });
  return describeStoredChange(name, { from: before, to: after }, { texts, style: MENTIONS });
}

/** Returns the name of a setting; the stored name for a setting that this version does not know. */
function readSettingName(name: string, { settings }: Texts): string {
  return isSettingName(name) ? settings.names[name] : name;
}
