import { ApplicationCommandOptionType, ChannelType } from 'discord.js';
import { menu } from '../kit/components/menu.ts';
import type { SettingsPart } from './part.ts';

/** `/settings log`: where refreshes and changed settings are told. */
export const logSettings: SettingsPart = {
  option: {
    type: ApplicationCommandOptionType.Subcommand,
    ...menu({
      en: ['log', 'Where refreshes and changed settings are told; nothing chosen: nowhere'],
      ru: ['журнал', 'Где сообщать об обновлениях и изменённых настройках; ничего не выбрано — нигде'],
      de: ['protokoll', 'Wo Aktualisierungen und geänderte Einstellungen stehen; nichts gewählt: nirgends'],
      es: ['registro', 'Dónde se anuncian actualizaciones y ajustes cambiados; sin elegir: en ninguna parte'],
      fr: ['journal', 'Où annoncer actualisations et réglages modifiés ; rien de choisi : nulle part'],
    }),
    options: [
      {
        type: ApplicationCommandOptionType.Channel,
        channel_types: [ChannelType.GuildText, ChannelType.PublicThread, ChannelType.PrivateThread],
        ...menu({
          en: ['channel', 'The channel, best one that only moderators see'],
          ru: ['канал', 'Канал, лучше такой, который видят только модераторы'],
          de: ['kanal', 'Der Kanal, am besten einer, den nur die Moderation sieht'],
          es: ['canal', 'El canal, mejor uno que solo vea la moderación'],
          fr: ['salon', 'Le salon, de préférence visible par la modération seule'],
        }),
      },
    ],
  },
  changes: ({ options }) => ({ logChannelId: options.getChannel('channel')?.id ?? null }),
  inWords: ({ logChannelId }, { settings }) =>
    settings.log(logChannelId === null ? '' : `<#${logChannelId}>`),
  warnings({ logChannelId }, { canWrite, canShowCards }, { settings }) {
    if (logChannelId === null || (canWrite(logChannelId) && canShowCards(logChannelId))) return [];
    return [settings.closedToCards(`<#${logChannelId}>`)];
  },
};
