import { findInteractionType } from '../rest/interaction-messages.ts';
import { isLocale } from '../rules/locales.ts';
import { findBotPermissions } from '../world/access.ts';
import { buildChannelPayload } from '../world/channels.ts';
import { buildMemberPayload, buildUserPayload } from '../world/people.ts';
import type { World } from '../world/world.ts';
import { findContext } from './channel-choice.ts';
import { buildInteractionData } from './data.ts';
import type { Exchange } from './exchange.ts';

/**
 * The payload of INTERACTION_CREATE.
 *
 * @see https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object
 */
export function buildInteractionPayload(world: World, exchange: Exchange): object {
  return {
    id: exchange.id,
    application_id: world.bot.id,
    type: findInteractionType(exchange),
    token: exchange.token,
    version: 1,
    data: buildInteractionData(world, exchange),
    ...placeOf(world, exchange),
    context: findContext(exchange),
    authorizing_integration_owners: exchange.owners,
    channel_id: exchange.channel.id,
    locale: localeOf(exchange),
    app_permissions: String(findBotPermissions(world, exchange.channel)),
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
  const base = buildChannelPayload(world, channel);
  if (!guild) return { user: buildUserPayload(user), channel: base };
  const member = buildMemberPayload(user, guild);
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
