import type { ChatInputCommandInteraction } from 'discord.js';
import { addArticle } from '../../requests/articles/add-article.ts';
import { MAX_OWN_BYTES } from '../../requests/articles/own-limits.ts';
import { requireModerator } from '../../requests/kit/requester.ts';
import { refused } from '../../requests/kit/user-facing-error.ts';
import { noteModal } from '../kit/components/note-modal.ts';
import type { Call } from '../kit/context.ts';
import { deferPrivately, showForm } from '../kit/first-response.ts';
import { requesterOf } from '../kit/requester.ts';
import { tellNowKnown } from '../notifications/tell-askers.ts';
import { tellAdded } from './added-reply.ts';
import { download } from './download.ts';

/** `/knowledge add`: takes the file in, or asks for a note. */
export async function add(
  interaction: ChatInputCommandInteraction,
  guildId: string,
  call: Call,
): Promise<void> {
  const file = interaction.options.getAttachment('file');
  const requester = await requesterOf(interaction, call);
  if (file === null) {
    requireModerator(requester);
    await showForm(interaction, noteModal(call.texts), call.texts);
    return;
  }
  // Fetching and reading may take longer than Discord waits for a first response.
  await deferPrivately(interaction);
  if (file.size > MAX_OWN_BYTES) throw refused({ kind: 'article-too-large', maxKb: MAX_OWN_BYTES / 1024 });
  requireModerator(requester);
  const bytes = await download(file.url);
  const added = await addArticle(call, { requester, guildId, file: { name: file.name, bytes } });
  try {
    await tellAdded(interaction, added, call);
  } finally {
    const { client, guildLocale } = interaction;
    await tellNowKnown({ client, guildId, guildLocale }, call);
  }
}
