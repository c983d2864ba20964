import { ApplicationCommandOptionType } from 'discord.js';
import type { ServerSettings } from '../../server-settings/settings-table.ts';
import type { BotAccess } from '../kit/channels/bot-access.ts';
import { menu } from '../kit/components/menu.ts';
import type { SettingsPart } from './part.ts';
import { channelOptions, chosenChannels, closedAmong } from './several.ts';

const NOWHERE = 'nowhere';

/** `/settings mentions`: whether and where the bot answers those who mention it, which all can read. */
export const mentionSettings: SettingsPart = {
  option: {
    type: ApplicationCommandOptionType.Subcommand,
    ...menu({
      en: ['mentions', 'Channels where I answer mentions; nothing chosen: wherever I speak'],
      ru: ['упоминания', 'Каналы, где я отвечаю на упоминания; ничего не выбрано — везде, где говорю'],
      de: ['erwähnungen', 'Kanäle, in denen ich auf Erwähnungen antworte; nichts: überall, wo ich spreche'],
      es: ['menciones', 'Canales donde respondo a menciones; sin elegir: allí donde hablo'],
      fr: ['mentions', 'Salons où je réponds aux mentions ; rien de choisi : partout où je parle'],
    }),
    options: [
      {
        type: ApplicationCommandOptionType.Boolean,
        ...menu({
          en: [NOWHERE, 'Do not answer mentions at all'],
          ru: ['нигде', 'Совсем не отвечать на упоминания'],
          de: ['nirgends', 'Auf Erwähnungen gar nicht antworten'],
          es: ['ninguna', 'No responder a menciones en absoluto'],
          fr: ['nulle-part', 'Ne pas répondre du tout aux mentions'],
        }),
      },
      ...channelOptions(),
    ],
  },
  changes: (interaction) => ({
    answersMentions: interaction.options.getBoolean(NOWHERE) !== true,
    mentionChannelIds: chosenChannels(interaction),
  }),
  inWords({ answersMentions, mentionChannelIds }, { settings }) {
    if (!answersMentions) return settings.noMentions;
    return settings.mentions(mentionChannelIds.map((id) => `<#${id}>`).join(' '));
  },
  warnings(settings, reach, { settings: words }) {
    const { answersMentions, mentionChannelIds } = settings;
    if (!answersMentions) return [];
    const closed = closedAmong(mentionChannelIds, reach);
    const silent = mentionChannelIds.filter((id) => isSilent(id, settings, reach));
    return [...closed.map((id) => words.closed(`<#${id}>`)), ...silent.map((id) => words.silent(`<#${id}>`))];
  },
};

/** Whether the bot speaks neither there nor, where it is a category, in any channel of it. */
function isSilent(id: string, { speakChannelIds }: ServerSettings, { listParentIds }: BotAccess): boolean {
  if (speakChannelIds.length === 0) return false;
  const isSpeaking = [id, ...listParentIds(id)].some((each) => speakChannelIds.includes(each));
  return !isSpeaking && !speakChannelIds.some((each) => listParentIds(each).includes(id));
}
