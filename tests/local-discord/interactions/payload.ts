import { interactionTypeOf } from '../rest/interaction-messages.ts';
import { isLocale } from '../rules/locales.ts';
import { botPermissions } from '../world/access.ts';
import { channelPayload } from '../world/channels.ts';
import { memberPayload, userPayload } from '../world/people.ts';
import type { World } from '../world/world.ts';
import { interactionData } from './data.ts';
import type { Exchange } from './exchange.ts';
import { contextOf } from './place.ts';

/**
 * The payload of INTERACTION_CREATE.
 *
 * @see https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object
 */
export function interactionPayload(world: World, exchange: Exchange): object {
  return {
    id: exchange.id,
    application_id: world.bot.id,
    type: interactionTypeOf(exchange),
    token: exchange.token,
    version: 1,
    data: interactionData(world, exchange),
    ...placeOf(world, exchange),
    context: contextOf(exchange),
    authorizing_integration_owners: exchange.owners,
    channel_id: exchange.channel.id,
    locale: localeOf(exchange),
    app_permissions: String(botPermissions(world, exchange.channel)),
    entitlements: [],
    entitlement_sku_ids: [],
    attachment_size_limit: 10 * 1024 * 1024,
    ...usedMessage(world, exchange),
  };
}

/** The message whose component was used, as it now stands. */
function usedMessage(world: World, { request }: Exchange): object {
  if (!('message' in request) || request.message === undefined) return {};
  const message = world.messages.get(request.message.id)?.message ?? request.message;
  const isToldInPart = 'isToldInPart' in request && request.isToldInPart;
  // What is undefined is left out of the JSON.
  const untold = { content: undefined, embeds: undefined, components: undefined };
  return { message: isToldInPart ? { ...message, ...untold } : message };
}

function placeOf(world: World, exchange: Exchange): object {
  const { guild, channel, user } = exchange;
  const base = channelPayload(world, channel);
  if (!guild) return { user: userPayload(user), channel: base };
  const member = memberPayload(user, guild);
  return {
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_locale: guild.locale,
    member,
    channel: { ...base, permissions: member.permissions },
  };
}

/** @throws Error when no Discord client speaks the language. */
function localeOf({ request }: Exchange): string {
  const { locale = 'en-US' } = request;
  if (!isLocale(locale)) throw new Error(`${locale} is no language of Discord`);
  return locale;
}
