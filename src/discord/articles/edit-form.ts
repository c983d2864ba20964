import type { ModalSubmitInteraction } from 'discord.js';
import { checkEdit, type EditedArticle } from '../../requests/articles/edit-article.ts';
import type { TypedArticle } from '../../requests/articles/edit-drafts.ts';
import { createRefusal } from '../../requests/kit/user-facing-error.ts';
import { previewEdit } from '../../requests/unanswered/edit-preview.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import { readNote } from '../kit/components/note-modal.ts';
import type { ModalComponent, RequestContext } from '../kit/context.ts';
import { deferPrivately, deferUpdate } from '../kit/first-response.ts';
import { buildReplacement } from '../kit/replies.ts';
import { readRequester } from '../kit/requester.ts';
import {
  buildChangedScreen,
  buildPreviewScreen,
  buildRefusedScreen,
  buildUnchangedScreen,
} from './edit-screen.ts';

/** The names of the forms in their custom ids: one answers with a message of its own, the other replaces the preview that it was opened from. */
export const EDIT_FORM = 'edit-form';
export const AGAIN_FORM = 'edit-again-form';

/** Checks what a moderator has typed for an article, and shows what it would change. */
export const editForm: ModalComponent = {
  name: EDIT_FORM,
  async run(interaction, argument, context) {
    await deferPrivately(interaction);
    await showOutcome(interaction, argument, context);
  },
};

export const editAgainForm: ModalComponent = {
  name: AGAIN_FORM,
  async run(interaction, argument, context) {
    await (interaction.isFromMessage() ? deferUpdate(interaction) : deferPrivately(interaction));
    await showOutcome(interaction, argument, context);
  },
};

const KINDS = { note: 'n', file: 'f' } as const;

/** Encodes the article of a form, the text that it was opened on, and its fields. */
export function encodeEditForm({ key, mark, typed }: Pick<EditedArticle, 'key' | 'mark' | 'typed'>): string {
  return [KINDS[typed.kind], key, mark].join(':');
}

async function showOutcome(
  interaction: ModalSubmitInteraction,
  argument: string,
  context: RequestContext,
): Promise<void> {
  const [kind, key = '', mark = ''] = argument.split(':');
  if (kind !== KINDS.note && kind !== KINDS.file) throw createRefusal({ kind: 'unknown-button' });
  const server = { requester: readRequester(interaction, context), guildId: requireGuildId(interaction) };
  const typed: TypedArticle =
    kind === KINDS.note
      ? { kind: 'note', ...readNote(interaction) }
      : { kind: 'file', text: interaction.fields.getTextInputValue('text') };
  const components = await buildOutcome({ ...server, key, mark, typed }, context);
  await interaction.editReply(buildReplacement(components));
}

async function buildOutcome(sent: Parameters<typeof checkEdit>[1], context: RequestContext) {
  const { texts } = context;
  const checked = await checkEdit(context, sent);
  switch (checked.kind) {
    case 'unchanged':
      return buildUnchangedScreen(checked.draftId, texts);
    case 'changed-since':
      return buildChangedScreen(checked, texts);
    case 'refused':
      return buildRefusedScreen(checked, texts);
    case 'ready': {
      const { path, text } = checked;
      const { requester, guildId } = sent;
      return buildPreviewScreen(
        checked,
        await previewEdit(context, { requester, guildId, path, text }),
        texts,
      );
    }
  }
}
