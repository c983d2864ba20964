import {
  ApplicationCommandOptionType,
  type ButtonInteraction,
  type Guild,
  type StringSelectMenuInteraction,
} from 'discord.js';
import {
  type ChangeStep,
  type ListedChange,
  listChanges,
  undoChanges,
} from '../../requests/articles/changes.ts';
import { readServerSettings } from '../../requests/kit/read-server-settings.ts';
import { writeSetting } from '../../server-settings/setting-row.ts';
import { isSettingName, type ServerSettings } from '../../server-settings/settings-table.ts';
import type { ServerChange } from '../../store/records/server-values.ts';
import { formatDay } from '../../wording/dates.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { buildNoticeCard, replaceByNotice } from '../cards/notice-card.ts';
import { describeStoredChange, MENTIONS, type ReferenceStyle } from '../cards/setting-change.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import { buildButtonRows } from '../kit/components/buttons.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import { buildSelectMenu, fitOption } from '../kit/components/select-menu.ts';
import { buildUndoButton, UNDO_BUTTON } from '../kit/components/undo-button.ts';
import type { ButtonComponent, RequestContext, SelectComponent } from '../kit/context.ts';
import { respondPrivately, update } from '../kit/first-response.ts';
import { COMPONENT_LIMITS } from '../kit/limits.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { buildReply, type ComponentRow } from '../kit/replies.ts';
import { readRequester } from '../kit/requester.ts';
import type { Subcommand } from '../kit/subcommands.ts';
import { announceSettingsChange } from '../notifications/log-channels.ts';
import { notifyNewlyAnswered } from '../notifications/notify-askers.ts';

const MENU = 'undo-change-pick';

const MAX_UNDONE_CHARS = 1000;
/** Twenty lines of at most this length stay below the 4,096 characters of a description. */
const MAX_LINE_CHARS = 145;

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
      components: [buildStepMenu(steps, interaction.guild, texts)],
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
  const now = await readServerSettings(context, guildId);
  const changes = undone.map((change) => ({ ...change, after: readStored(change, now) }));
  const look = { texts, style: MENTIONS, maxChars: MAX_UNDONE_CHARS };
  const words = texts.knowledge.undone({ what: describeChanges(changes, look) });
  const undoNumbers = undone.map(({ number }) => number);
  // The undo is a change too, so it can be undone.
  const rows = buildButtonRows([buildUndoButton(undoNumbers, texts)]);
  await update(interaction, buildReply(replaceByNotice(interaction.message, words, rows)));
  if (undone.some(({ kind }) => kind === 'setting'))
    await announceSettingsChange(interaction, { before, now, isUndo: true }, context);
  await notifyNewlyAnswered(
    { client: interaction.client, guildId, guildLocale: interaction.guildLocale },
    context,
  );
}

/** Returns the stored value of a setting that has just changed; null for other changes. */
function readStored({ kind, name }: ServerChange, now: ServerSettings): string | null {
  return kind === 'setting' && isSettingName(name) ? writeSetting(now[name]) : null;
}

/** Formats a line of the card. Mentions and relative times stand here, because the menu with the same numbers shows neither. */
function formatStep({ changes }: ChangeStep, texts: Texts): string {
  const { changedBy, changedAt } = changes[0];
  const what = describeChanges(changes, { texts, style: MENTIONS, maxChars: MAX_LINE_CHARS });
  return `${what} · <@${changedBy}> · <t:${Math.floor(changedAt / 1000)}:R>`;
}

/** Builds the menu of changes. A value that was changed again can only be undone by its latest change. */
function buildStepMenu(steps: readonly ChangeStep[], guild: Guild | null, texts: Texts): ComponentRow {
  const look = { texts, style: nameIn(guild), maxChars: COMPONENT_LIMITS.optionText };
  const options = steps.slice(0, COMPONENT_LIMITS.options).flatMap(({ changes, isLatest }, index) => {
    if (!isLatest) return [];
    const day = new Date(changes[0].changedAt).toISOString().slice(0, 10);
    return {
      label: fitOption(`${index + 1}. ${listParts(changes, look).join(', ')}`),
      description: fitOption(formatDay(day, texts.tag)),
      value: changes.map(({ number }) => number).join(),
    };
  });
  return buildSelectMenu({ component: MENU, argument: '' }, { options, placeholder: texts.menus.changes });
}

/** Menus show no mentions, so channels and roles are named; with their ids where they are gone. */
function nameIn(guild: Guild | null): ReferenceStyle {
  return {
    channel: (id) => `#${guild?.channels.resolve(id)?.name ?? id}`,
    role: (id) => `@${guild?.roles.resolve(id)?.name ?? id}`,
  };
}

interface ChangeLook {
  readonly texts: Texts;
  readonly style: ReferenceStyle;
  readonly maxChars: number;
}

/**
 * Describes the changes of one step on one line of Markdown. The values of settings keep their mentions, everything else is escaped. Where
 * that is too long, settings have only their names.
 */
function describeChanges(changes: readonly ListedChange[], look: ChangeLook): string {
  const { texts, maxChars } = look;
  const what = listParts(changes, look, (name) => escapeWithin(name, maxChars)).join(', ');
  if (what.length <= maxChars) return what;
  const names = changes.map(({ kind, name }) => (kind === 'setting' ? readSettingName(name, texts) : name));
  return escapeWithin(texts.knowledge.change.changed({ name: names.join(', ') }), maxChars);
}

/** Describes each change, with the names of articles and questions as `write` returns them. */
function listParts(
  changes: readonly ListedChange[],
  look: Pick<ChangeLook, 'texts' | 'style'>,
  write: (name: string) => string = (name) => name,
): readonly string[] {
  return changes.map((change) => {
    const { kind, name, before, after } = change;
    if (kind !== 'setting') return describeOther({ ...change, name: write(name) }, look.texts);
    if (!isSettingName(name)) return look.texts.knowledge.change.changed({ name: write(name) });
    return describeStoredChange(name, { from: before, to: after }, look);
  });
}

function describeOther(
  { kind, isSet, before, name }: ServerChange,
  { knowledge: { change } }: Texts,
): string {
  if (kind === 'taught') return isSet ? change.taught({ name }) : change.forgotten({ name });
  if (kind === 'synonym') return isSet ? change.synonymAdded({ name }) : change.synonymRemoved({ name });
  if (!isSet) return change.removed({ name });
  return before === null ? change.added({ name }) : change.changed({ name });
}

/** Returns the name of a setting; the stored name for a setting that this version does not know. */
function readSettingName(name: string, { settings }: Texts): string {
  return isSettingName(name) ? settings.names[name] : name;
}
