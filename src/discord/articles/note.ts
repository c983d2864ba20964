import { addNote } from '../../requests/articles/add-article.ts';
import { teachAnswer } from '../../requests/unanswered/teach.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import { NOTE_MODAL } from '../kit/components/note-modal.ts';
import type { ModalComponent, RequestContext } from '../kit/context.ts';
import { deferPrivately } from '../kit/first-response.ts';
import { readRequester } from '../kit/requester.ts';
import { notifyNewlyAnswered, notifyWaitingAskers } from '../notifications/notify-askers.ts';
import { confirmAdded } from './added-reply.ts';

/** Adds the note that a moderator wrote. If it was written for a question of the queue, its first sentence is taught as the answer. */
export const noteForm: ModalComponent = {
  name: NOTE_MODAL,
  async run(interaction, askedId, context) {
    const { fields } = interaction;
    const guildId = requireGuildId(interaction);
    await deferPrivately(interaction);
    const url = fields.getTextInputValue('url').trim();
    const note = {
      title: fields.getTextInputValue('title'),
      text: fields.getTextInputValue('text'),
      url: url === '' ? null : url,
    };
    const requester = readRequester(interaction, context);
    const added = await addNote(context, { requester, guildId, note });
    try {
      await confirmAdded(interaction, added, context);
    } finally {
      // Waiting askers are notified even when the confirmation to the moderator failed.
      const { firstFact } = added.article;
      const { client, guildLocale } = interaction;
      const through = { client, guildId, guildLocale };
      const teaching = askedId === '' ? null : { askedId, factId: firstFact.id };
      await (teaching === null
        ? notifyNewlyAnswered(through, context)
        : teachNote(through, { requester, guildId, ...teaching }, context));
    }
  },
};

/** Teaches the note as the answer to its question. Also notifies the askers of other questions that the note answers, even if teaching fails. */
async function teachNote(
  through: Parameters<typeof notifyNewlyAnswered>[0],
  teaching: Parameters<typeof teachAnswer>[1],
  context: RequestContext,
): Promise<void> {
  try {
    const taught = await teachAnswer(context, teaching);
    await notifyWaitingAskers(through, taught, context);
  } finally {
    await notifyNewlyAnswered(through, context);
  }
}
