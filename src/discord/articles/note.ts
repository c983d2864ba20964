import { addNote } from '../../requests/articles/add-article.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import { NOTE_MODAL, readNote } from '../kit/components/note-modal.ts';
import type { ModalComponent } from '../kit/context.ts';
import { deferPrivately } from '../kit/first-response.ts';
import { readRequester } from '../kit/requester.ts';
import { notifyNewlyAnswered } from '../notifications/notify-askers.ts';
import { confirmAdded } from './added-reply.ts';

/** Adds the note that a moderator wrote. */
export const noteForm: ModalComponent = {
  name: NOTE_MODAL,
  async run(interaction, _, context) {
    const guildId = requireGuildId(interaction);
    await deferPrivately(interaction);
    const requester = readRequester(interaction, context);
    const added = await addNote(context, { requester, guildId, note: readNote(interaction) });
    try {
      await confirmAdded(interaction, added, context);
    } finally {
      // Waiting askers are notified even when the confirmation to the moderator failed.
      const { client, guildLocale } = interaction;
      await notifyNewlyAnswered({ client, guildId, guildLocale }, context);
    }
  },
};
