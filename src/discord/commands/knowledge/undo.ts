import {
  type APIButtonComponentWithCustomId,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  ComponentType,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { listChanges, undoChanges } from '../../../requests/changes.ts';
import { settingsIn } from '../../../requests/settings-in.ts';
import { refused } from '../../../requests/user-facing-error.ts';
import type { GuildSettings } from '../../../store/guild-settings.ts';
import type { GuildChange } from '../../../store/guild-values.ts';
import { printable } from '../../../text/printable.ts';
import { shorten } from '../../../text/shorten.ts';
import { dayInWords } from '../../../wording/dates.ts';
import type { Localised, Texts } from '../../../wording/texts.ts';
import { button } from '../../buttons.ts';
import type { ButtonComponent, Call, SelectComponent } from '../../context.ts';
import { encodeCustomId } from '../../custom-id.ts';
import { respondPrivately, update } from '../../first-response.ts';
import { COMPONENT_LIMITS } from '../../limits.ts';
import { tellChanged } from '../../log-channels.ts';
import { escapeWithin } from '../../markdown.ts';
import { noticeCard } from '../../notice-card.ts';
import { type Row, reply } from '../../replies.ts';
import { requesterOf } from '../../requester.ts';
import { tellNowKnown } from '../../tell-askers.ts';
import { textsIn } from '../../texts-in.ts';

const BUTTON = 'undo-change';
const MENU = 'undo-change-pick';
const LABEL: Localised = { en: 'Undo', ru: 'Отменить', de: 'Rückgängig', es: 'Deshacer', fr: 'Annuler' };
const PLACEHOLDER: Localised = {
  en: 'Undo …',
  ru: 'Отменить …',
  de: 'Rückgängig machen …',
  es: 'Deshacer …',
  fr: 'Annuler …',
};
const MAX_NAME_CHARS = 300;
/** Twenty lines of at most this stay below the 4,096 of a description. */
const MAX_LINE_CHARS = 130;

/** The button that takes back the changes of these numbers. */
export function undoButtonFor(
  numbers: readonly number[],
  { language }: Texts,
): APIButtonComponentWithCustomId {
  return button({ component: BUTTON, argument: numbers.join() }, { label: LABEL[language], emoji: '↩️' });
}

/** `/knowledge undo`: the last changes, to choose from. */
export async function showChanges(
  interaction: ChatInputCommandInteraction,
  guildId: string,
  call: Call,
): Promise<void> {
  const { texts } = call;
  const changes = await listChanges(call, { requester: await requesterOf(interaction, call), guildId });
  if (changes.length === 0) {
    await respondPrivately(interaction, { embeds: [noticeCard(texts.knowledge.noChanges)] });
    return;
  }
  await respondPrivately(interaction, {
    embeds: [
      noticeCard(
        [
          texts.knowledge.lastChanges,
          ...changes.map((change, place) => `${place + 1}. ${lineOf(change, texts)}`),
        ].join('\n'),
      ),
    ],
    components: [changeMenu(changes, texts)],
  });
}

export const undoButton: ButtonComponent = {
  name: BUTTON,
  run: (interaction, numbers, call) => undo(interaction, numbers, call),
};

export const undoMenu: SelectComponent = {
  name: MENU,
  run: (interaction, _, call) => undo(interaction, interaction.values[0] ?? '', call),
};

interface Undone {
  readonly guildId: string;
  readonly undone: readonly GuildChange[];
  /** How the server was set before. */
  readonly before: GuildSettings;
}

async function undo(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  numbers: string,
  call: Call,
): Promise<void> {
  const { guildId, user } = interaction;
  if (guildId === null) throw refused({ kind: 'unknown-button' });
  const { texts, log } = call;
  const requester = await requesterOf(interaction, call);
  const before = await settingsIn(call, guildId);
  const undone = await undoChanges(call, { requester, guildId, numbers: numbers.split(',').map(Number) });
  log.info(
    { by: user.id, guildId, undone: undone.map(({ kind, name }) => ({ kind, name })) },
    'changes undone',
  );
  const what = undone.map((change) => described(change, texts)).join(', ');
  const words = texts.knowledge.undone(escapeWithin(what, MAX_NAME_CHARS));
  // The undoing is a change too, and so can be undone.
  const components: Row[] = [
    {
      type: ComponentType.ActionRow,
      components: [
        undoButtonFor(
          undone.map(({ number }) => number),
          texts,
        ),
      ],
    },
  ];
  await update(interaction, reply({ embeds: [noticeCard(words)], components }));
  if (undone.some(({ kind }) => kind === 'setting'))
    await tellUndone(interaction, { guildId, undone, before }, call);
  await tellNowKnown({ client: interaction.client, guildId, guildLocale: interaction.guildLocale }, call);
}

/** Settings are told in the log channel, however they change, in the one that was set before too. */
async function tellUndone(
  { client, guildLocale, user }: ButtonInteraction | StringSelectMenuInteraction,
  { guildId, undone, before }: Undone,
  call: Call,
): Promise<void> {
  const texts = await textsIn(call, guildId, guildLocale);
  const what = texts.knowledge.undone(undone.map((change) => described(change, texts)).join(', '));
  const content = texts.settings.changed(`<@${user.id}>`, what);
  await tellChanged({ client, log: call.log }, { before, now: await settingsIn(call, guildId) }, content);
}

/** Mentions and moments that follow the reader's clock stand in the card, by whose numbers the menu goes: it shows neither. */
function lineOf(change: GuildChange, texts: Texts): string {
  const { changedBy, changedAt } = change;
  const what = escapeWithin(described(change, texts), MAX_LINE_CHARS);
  return `${what} · <@${changedBy}> · <t:${Math.floor(changedAt / 1000)}:R>`;
}

function changeMenu(changes: readonly GuildChange[], texts: Texts): Row {
  const options = changes.slice(0, COMPONENT_LIMITS.options).map((change, place) => ({
    label: shorten(`${place + 1}. ${printable(described(change, texts))}`, COMPONENT_LIMITS.optionText),
    description: shorten(dayInWords(new Date(change.changedAt).toISOString().slice(0, 10), texts.tag), 100),
    value: String(change.number),
  }));
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: encodeCustomId({ component: MENU, argument: '' }),
        placeholder: PLACEHOLDER[texts.language],
        options,
      },
    ],
  };
}

function described({ kind, isSet, before, name }: GuildChange, texts: Texts): string {
  const { change } = texts.knowledge;
  if (kind === 'setting') return change.changed(settingName(name, texts));
  if (kind === 'taught') return isSet ? change.taught(name) : change.forgotten(name);
  if (!isSet) return change.removed(name);
  return before === null ? change.added(name) : change.changed(name);
}

/** As it is kept, for one that this version does not know. */
function settingName(name: string, { settings }: Texts): string {
  return new Map(Object.entries(settings.names)).get(name) ?? name;
}
