import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { changeSettings } from '../../requests/change-settings.ts';
import { textsFor } from '../../wording/languages.ts';
import type { Command } from '../context.ts';
import { respondPrivately } from '../first-response.ts';
import { humanReach } from '../human-reach.ts';
import { tellIn } from '../log-channels.ts';
import { menu } from '../menu.ts';
import { noticeCard } from '../notice-card.ts';
import { MANAGER, requesterOf } from '../requester.ts';
import { logSettings } from './settings-log.ts';
import { moderatorSettings } from './settings-moderators.ts';
import { peopleSettings } from './settings-people.ts';

/** Every subcommand; a new one is a file and an entry here. */
const PARTS = [peopleSettings, moderatorSettings, logSettings];

/** `/settings …`: confirmed to who changes something, with what will keep it from working, and told in the log channel. */
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
    options: PARTS.map(({ option }) => option),
  },
  async run(interaction, call) {
    const { store, log, texts } = call;
    const { guildId, guildLocale, options, user, client } = interaction;
    const part = PARTS.find(({ option }) => option.name === options.getSubcommand());
    if (guildId === null || part === undefined)
      throw new TypeError('/settings came without server or subcommand');
    const requester = await requesterOf(interaction, call);
    const changes = part.changes(interaction);
    const { before, now } = await changeSettings(store, { requester, guildId, changes });
    log.info({ by: user.id, guildId, settings: now }, 'settings changed');
    const words = [part.inWords(now, texts), ...part.warnings(now, humanReach(interaction), texts)];
    await respondPrivately(interaction, { embeds: [noticeCard(words.join('\n'))] });
    const theirs = textsFor(guildLocale);
    const content = theirs.notices.settingsChanged(`<@${user.id}>`, part.inWords(now, theirs));
    for (const channelId of new Set([before.logChannelId, now.logChannelId]))
      if (channelId !== null) await tellIn({ client, log }, channelId, { content, embeds: [] });
  },
};
