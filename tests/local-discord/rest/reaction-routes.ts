import { intent } from '../wire-values.ts';
import type { Reaction } from '../world/messages.ts';
import { permission } from '../world/permissions.ts';
import type { StoredMessage, World } from '../world/world.ts';
import { tooManyReactions, unknownEmoji } from './api-error.ts';
import { requireMessage, requirePermissions } from './channel-access.ts';
import { type Answer, type ApiRequest, defineRoute, noContent, type Route } from './route.ts';

const MAX_EMOJI_PER_MESSAGE = 20;

/** An emoji of Unicode, with or without the mark that asks for its colours. */
const EMOJI = '^(\\p{RGI_Emoji}|\\p{Extended_Pictographic}\\ufe0f?)$';
const emojiPattern = new RegExp(EMOJI, 'v');

const OWN = '/channels/:channel/messages/:message/reactions/:emoji/@me';

/** The bot's own reactions. The guilds have no emoji of their own, so that only those of Unicode are known. */
export const reactionRoutes: readonly Route[] = [
  defineRoute('PUT', OWN, (request, world) => {
    add(requireMessage(request, world), emojiOf(request), world);
    return noContent;
  }),
  defineRoute('DELETE', OWN, takeAway),
];

/** @throws ApiError 10014 when it is no emoji. */
function emojiOf(request: ApiRequest): string {
  const emoji = request.param('emoji');
  if (!emojiPattern.test(emoji)) throw unknownEmoji();
  return emoji;
}

function add(stored: StoredMessage, emoji: string, world: World): void {
  const { reactions = [] } = stored.message;
  const known = reactions.find(({ emoji: { name } }) => name === emoji);
  requirePermissions(world, stored.channel, permission.readMessageHistory);
  // Everybody may join in a reaction that is there.
  if (!known) requirePermissions(world, stored.channel, permission.addReactions);
  if (!known && reactions.length >= MAX_EMOJI_PER_MESSAGE) throw tooManyReactions();
  if (known?.me) return;
  const count = (known?.count ?? 0) + 1;
  setReaction(world, stored, { emoji: { id: null, name: emoji }, count, me: true });
  tell(world, stored, { name: 'MESSAGE_REACTION_ADD', emoji });
}

function takeAway(request: ApiRequest, world: World): Answer {
  const stored = requireMessage(request, world);
  const emoji = emojiOf(request);
  const known = stored.message.reactions?.find(({ emoji: { name } }) => name === emoji);
  if (!known?.me) return noContent;
  setReaction(world, stored, { ...known, count: known.count - 1, me: false });
  tell(world, stored, { name: 'MESSAGE_REACTION_REMOVE', emoji });
  return noContent;
}

function setReaction(world: World, { message, ...rest }: StoredMessage, reaction: Reaction): void {
  const others = (message.reactions ?? []).filter(({ emoji: { name } }) => name !== reaction.emoji.name);
  const reactions = reaction.count > 0 ? [...others, reaction] : others;
  world.messages.set(message.id, { ...rest, message: { ...message, reactions } });
}

function tell(
  world: World,
  { message, channel }: StoredMessage,
  { name, emoji }: { readonly name: string; readonly emoji: string },
): void {
  const place = { user_id: world.bot.id, channel_id: channel.id, guild_id: channel.guildId };
  const data = { ...place, message_id: message.id, emoji: { id: null, name: emoji }, type: 0, burst: false };
  world.dispatch({
    name,
    intents: channel.guildId ? intent.guildReactions : intent.directReactions,
    buildData: () => data,
  });
}
