import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ChannelType,
  type ChatInputCommandInteraction,
} from 'discord.js';
import type { Localised } from '../../wording/kit/texts.ts';
import type { BotAccess } from '../kit/channels/bot-access.ts';
import { menu } from '../kit/components/menu.ts';

/*
 * Discord's options take one value each: several channels or roles are as many options.
 */

const ROLES: readonly Localised[] = [
  { en: 'role', ru: 'роль', de: 'rolle', es: 'rol', fr: 'rôle' },
  { en: 'second-role', ru: 'вторая-роль', de: 'zweite-rolle', es: 'segundo-rol', fr: 'deuxième-rôle' },
  { en: 'third-role', ru: 'третья-роль', de: 'dritte-rolle', es: 'tercer-rol', fr: 'troisième-rôle' },
];
const CHANNELS: readonly Localised[] = [
  { en: 'channel', ru: 'канал', de: 'kanal', es: 'canal', fr: 'salon' },
  {
    en: 'second-channel',
    ru: 'второй-канал',
    de: 'zweiter-kanal',
    es: 'segundo-canal',
    fr: 'deuxième-salon',
  },
  { en: 'third-channel', ru: 'третий-канал', de: 'dritter-kanal', es: 'tercer-canal', fr: 'troisième-salon' },
  {
    en: 'fourth-channel',
    ru: 'четвёртый-канал',
    de: 'vierter-kanal',
    es: 'cuarto-canal',
    fr: 'quatrième-salon',
  },
  { en: 'fifth-channel', ru: 'пятый-канал', de: 'fünfter-kanal', es: 'quinto-canal', fr: 'cinquième-salon' },
];

const CHANNEL_OR_CATEGORY: Localised = {
  en: 'A channel, or a category with all in it',
  ru: 'Канал или категория со всеми каналами в ней',
  de: 'Ein Kanal, oder eine Kategorie mit allen darin',
  es: 'Un canal, o una categoría con todos los suyos',
  fr: 'Un salon, ou une catégorie avec tous les siens',
};

/** Where people write, and categories, which stand for all channels in them. */
const PLACES = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.GuildCategory,
] as const;

/** The options for up to three roles, each with this description. */
export function roleOptions(description: Localised): APIApplicationCommandBasicOption[] {
  return ROLES.map((name) => ({
    type: ApplicationCommandOptionType.Role,
    ...menu(described(name, description)),
  }));
}

/** The ids of the roles that were chosen, none twice. */
export function chosenRoles({ options }: ChatInputCommandInteraction): readonly string[] {
  return [...new Set(ROLES.flatMap(({ en }) => options.getRole(en)?.id ?? []))];
}

/** The options for up to five channels or categories. */
export function channelOptions(): APIApplicationCommandBasicOption[] {
  return CHANNELS.map((name) => ({
    type: ApplicationCommandOptionType.Channel,
    channel_types: [...PLACES],
    ...menu(described(name, CHANNEL_OR_CATEGORY)),
  }));
}

/** The ids of the channels that were chosen, none twice. */
export function chosenChannels({ options }: ChatInputCommandInteraction): readonly string[] {
  return [...new Set(CHANNELS.flatMap(({ en }) => options.getChannel(en)?.id ?? []))];
}

/** Which of the channels the bot may not write in; of a category that cannot be told. */
export function closedAmong(ids: readonly string[], { isCategory, canWrite }: BotAccess): readonly string[] {
  return ids.filter((id) => !isCategory(id) && !canWrite(id));
}

function described(name: Localised, description: Localised): Localised<readonly [string, string]> {
  return {
    en: [name.en, description.en],
    ru: [name.ru, description.ru],
    de: [name.de, description.de],
    es: [name.es, description.es],
    fr: [name.fr, description.fr],
  };
}
