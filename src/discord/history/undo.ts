import {
  ApplicationCommandOptionType,
  type ButtonInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { type ChangeStep, listChanges, undoChanges } from '../../requests/articles/changes.ts';
import { readServerSettings } from '../../requests/kit/read-server-settings.ts';
import { isSettingName, type ServerSettings } from '../../server-settings/settings-table.ts';
import type { ServerChange } from '../../store/records/server-values.ts';
import { formatDay } from '../../wording/dates.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { textsFor } from '../../wording/languages.ts';
import { buildNoticeCard } from '../cards/notice-card.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import { buildButtonRows } from '../kit/components/buttons.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import { buildSelectMenu, fitOption } from '../kit/components/select-menu.ts';
import { buildUndoButton, UNDO_BUTTON } from '../kit/components/undo-button.ts';
import type { ButtonComponent, RequestContext, SelectComponent } from '../kit/context.ts';
import { respondPrivately, update } from '../kit/first-response.ts';
import { COMPONENT_LIMITS } from '../kit/limits.ts';
import { escapeLinks, escapeWithin } from '../kit/markdown/markdown.ts';
import { buildReply, type ComponentRow } from '../kit/replies.ts';
import { readRequester } from '../kit/requester.ts';
import type { Subcommand } from '../kit/subcommands.ts';
import { announceSettingsChange } from '../notifications/log-channels.ts';
import { notifyNewlyAnswered } from '../notifications/notify-askers.ts';

const MENU = 'undo-change-pick';

const MAX_NAME_CHARS = 300;
/** Twenty lines of at most this length stay below the 4,096 characters of a description. */
const MAX_LINE_CHARS = 130;

/** `/knowledge undo`: shows the last changes, to choose one to undo. */
export const undoSubcommand: Subcommand = {
  definition: {
    type: ApplicationCommandOptionType.Subcommand,
    ...localiseDescription(({ knowledge }) => knowledge.subcommands.undo),
  },
  async run(interaction, context) {
    const guildId = requireGuildId(interaction);
    const { texts } = context;
    const steps = await listChanges(context, { requester: readRequester(interaction, context), guildId });
    if (steps.length === 0) {
      await respondPrivately(interaction, { embeds: [buildNoticeCard(texts.knowledge.noChanges)] });
      return;
    }
    await respondPrivately(interaction, {
      embeds: [
        buildNoticeCard(
          [
            texts.knowledge.lastChanges,
            ...steps.map((step, index) => `${index + 1}. ${formatStep(step, texts)}`),
          ].join('\n'),
        ),
      ],
      components: [buildStepMenu(steps, texts)],
    });
  },
};

export const undoButton: ButtonComponent = {
  name: UNDO_BUTTON,
  run: (interaction, numbers, context) => undo(interaction, numbers, context),
};

export const undoMenu: SelectComponent = {
  name: MENU,
  run: (interaction, _, context) => undo(interaction, interaction.values[0] ?? '', context),
};

interface Undone {
  readonly guildId: string;
  readonly undone: readonly ServerChange[];
  /** The settings before the undo. */
  readonly before: ServerSettings;
}

async function undo(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  numbers: string,
  context: RequestContext,
): Promise<void> {
  const { user } = interaction;
  const guildId = requireGuildId(interaction);
  const { texts, log } = context;
  const requester = readRequester(interaction, context);
  const before = context.settings;
  const undone = await undoChanges(context, { requester, guildId, numbers: numbers.split(',').map(Number) });
  log.info(
    { by: user.id, guildId, undone: undone.map(({ kind, number }) => ({ kind, number })) },
    'changes undone',
  );
  const what = describeChanges(undone, texts);
  const words = texts.knowledge.undone({ what: escapeWithin(what, MAX_NAME_CHARS) });
  const undoNumbers = undone.map(({ number }) => number);
  // The undo is a change too, so it can be undone.
  const components = buildButtonRows([buildUndoButton(undoNumbers, texts)]);
  await update(interaction, buildReply({ embeds: [buildNoticeCard(words)], components }));
  if (undone.some(({ kind }) => kind === 'setting'))
    await announceUndone(interaction, { guildId, undone, before }, context);
  await notifyNewlyAnswered(
    { client: interaction.client, guildId, guildLocale: interaction.guildLocale },
    context,
  );
}

/** Announces undone settings in the log channel, and in the one that was set before. */
async function announceUndone(
  { client, guildLocale, user, id: cause }: ButtonInteraction | StringSelectMenuInteraction,
  { guildId, undone, before }: Undone,
  context: RequestContext,
): Promise<void> {
  const now = await readServerSettings(context, guildId);
  const texts = textsFor(now.language, guildLocale);
  const what = texts.knowledge.undone({
    what: escapeWithin(describeChanges(undone, texts), MAX_NAME_CHARS, escapeLinks),
  });
  const content = texts.settings.changed({ by: `<@${user.id}>`, words: what });
  await announceSettingsChange({ client, log: context.log }, { before, now, cause }, content);
}

/** Formats a line of the card. Mentions and relative times stand here, because the menu with the same numbers shows neither. */
function formatStep({ changes }: ChangeStep, texts: Texts): string {
  const { changedBy, changedAt } = changes[0];
  const what = escapeWithin(describeChanges(changes, texts), MAX_LINE_CHARS);
  return `${what} · <@${changedBy}> · <t:${Math.floor(changedAt / 1000)}:R>`;
}

/** Builds the menu of changes. A value that was changed again can only be undone by its latest change. */
function buildStepMenu(steps: readonly ChangeStep[], texts: Texts): ComponentRow {
  const options = steps.slice(0, COMPONENT_LIMITS.options).flatMap(({ changes, isLatest }, index) => {
    if (!isLatest) return [];
    const day = new Date(changes[0].changedAt).toISOString().slice(0, 10);
    return {
      label: fitOption(`${index + 1}. ${describeChanges(changes, texts)}`),
      description: fitOption(formatDay(day, texts.tag)),
      value: changes.map(({ number }) => number).join(),
    };
  });
  return buildSelectMenu({ component: MENU, argument: '' }, { options, placeholder: texts.menus.changes });
}

/** Describes the changes of one step; settings are listed behind one verb. */
function describeChanges(changes: readonly ServerChange[], texts: Texts): string {
  const { change: words } = texts.knowledge;
  const settings = changes.filter(({ kind }) => kind === 'setting');
  const others = changes.filter(({ kind }) => kind !== 'setting');
  const names = settings.map(({ name }) => readSettingName(name, texts)).join(', ');
  return [
    ...(names === '' ? [] : [words.changed({ name: names })]),
    ...others.map((each) => describeOther(each, texts)),
  ].join(', ');
}

function describeOther(
  { kind, isSet, before, name }: ServerChange,
  { knowledge: { change } }: Texts,
): string {
  if (kind === 'taught') return isSet ? change.taught({ name }) : change.forgotten({ name });
  if (!isSet) return change.removed({ name });
  return before === null ? change.added({ name }) : change.changed({ name });
}

/** Returns the name of a setting; the stored name for a setting that this version does not know. */
function readSettingName(name: string, { settings }: Texts): string {
  return isSettingName(name) ? settings.names[name] : name;
}
