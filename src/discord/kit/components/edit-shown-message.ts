import type { Message, MessageComponentInteraction } from 'discord.js';
import type { KeyedLock } from '../../../kit/serial-work.ts';
import { deferUpdate } from '../first-response.ts';
import type { Reply } from '../replies.ts';

/** What changes in a message; null as its content removes that. */
type Edit = Partial<Omit<Reply, 'content'>> & { readonly content?: string | null };

/**
 * Edits the message that a button or menu stands under, starting from its current content. Leaves it unchanged when `change` returns null.
 *
 * An interaction carries its message as it was when somebody pressed; rows computed from that copy would undo what others have changed
 * since. So this reads the message again, through the interaction, which reaches private messages too. A lock for each message keeps
 * another edit from happening between reading and writing. The lock is requested before anything is awaited, so that the value stored
 * last is shown last. One process handles a message; with several, the lock would have to be kept elsewhere.
 */
export async function editShownMessage(
  interaction: MessageComponentInteraction,
  locks: KeyedLock,
  change: (shown: Message) => Promise<Edit | null> | Edit | null,
): Promise<void> {
  const acknowledged = interaction.deferred ? Promise.resolve() : deferUpdate(interaction);
  const edited = locks.run(interaction.message.id, async () => {
    await acknowledged;
    const content = await change(await interaction.fetchReply());
    if (content !== null) await interaction.editReply(content);
  });
  await Promise.all([acknowledged, edited]);
}
