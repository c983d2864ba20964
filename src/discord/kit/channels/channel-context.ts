import {
  type AnyThreadChannel,
  type Channel,
  ChannelType,
  type Client,
  type Guild,
  type GuildBasedChannel,
  type Interaction,
  type Message,
  OverwriteType,
  PermissionFlagsBits,
  type Role,
} from 'discord.js';
import type { MemberQuestion } from '../../../requests/asking/answer-member.ts';
import type { Spot } from '../../../requests/kit/speaking.ts';
import { isSeenThroughGates, type RoleViews } from './gate-roles.ts';

type ChannelContext = Pick<MemberQuestion, keyof Spot | 'isThread' | 'isHidden'>;

/** What is written in a channel: a message, or what a command or button sends. */
interface ChannelSource {
  readonly guildId: string | null;
  readonly channelId: string;
  readonly channel: Interaction['channel'] | Message['channel'];
}

/** Where something is asked. */
export function readChannelContext({ guildId, channelId, channel }: ChannelSource): ChannelContext {
  return {
    guildId,
    channelId,
    parentIds: listParentIds(channel),
    isThread: channel?.isThread() ?? false,
    isHidden: !isSeenByMembers(channel),
  };
}

/** The ids of what a channel hangs under, the nearest first: a thread's channel, and the category. */
export function listParentIds(channel: Channel | null): readonly string[] {
  if (channel === null || channel.isDMBased() || channel.parentId === null) return [];
  return [channel.parentId, ...listParentIds(channel.parent)];
}

/** Whether a card would be shown in a channel that the bot writes in by itself; Discord leaves it out otherwise, or refuses it. */
export function canShowCards(channel: Channel): boolean {
  if (channel.isDMBased()) return true;
  const { me } = channel.guild.members;
  return me !== null && (channel.permissionsFor(me)?.has(PermissionFlagsBits.EmbedLinks) ?? false);
}

/**
 * Whether all ordinary members see what is said in a channel: @everyone, or behind a verification gate the roles that open it (see
 * `findGates`). What is asked there may be suggested all over the server. False too where that cannot be told: in channels that the
 * bot does not see, and where it is not a member.
 */
function isSeenByMembers(channel: ChannelSource['channel']): boolean {
  if (channel === null || channel.isDMBased() || channel.type === ChannelType.PrivateThread) return false;
  const seen = channel.isThread() ? channel.parent : channel;
  if (seen === null) return false;
  const { everyone } = seen.guild.roles;
  return isSeenWith(everyone, seen) || isSeenThroughGates(seen.id, readRoleViews(seen.guild));
}

const VIEW = PermissionFlagsBits.ViewChannel;
/** Looking at this many takes some 10 ms. A server with more roles and channels that play a part has no gate. */
const MAX_PAIRS = 20_000;

function readRoleViews(guild: Guild): RoleViews {
  const { everyone, cache } = guild.roles;
  const channels = [...guild.channels.cache.values()].filter(isCounted);
  const hidden = channels.filter((channel) => !isSeenWith(everyone, channel));
  const openedBy = new Map<string, ReadonlySet<string>>();
  const seenByAll = channels.length - hidden.length;
  const named = new Set(hidden.flatMap((channel) => listOpenedIds(channel)));
  const seesByItself = (role: Role): boolean => role.permissions.has(VIEW) && !everyone.permissions.has(VIEW);
  const opening = cache.filter((role) => !role.managed && (named.has(role.id) || seesByItself(role)));
  if (opening.size * hidden.length > MAX_PAIRS) return { seenByAll, openedBy };
  for (const role of opening.sorted((a, b) => a.comparePositionTo(b)).values()) {
    if (role.id === everyone.id || isOfModerators(role, hidden)) continue;
    const opened = hidden.filter((channel) => isSeenWith(role, channel)).map(({ id }) => id);
    if (opened.length > 0) openedBy.set(role.id, new Set(opened));
  }
  return { seenByAll, openedBy };
}

/** The ids of the roles that a channel is opened to. */
function listOpenedIds({ permissionOverwrites }: CountedChannel): readonly string[] {
  return permissionOverwrites.cache.filter(({ allow }) => allow.has(VIEW)).map(({ id }) => id);
}

type CountedChannel = Exclude<GuildBasedChannel, AnyThreadChannel>;

/** Where people write. A ticket is opened to single people: there are as many as there are troubles, and only staff has a role that sees them. */
function isCounted(channel: GuildBasedChannel): channel is CountedChannel {
  if (channel.isThread() || !channel.isTextBased()) return false;
  const { client, permissionOverwrites } = channel;
  return !permissionOverwrites.cache.some(
    ({ type, id, allow }) => type === OverwriteType.Member && allow.has(VIEW) && !isBot(client, id),
  );
}

function isBot({ user, users }: Client<true>, id: string): boolean {
  return id === user.id || users.resolve(id)?.bot === true;
}

const OF_MODERATORS = [
  PermissionFlagsBits.Administrator,
  PermissionFlagsBits.ManageGuild,
  PermissionFlagsBits.ManageChannels,
  PermissionFlagsBits.ManageRoles,
  PermissionFlagsBits.ManageMessages,
  PermissionFlagsBits.ManageThreads,
  PermissionFlagsBits.ModerateMembers,
  PermissionFlagsBits.KickMembers,
  PermissionFlagsBits.BanMembers,
  PermissionFlagsBits.ViewAuditLog,
];

function isOfModerators(role: Role, channels: readonly CountedChannel[]): boolean {
  return (
    role.permissions.any(OF_MODERATORS) ||
    channels.some(({ permissionOverwrites }) =>
      permissionOverwrites.cache.get(role.id)?.allow.any(OF_MODERATORS),
    )
  );
}

/**
 * As discord.js's `permissionsFor` for one permission of a role, which would take too long for all roles and channels of a large server.
 *
 * @see https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
function isSeenWith(role: Role, { guild, permissionOverwrites }: CountedChannel): boolean {
  const { everyone } = guild.roles;
  let isSeen = role.permissions.has(VIEW) || everyone.permissions.has(VIEW);
  for (const id of new Set([everyone.id, role.id])) {
    const overwrite = permissionOverwrites.cache.get(id);
    if (overwrite?.deny.has(VIEW)) isSeen = false;
    if (overwrite?.allow.has(VIEW)) isSeen = true;
  }
  return isSeen;
}
