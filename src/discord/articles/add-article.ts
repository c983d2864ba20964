import {
  ApplicationCommandOptionType,
  type Attachment,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import {
  type AddedArticle,
  addArticle,
  addNote,
  type OfferedFile,
} from '../../requests/articles/add-article.ts';
import { requireModerator } from '../../requests/kit/requester.ts';
import { createRefusal } from '../../requests/kit/user-facing-error.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import {
  ADD_ARTICLE_BUTTON,
  buildAddModal,
  NOTE_MODAL,
  readNote,
  readUpload,
} from '../kit/components/note-modal.ts';
import type { ButtonComponent, ModalComponent, RequestContext, Subcommand } from '../kit/context.ts';
import { deferPrivately, showForm } from '../kit/first-response.ts';
import { readRequester } from '../kit/requester.ts';
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
    if (file === null) {
      await openForm(interaction, context);
      return;
    }
    // Downloading and reading may take longer than Discord waits for a first response.
    await deferPrivately(interaction);
    const requester = readRequester(interaction, context);
    const added = await addArticle(context, { requester, guildId, file: toOfferedFile(file) });
    await confirm(interaction, added, context);
  },
};

/** Opens the form from a message that offers it. */
export const addArticleButton: ButtonComponent = {
  name: ADD_ARTICLE_BUTTON,
  run: (interaction, _, context) => openForm(interaction, context),
};

async function openForm(
  interaction: ButtonInteraction | ChatInputCommandInteraction,
  context: RequestContext,
): Promise<void> {
  requireModerator(readRequester(interaction, context));
  await showForm(interaction, buildAddModal(context.texts), context.texts);
}

/** Adds the file that a moderator uploaded with the form, or else the note. */
export const noteForm: ModalComponent = {
  name: NOTE_MODAL,
  async run(interaction, _, context) {
    const guildId = requireGuildId(interaction);
    await deferPrivately(interaction);
    const requester = readRequester(interaction, context);
    const file = readUpload(interaction);
    const note = readNote(interaction);
    if (file === null && (note.title.trim() === '' || note.text.trim() === ''))
      throw createRefusal({ kind: 'nothing-to-add' });
    const added =
      file === null
        ? await addNote(context, { requester, guildId, note })
        : await addArticle(context, { requester, guildId, file: toOfferedFile(file) });
    await confirm(interaction, added, context);
  },
};

async function confirm(
  interaction: ChatInputCommandInteraction | ModalSubmitInteraction,
  added: AddedArticle,
  context: RequestContext,
): Promise<void> {
  const guildId = requireGuildId(interaction);
  try {
    await confirmAdded(interaction, added, context);
  } finally {
    // Waiting askers are notified even when the confirmation to the moderator failed.
    const { client, guildLocale } = interaction;
    await notifyNewlyAnswered({ client, guildId, guildLocale }, context);
  }
}

function toOfferedFile({ name, size, url }: Attachment): OfferedFile {
  return { name, size, download: () => download(url) };
}

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
