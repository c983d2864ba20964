import { intent, messageFlag } from '../wire-values.ts';
import type { Channel } from './guilds.ts';
import type { Message } from './messages.ts';
import { type Person, partialMemberPayload } from './people.ts';
import type { World } from './world.ts';

/** Tells the bot of a new or changed message, as far as its intents let it read. Ephemeral ones reach nobody. */
export function announce(
  world: World,
  name: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE',
  { message, channel, author }: { message: Message; channel: Channel; author: Person },
): boolean {
  if (message.flags & messageFlag.ephemeral) return false;
  const guild = world.guilds.find(({ id }) => id === channel.guildId);
  const data = {
    ...message,
    ...(guild ? { member: partialMemberPayload(author, guild) } : {}),
    channel_type: guild ? 0 : 1,
  };
  const mayAlwaysRead =
    !guild || author.id === world.bot.id || message.mentions.some(({ id }) => id === world.bot.id);
  return world.dispatch({
    name,
    intents: guild ? intent.guildMessages : intent.directMessages,
    dataFor: (intents) => (mayAlwaysRead || intents & intent.messageContent ? data : withoutContent(data)),
  });
}

export function announceDeletion(world: World, message: Message, channel: Channel): void {
  if (message.flags & messageFlag.ephemeral) return;
  world.dispatch({
    name: 'MESSAGE_DELETE',
    intents: channel.guildId ? intent.guildMessages : intent.directMessages,
    dataFor: () => ({ id: message.id, channel_id: message.channel_id, guild_id: message.guild_id }),
  });
}

/** What a bot without the privileged intent sees of other people's messages. */
function withoutContent(data: object): object {
  return { ...data, content: '', embeds: [], components: [], attachments: [] };
}
