import { interactionTypeOf } from '../rest/interaction-messages.ts';
import { dmChannelPayload, guildChannelPayload } from '../world/guilds.ts';
import { appPermissions, memberPayload, userPayload } from '../world/people.ts';
import type { World } from '../world/world.ts';
import { interactionData } from './data.ts';
import type { Exchange } from './exchange.ts';

const GUILD_CONTEXT = 0;
const BOT_DM_CONTEXT = 1;

/**
 * The payload of INTERACTION_CREATE.
 *
 * @see https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object
 */
export function interactionPayload(world: World, exchange: Exchange): object {
  const { request } = exchange;
  const message = 'message' in request ? request.message : undefined;
  return {
    id: exchange.id,
    application_id: world.bot.id,
    type: interactionTypeOf(exchange),
    token: exchange.token,
    version: 1,
    data: interactionData(world, exchange),
    ...placeOf(exchange),
    channel_id: exchange.channel.id,
    locale: request.locale ?? 'en-US',
    app_permissions: appPermissions,
    entitlements: [],
    entitlement_sku_ids: [],
    attachment_size_limit: 10 * 1024 * 1024,
    ...(message ? { message: world.messages.get(message.id)?.message ?? message } : {}),
  };
}

function placeOf({ guild, channel, user }: Exchange): object {
  if (!guild) {
    return {
      context: BOT_DM_CONTEXT,
      // The key 0 with the value 0 is how Discord says: in a direct message with the bot.
      authorizing_integration_owners: { 0: '0' },
      user: userPayload(user),
      channel: dmChannelPayload(channel, userPayload(user)),
    };
  }
  const member = memberPayload(user, guild);
  return {
    context: GUILD_CONTEXT,
    authorizing_integration_owners: { 0: guild.id },
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_locale: guild.locale,
    member,
    channel: { ...guildChannelPayload(channel), permissions: member.permissions },
  };
}
