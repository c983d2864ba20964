import { ApplicationCommandOptionType } from 'discord.js';
import { menu } from '../../menu.ts';
import type { SettingsPart } from './part.ts';
import { channelOptions, chosenChannels } from './several.ts';

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
    options: channelOptions({
      en: 'A channel, or a category with all in it',
      ru: 'Канал или категория со всеми каналами в ней',
      de: 'Ein Kanal, oder eine Kategorie mit allen darin',
      es: 'Un canal, o una categoría con todos los suyos',
      fr: 'Un salon, ou une catégorie avec tous les siens',
    }),
  },
  changes: (interaction) => ({ speakChannelIds: chosenChannels(interaction) }),
  inWords: ({ speakChannelIds }, { settings }) =>
    settings.speak(speakChannelIds.map((id) => `<#${id}>`).join(' ')),
  warnings: ({ speakChannelIds }, { isCategory, mayWrite }, { settings }) =>
    speakChannelIds.filter((id) => !isCategory(id) && !mayWrite(id)).map((id) => settings.closed(`<#${id}>`)),
};
