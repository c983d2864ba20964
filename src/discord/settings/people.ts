import { ApplicationCommandOptionType, ChannelType } from 'discord.js';
import { menu } from '../kit/components/menu.ts';
import type { SettingsPart } from './part.ts';

/** `/settings people`: where the button “Ask a human” leads. Without a channel and a role there is no such button. */
export const peopleSettings: SettingsPart = {
  option: {
    type: ApplicationCommandOptionType.Subcommand,
    ...menu({
      en: ['people', 'Where questions go that somebody hands to people; nothing chosen: nowhere'],
      ru: ['люди', 'Куда передаются вопросы людям; ничего не выбрано — никуда'],
      de: ['menschen', 'Wohin Fragen gehen, die jemand an Menschen weitergibt; nichts gewählt: nirgendwohin'],
      es: ['personas', 'Adónde van las preguntas que alguien pasa a personas; sin elegir: a ninguna parte'],
      fr: ['personnes', 'Où vont les questions transmises à des personnes ; rien de choisi : nulle part'],
    }),
    options: [
      {
        type: ApplicationCommandOptionType.Channel,
        channel_types: [ChannelType.GuildText, ChannelType.PublicThread, ChannelType.PrivateThread],
        ...menu({
          en: ['channel', 'The channel they are posted in; else where they were asked'],
          ru: ['канал', 'Канал, куда их писать; иначе там, где спросили'],
          de: ['kanal', 'Der Kanal, in dem sie stehen sollen; sonst dort, wo gefragt wurde'],
          es: ['canal', 'El canal en que se publican; si no, donde se preguntó'],
          fr: ['salon', 'Le salon où elles sont postées ; sinon là où elles ont été posées'],
        }),
      },
      {
        type: ApplicationCommandOptionType.Role,
        ...menu({
          en: ['role', 'The role that is called'],
          ru: ['роль', 'Роль, которую позвать'],
          de: ['rolle', 'Die Rolle, die gerufen wird'],
          es: ['rol', 'El rol al que se llama'],
          fr: ['rôle', 'Le rôle qui est appelé'],
        }),
      },
    ],
  },
  changes: ({ options }) => ({
    humanChannelId: options.getChannel('channel')?.id ?? null,
    humanRoleId: options.getRole('role')?.id ?? null,
  }),
  inWords({ humanChannelId, humanRoleId }, { settings }) {
    const channel = humanChannelId === null ? null : `<#${humanChannelId}>`;
    const role = humanRoleId === null ? null : `<@&${humanRoleId}>`;
    return settings.people([channel, role].filter((place) => place !== null).join(' '));
  },
  warnings({ humanChannelId, humanRoleId }, { canWrite, canPing }, { settings }) {
    const isOpen = humanChannelId === null || canWrite(humanChannelId);
    const isCalled = humanRoleId === null || canPing(humanRoleId, humanChannelId);
    return [
      ...(isOpen ? [] : [settings.closed(`<#${humanChannelId}>`)]),
      ...(isCalled ? [] : [settings.roleNotCalled(`<@&${humanRoleId}>`)]),
    ];
  },
};
