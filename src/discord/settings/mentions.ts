import { ApplicationCommandOptionType } from 'discord.js';
import type { ServerSettings } from '../../server-settings/settings-table.ts';
import type { BotAccess } from '../kit/channels/bot-access.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import type { SettingsPart } from './part.ts';
import { channelOptions, chosenChannels, closedAmong } from './several.ts';

const NOWHERE = 'nowhere';

/** `/settings mentions`: whether and where the bot answers those who mention it, which all can read. */
export const mentionSettings: SettingsPart = {
  option: {
    type: ApplicationCommandOptionType.Subcommand,
    ...localiseDescription(({ settings }) => settings.subcommands.mentions),
    options: [
      {
        type: ApplicationCommandOptionType.Boolean,
        ...localiseDescription(({ settings }) => settings.subcommands.mentions.options.nowhere),
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
    const places = mentionChannelIds.map((id) => `<#${id}>`).join(' ');
    return places === '' ? settings.mentions.none : settings.mentions.some({ places });
  },
  warnings(settings, reach, { settings: words }) {
    const { answersMentions, mentionChannelIds } = settings;
    if (!answersMentions) return [];
    const closed = closedAmong(mentionChannelIds, reach);
    const silent = mentionChannelIds.filter((id) => isSilent(id, settings, reach));
    return [
      ...closed.map((id) => words.closed({ place: `<#${id}>` })),
      ...silent.map((id) => words.silent({ place: `<#${id}>` })),
    ];
  },
};

/** Whether the bot speaks neither there nor, where it is a category, in any channel of it. */
function isSilent(id: string, { speakChannelIds }: ServerSettings, { listParentIds }: BotAccess): boolean {
  if (speakChannelIds.length === 0) return false;
  const isSpeaking = [id, ...listParentIds(id)].some((each) => speakChannelIds.includes(each));
  return !isSpeaking && !speakChannelIds.some((each) => listParentIds(each).includes(id));
}
