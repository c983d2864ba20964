import { ApplicationCommandOptionType } from 'discord.js';
import { addArticle, addNote } from '../../requests/articles/add-article.ts';
import { requireModerator } from '../../requests/kit/requester.ts';
import { createRefusal } from '../../requests/kit/user-facing-error.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import { buildNoteModal, NOTE_MODAL, readNote } from '../kit/components/note-modal.ts';
import type { ModalComponent } from '../kit/context.ts';
import { deferPrivately, showForm } from '../kit/first-response.ts';
import { readRequester } from '../kit/requester.ts';
import type { Subcommand } from '../kit/subcommands.ts';
import { notifyNewlyAnswered } from '../notifications/notify-askers.ts';
import { confirmAdded } from './added-reply.ts';

const MAX_DOWNLOAD_MS = 10_000;

/** `/knowledge add`: adds the attached file, or asks for a note. */
export const addSubcommand: Subcommand = {
  definition: {
    type: ApplicationCommandOptionType.Subcommand,
    ...localiseDescription(({ knowledge }) => knowledge.subcommands.add),
    options: [
      {
        type: ApplicationCommandOptionType.Attachment,
        ...localiseDescription(({ knowledge }) => knowledge.subcommands.add.options.file),
      },
    ],
  },
  async run(interaction, context) {
    const guildId = requireGuildId(interaction);
    const file = interaction.options.getAttachment('file');
    const requester = readRequester(interaction, context);
    if (file === null) {
      requireModerator(requester);
      await showForm(interaction, buildNoteModal(context.texts), context.texts);
      return;
    }
    // Downloading and reading may take longer than Discord waits for a first response.
    await deferPrivately(interaction);
    const { name, size, url } = file;
    const offered = { name, size, download: () => download(url) };
    const added = await addArticle(context, { requester, guildId, file: offered });
    try {
      await confirmAdded(interaction, added, context);
    } finally {
      const { client, guildLocale } = interaction;
      await notifyNewlyAnswered({ client, guildId, guildLocale }, context);
    }
  },
};

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

/**
 * Downloads an attached file from the address that Discord gave for it.
 *
 * @throws {UserFacingError} `upload-lost` when the file cannot be downloaded
 */
async function download(url: string): Promise<Uint8Array> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(MAX_DOWNLOAD_MS) });
    if (!response.ok) throw new Error(`fetching an attachment gave the status ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw createRefusal({ kind: 'upload-lost' }, { cause });
  }
}
