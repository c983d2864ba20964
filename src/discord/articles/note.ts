import { addNote } from '../../requests/articles/add-article.ts';
import { teach } from '../../requests/unanswered/teach.ts';
import { NOTE_MODAL } from '../kit/components/note-modal.ts';
import type { Call, ModalComponent } from '../kit/context.ts';
import { deferPrivately } from '../kit/first-response.ts';
import { requesterOf } from '../kit/requester.ts';
import { tellAskers, tellNowKnown } from '../notifications/tell-askers.ts';
import { tellAdded } from './added-reply.ts';

/** The note that somebody has written. Where it answers a question of the queue, its first sentence is taught as the answer. */
export const noteForm: ModalComponent = {
  name: NOTE_MODAL,
  async run(interaction, askedId, call) {
    const { guildId, fields } = interaction;
    if (guildId === null) throw new TypeError('notes are for servers only');
    await deferPrivately(interaction);
    const url = fields.getTextInputValue('url').trim();
    const note = {
      title: fields.getTextInputValue('title'),
      text: fields.getTextInputValue('text'),
      url: url === '' ? null : url,
    };
    const requester = await requesterOf(interaction, call);
    const added = await addNote(call, { requester, guildId, note });
    try {
      await tellAdded(interaction, added, call);
    } finally {
      // Who waits is told, though the moderator can no longer be.
      const { firstFact } = added.article;
      const { client, guildLocale } = interaction;
      const through = { client, guildId, guildLocale };
      const teaching = askedId === '' ? null : { askedId, factId: firstFact.id };
      await (teaching === null
        ? tellNowKnown(through, call)
        : settle(through, { requester, guildId, ...teaching }, call));
    }
  },
};

/** Teaches what was written as the answer to the question that it was written for; who waits for something else that it says is told in any case. */
async function settle(
  through: Parameters<typeof tellNowKnown>[0],
  teaching: Parameters<typeof teach>[1],
  call: Call,
): Promise<void> {
  try {
    const lesson = await teach(call, teaching);
    await tellAskers(through, lesson, call);
  } finally {
    await tellNowKnown(through, call);
  }
}
