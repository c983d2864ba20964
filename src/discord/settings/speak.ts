import { ApplicationCommandOptionType } from 'discord.js';
import { menu } from '../kit/components/menu.ts';
import type { SettingsPart } from './part.ts';
import { channelOptions, chosenChannels, closedAmong } from './several.ts';

/** `/settings speak`: where the bot says something that all can read. */
export const speakSettings: SettingsPart = {
  option: {
    type: ApplicationCommandOptionType.Subcommand,
    ...menu({
      en: ['speak', 'Channels where I answer for all to see; nothing chosen: everywhere'],
      ru: ['говорить', 'Каналы, где я отвечаю для всех; ничего не выбрано — везде'],
      de: ['sprechen', 'Kanäle, in denen ich für alle sichtbar antworte; nichts gewählt: überall'],
      es: ['hablar', 'Canales donde respondo a la vista de todos; sin elegir: en todas partes'],
      fr: ['parler', 'Salons où je réponds à la vue de tous ; rien de choisi : partout'],
    }),
    options: channelOptions(),
  },
  changes: (interaction) => ({ speakChannelIds: chosenChannels(interaction) }),
  inWords: ({ speakChannelIds }, { settings }) =>
    settings.speak(speakChannelIds.map((id) => `<#${id}>`).join(' ')),
  warnings: ({ speakChannelIds }, reach, { settings }) =>
    closedAmong(speakChannelIds, reach).map((id) => settings.closed(`<#${id}>`)),
};
