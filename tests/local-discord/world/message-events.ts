import { intent, messageFlag, messageType } from '../wire-values.ts';
import { canBotSee } from './access.ts';
import type { Channel } from './channels.ts';
import { findGuild } from './make-world.ts';
import type { Message } from './messages.ts';
import { buildPartialMemberPayload, type Person } from './people.ts';
import type { GatewayEvent, StoredMessage, World } from './world.ts';

/** Who wrote a message; undefined for a webhook, which is no member. */
interface Announced extends StoredMessage {
  readonly author: Person | undefined;
}

/** Tells the bot of a new or changed message, as far as it may see and read. Ephemeral ones reach nobody. */
export function announce(
  world: World,
  name: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE',
  { message, channel, author }: Announced,
): void {
  const guild = findGuild(world, channel);
  const around = {
    ...(guild && author ? { member: buildPartialMemberPayload(author, guild) } : {}),
    channel_type: channel.type,
  };
  // Later changes of the world, such as a deletion of the answered message, do not change the event.
  const [hidden, full] = [false, true].map((mayRead) => ({
    ...buildMessageForBot(world, message, mayRead),
    ...around,
  }));
  tell(world, message, {
    name,
    intents: channel.guildId ? intent.guildMessages : intent.directMessages,
    buildData: (intents) => (intents & intent.messageContent ? full : hidden),
  });
}

export function announceDeletion(world: World, message: Message, channel: Channel): void {
  tell(world, message, {
    name: 'MESSAGE_DELETE',
    intents: channel.guildId ? intent.guildMessages : intent.directMessages,
    buildData: () => ({ id: message.id, channel_id: message.channel_id, guild_id: message.guild_id }),
  });
}

function tell(world: World, { flags, channel_id: id }: Message, event: GatewayEvent): void {
  const channel = world.channels.get(id);
  if (channel && canBotSee(world, channel) && !(flags & messageFlag.ephemeral)) world.dispatch(event);
}

/**
 * A message as the bot gets it: with the message it replies to, null when that is gone, and with empty content
 * where the bot may not read it.
 *
 * @param mayRead whether the privileged intent lets it read everything.
 */
export function buildMessageForBot(world: World, message: Message, mayRead: boolean): object {
  const shown = readable(world, message, mayRead);
  const { message_reference: reference, type } = message;
  if (type !== messageType.reply || !reference) return shown;
  const answered = world.messages.get(reference.message_id)?.message;
  return { ...shown, referenced_message: answered ? readable(world, answered, mayRead) : null };
}

/** Without the privileged intent only own messages, direct messages and those that ping the bot have content. */
function readable(world: World, message: Message, mayRead: boolean): Message {
  const isPinged = [message.author, ...message.mentions].some(({ id }) => id === world.bot.id);
  if (mayRead || isPinged || message.guild_id === undefined) return message;
  return { ...message, content: '', embeds: [], components: [], attachments: [] };
}
