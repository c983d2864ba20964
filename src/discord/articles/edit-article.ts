import {
  ApplicationCommandOptionType,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
} from 'discord.js';
import {
  discardDraft,
  type EditedArticle,
  openArticle,
  openDraft,
  saveEdit,
} from '../../requests/articles/edit-article.ts';
import { buildNoticeCard } from '../cards/notice-card.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import { buildEditNoteModal, buildFileModal } from '../kit/components/note-modal.ts';
import { EDIT_BUTTON } from '../kit/components/shared-buttons.ts';
import type { ButtonComponent, RequestContext, Subcommand } from '../kit/context.ts';
import { deferUpdate, showForm, update } from '../kit/first-response.ts';
import { buildReplacement } from '../kit/replies.ts';
import { readServerRequest } from '../kit/requester.ts';
import { notifyNewlyAnswered } from '../notifications/notify-askers.ts';
import { confirmAdded } from './added-reply.ts';
import { ARTICLE_OPTION, readArticlePath, suggestArticles } from './article-option.ts';
import { AGAIN_FORM, EDIT_FORM, encodeEditForm } from './edit-form.ts';
import { AGAIN, buildChangedScreen, CANCEL, SAVE } from './edit-screen.ts';

/** `/knowledge edit`: opens the form with the text of an article. */
export const editSubcommand: Subcommand = {
  definition: {
    type: ApplicationCommandOptionType.Subcommand,
    ...localiseDescription(({ knowledge }) => knowledge.subcommands.edit),
    options: [ARTICLE_OPTION],
  },
  async run(interaction, context) {
    const path = await readArticlePath(interaction, context);
    const edited = await openArticle(context, { ...readServerRequest(interaction, context), path });
    await showEditForm(interaction, { edited, component: EDIT_FORM }, context);
  },
  suggest: suggestArticles,
};

/** Opens the form with the text of the article that a message is about. The message stays. */
export const editButton: ButtonComponent = {
  name: EDIT_BUTTON,
  async run(interaction, key, context) {
    const edited = await openArticle(context, { ...readServerRequest(interaction, context), key });
    await showEditForm(interaction, { edited, component: EDIT_FORM }, context);
  },
};

/** Opens the form with what was typed last. What comes of it replaces the preview. */
export const editAgainButton: ButtonComponent = {
  name: AGAIN,
  async run(interaction, draftId, context) {
    const edited = openDraft(context, { ...readServerRequest(interaction, context), draftId });
    await showEditForm(interaction, { edited, component: AGAIN_FORM }, context);
  },
};

/** Saves exactly what the preview showed, and confirms it in its place. */
export const saveEditButton: ButtonComponent = {
  name: SAVE,
  async run(interaction, draftId, context) {
    const server = readServerRequest(interaction, context);
    await deferUpdate(interaction);
    const saved = await saveEdit(context, { ...server, draftId });
    if (saved.kind === 'changed-since') {
      await interaction.editReply(buildReplacement(buildChangedScreen(saved, context.texts)));
      return;
    }
    const { client, guildLocale } = interaction;
    try {
      await confirmAdded(interaction, saved.added, context, context.texts.knowledge.saved);
    } finally {
      // Waiting askers are notified even when the confirmation to the moderator failed.
      await notifyNewlyAnswered({ client, guildId: server.guildId, guildLocale }, context);
    }
  },
};

/** Drops what was typed. */
export const cancelEditButton: ButtonComponent = {
  name: CANCEL,
  async run(interaction, draftId, context) {
    discardDraft(context, { ...readServerRequest(interaction, context), draftId });
    await update(interaction, buildReplacement([buildNoticeCard(context.texts.refresh.discarded)]));
  },
};

async function showEditForm(
  interaction: ButtonInteraction | ChatInputCommandInteraction,
  { edited, component }: { readonly edited: EditedArticle; readonly component: string },
  { texts }: RequestContext,
): Promise<void> {
  const { typed, fileName } = edited;
  const id = { component, argument: encodeEditForm(edited) };
  const form =
    typed.kind === 'note'
      ? buildEditNoteModal(texts, { id, note: typed })
      : buildFileModal(texts, { id, fileName, text: typed.text });
  await showForm(interaction, form, texts);
}
