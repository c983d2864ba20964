import { ApplicationCommandOptionType } from 'discord.js';
import { localiseDescription } from '../kit/components/command-texts.ts';
import type { SettingsPart } from './part.ts';
import { channelOptions, chosenChannels, closedAmong } from './several.ts';

/** `/settings speak`: where the bot says something that all can read. */
export const speakSettings: SettingsPart = {
  option: {
    type: ApplicationCommandOptionType.Subcommand,
    ...localiseDescription(({ settings }) => settings.subcommands.speak),
    options: channelOptions(),
  },
  changes: (interaction) => ({ speakChannelIds: chosenChannels(interaction) }),
  inWords({ speakChannelIds }, { settings }) {
    const places = speakChannelIds.map((id) => `<#${id}>`).join(' ');
    return places === '' ? settings.speak.none : settings.speak.some({ places });
  },
  warnings: ({ speakChannelIds }, reach, { settings }) =>
    closedAmong(speakChannelIds, reach).map((id) => settings.closed({ place: `<#${id}>` })),
};
