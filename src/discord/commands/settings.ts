import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
} from 'discord.js';
import { changeSettings } from '../../requests/change-settings.ts';
import type { GuildSettings } from '../../store/guild-settings.ts';
import type { Texts } from '../../wording/texts.ts';
import type { Command } from '../context.ts';
import { respondPrivately } from '../first-response.ts';
import { type HumanReach, humanReach } from '../human-reach.ts';
import { menu } from '../menu.ts';
import { noticeCard } from '../notice-card.ts';
import { MANAGER, requesterOf } from '../requester.ts';

/** `/settings people`: where the button “Ask a human” leads. Without a channel and a role there is no such button. */
export const settingsCommand: Command = {
  definition: {
    ...menu({
      en: ['settings', 'How I work in this server (for those who manage it)'],
      ru: ['настройки', 'Как я работаю на этом сервере (для тех, кто им управляет)'],
      de: ['einstellungen', 'Wie ich auf diesem Server arbeite (für die, die ihn verwalten)'],
      es: ['ajustes', 'Cómo trabajo en este servidor (para quienes lo gestionan)'],
      fr: ['réglages', 'Comment je travaille sur ce serveur (pour qui le gère)'],
    }),
    default_member_permissions: MANAGER.toString(),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        ...menu({
          en: ['people', 'Where questions go that somebody hands to people; nothing chosen: nowhere'],
          ru: ['люди', 'Куда передаются вопросы людям; ничего не выбрано — никуда'],
          de: [
            'menschen',
            'Wohin Fragen gehen, die jemand an Menschen weitergibt; nichts gewählt: nirgendwohin',
          ],
          es: [
            'personas',
            'Adónde van las preguntas que alguien pasa a personas; sin elegir: a ninguna parte',
          ],
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
    ],
  },
  async run(interaction, { store, log, texts }) {
    const { guildId, options, user } = interaction;
    if (guildId === null) throw new TypeError('/settings is registered for servers only');
    const settings = await changeSettings(store, {
      requester: requesterOf(interaction),
      guildId,
      changes: {
        humanChannelId: options.getChannel('channel')?.id ?? null,
        humanRoleId: options.getRole('role')?.id ?? null,
      },
    });
    log.info({ by: user.id, guildId, settings }, 'settings changed');
    const words = confirmation(settings, humanReach(interaction), texts);
    await respondPrivately(interaction, { embeds: [noticeCard(words)] });
  },
};

/** Where questions go now, and what will keep them from getting there: it shows only when somebody needs people. */
function confirmation(
  { humanChannelId, humanRoleId }: GuildSettings,
  { mayWrite, mayCall }: HumanReach,
  { notices }: Texts,
): string {
  const channel = humanChannelId === null ? null : `<#${humanChannelId}>`;
  const role = humanRoleId === null ? null : `<@&${humanRoleId}>`;
  const places = [channel, role].filter((place) => place !== null).join(' ');
  return [
    notices.peopleAt(places),
    ...(channel === null || mayWrite ? [] : [notices.peopleClosed(channel)]),
    ...(role === null || mayCall ? [] : [notices.roleNotCalled(role)]),
  ].join('\n');
}
