import { ApplicationCommandOptionType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { previewRefresh } from '../../requests/preview-refresh.ts';
import { refresh } from '../../requests/refresh.ts';
import type { Command } from '../context.ts';
import { deferPrivately } from '../first-response.ts';
import { menu } from '../menu.ts';
import { previewReply } from '../preview-reply.ts';
import { refreshCard } from '../refresh-card.ts';
import { reply } from '../replies.ts';
import { MODERATOR, requesterOf } from '../requester.ts';

/** `/refresh`, also to look at first: acknowledged at once, because reading many articles takes longer than Discord waits. */
export const refreshCommand: Command = {
  definition: {
    ...menu({
      en: ['refresh', 'Read the articles again and tell what changed (moderators)'],
      ru: ['обновить', 'Прочитать статьи заново и сообщить, что изменилось (для модераторов)'],
      de: ['aktualisieren', 'Die Artikel neu lesen und sagen, was sich geändert hat (Moderation)'],
      es: ['actualizar', 'Leer de nuevo los artículos y decir qué ha cambiado (moderación)'],
      fr: ['actualiser', 'Relire les articles et dire ce qui a changé (modération)'],
    }),
    default_member_permissions: MODERATOR.toString(),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
    options: [
      {
        type: ApplicationCommandOptionType.Boolean,
        ...menu({
          en: ['preview', 'Only tell what would change, and which answers'],
          ru: ['предпросмотр', 'Только показать, что изменится и в каких ответах'],
          de: ['vorschau', 'Nur zeigen, was sich ändern würde, und welche Antworten'],
          es: ['vista_previa', 'Solo mostrar qué cambiaría y en qué respuestas'],
          fr: ['aperçu', 'Seulement montrer ce qui changerait, et quelles réponses'],
        }),
      },
    ],
  },
  async run(interaction, call) {
    await deferPrivately(interaction);
    const { options, guildId } = interaction;
    const refresher = { requester: requesterOf(interaction), guildId };
    const content = options.getBoolean('preview')
      ? previewReply(await previewRefresh(call, refresher), call.texts)
      : { embeds: [refreshCard(await refresh(call.refreshes, refresher), call.texts)] };
    await interaction.editReply(reply(content));
  },
};
