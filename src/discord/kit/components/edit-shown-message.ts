import type { Message, MessageComponentInteraction } from 'discord.js';
import type { KeyedLock } from '../../../requests/kit/keyed-lock.ts';
import { deferUpdate } from '../first-response.ts';
import type { Reply } from '../replies.ts';

/**
 * Changes the message that a button or menu stands under, starting from what it is by then; null leaves it.
 *
 * What an interaction tells of its message is how it was when somebody pressed: rows computed from that would take back what others
 * have done to it meanwhile. So the message is read anew, through the interaction, which reaches private ones too, and those who
 * change one message take turns: nobody writes between another's reading and writing. The turn is taken before anything is
 * waited for, so that what was kept last is shown last. One process serves a message, or else these turns would have to be kept elsewhere.
 */
export async function editShownMessage(
  interaction: MessageComponentInteraction,
  turns: KeyedLock,
  change: (shown: Message) => Promise<Partial<Reply> | null> | Partial<Reply> | null,
): Promise<void> {
  const acknowledged = interaction.deferred ? Promise.resolve() : deferUpdate(interaction);
  const changed = turns.run(interaction.message.id, async () => {
    await acknowledged;
    const content = await change(await interaction.fetchReply());
    if (content !== null) await interaction.editReply(content);
  });
  await Promise.all([acknowledged, changed]);
}
