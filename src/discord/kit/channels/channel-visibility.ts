import {
  type AnyThreadChannel,
  type Channel,
  ChannelType,
  type Client,
  type Guild,
  type GuildBasedChannel,
  OverwriteType,
  PermissionFlagsBits,
  type Role,
} from 'discord.js';

/**
 * Returns whether all ordinary members see a channel: @everyone does, or behind a verification gate the roles that open it do (see
 * `findGates`). Questions from such a channel may be suggested in the whole server. Returns false also when nobody can tell: in channels
 * that the bot does not see, and in servers that it is not in.
 */
export function isSeenByMembers(channel: Channel | null): boolean {
  if (channel === null || channel.isDMBased() || channel.type === ChannelType.PrivateThread) return false;
  const seen = channel.isThread() ? channel.parent : channel;
  if (seen === null) return false;
  const { everyone } = seen.guild.roles;
  return canRoleView(everyone, seen) || isSeenThroughGates(seen.id, readRoleViews(seen.guild));
}

/**
 * Creates a function that returns the id of the channel of a server with a name in lower case, if all ordinary members see it, or null. It
 * looks at most once at who sees what, which takes up to 10 ms.
 */
export function createChannelFinder(guild: Guild | null): (name: string) => string | null {
  let views: RoleViews | undefined;
  return (name) => {
    const channel = guild?.channels.cache.find(
      (each): each is OrdinaryChannel => !each.isThread() && each.name.toLowerCase() === name,
    );
    if (channel === undefined) return null;
    if (canRoleView(channel.guild.roles.everyone, channel)) return channel.id;
    views ??= readRoleViews(channel.guild);
    return isSeenThroughGates(channel.id, views) ? channel.id : null;
  };
}

const VIEW = PermissionFlagsBits.ViewChannel;
/** Checking this many pairs of role and channel takes about 10 ms. A server with more is treated as having no gate. */
const MAX_PAIRS = 20_000;

function readRoleViews(guild: Guild): RoleViews {
  const { everyone, cache } = guild.roles;
  const channels = [...guild.channels.cache.values()].filter(isOrdinaryChannel);
  const hidden = channels.filter((channel) => !canRoleView(everyone, channel));
  const openedBy = new Map<string, ReadonlySet<string>>();
  const seenByAll = channels.length - hidden.length;
  const viewerIds = new Set(hidden.flatMap((channel) => listViewerIds(channel)));
  const canViewByDefault = (role: Role): boolean =>
    role.permissions.has(VIEW) && !everyone.permissions.has(VIEW);
  const openingRoles = cache.filter(
    (role) => !role.managed && (viewerIds.has(role.id) || canViewByDefault(role)),
  );
  if (openingRoles.size * hidden.length > MAX_PAIRS) return { seenByAll, openedBy };
  for (const role of openingRoles.sorted((a, b) => a.comparePositionTo(b)).values()) {
    if (role.id === everyone.id || isModeratorRole(role, hidden)) continue;
    const opened = hidden.filter((channel) => canRoleView(role, channel)).map(({ id }) => id);
    if (opened.length > 0) openedBy.set(role.id, new Set(opened));
  }
  return { seenByAll, openedBy };
}

/** Returns the ids of the roles and members that may view a channel by an overwrite of that channel. */
function listViewerIds({ permissionOverwrites }: OrdinaryChannel): readonly string[] {
  return permissionOverwrites.cache.filter(({ allow }) => allow.has(VIEW)).map(({ id }) => id);
}

type OrdinaryChannel = Exclude<GuildBasedChannel, AnyThreadChannel>;

/**
 * Returns whether a channel counts for the gates: people write in it, and it is no ticket. A ticket is opened to single members; a server
 * has any number of them, and only staff has a role that sees them.
 */
function isOrdinaryChannel(channel: GuildBasedChannel): channel is OrdinaryChannel {
  if (channel.isThread() || !channel.isTextBased()) return false;
  const { client, permissionOverwrites } = channel;
  return !permissionOverwrites.cache.some(
    ({ type, id, allow }) => type === OverwriteType.Member && allow.has(VIEW) && !isBot(client, id),
  );
}

function isBot({ user, users }: Client<true>, id: string): boolean {
  return id === user.id || users.resolve(id)?.bot === true;
}

const MODERATOR_PERMISSIONS = [
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

function isModeratorRole(role: Role, channels: readonly OrdinaryChannel[]): boolean {
  return (
    role.permissions.any(MODERATOR_PERMISSIONS) ||
    channels.some(({ permissionOverwrites }) =>
      permissionOverwrites.cache.get(role.id)?.allow.any(MODERATOR_PERMISSIONS),
    )
  );
}

/**
 * Returns whether a role may view a channel, as discord.js's `permissionsFor` does. That would take too long for all roles and channels
 * of a large server.
 *
 * @see https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
function canRoleView(role: Role, { guild, permissionOverwrites }: OrdinaryChannel): boolean {
  const { everyone } = guild.roles;
  let isSeen = role.permissions.has(VIEW) || everyone.permissions.has(VIEW);
  for (const id of new Set([everyone.id, role.id])) {
    const overwrite = permissionOverwrites.cache.get(id);
    if (overwrite?.deny.has(VIEW)) isSeen = false;
    if (overwrite?.allow.has(VIEW)) isSeen = true;
  }
  return isSeen;
}

/** Which channels of a server its roles let members see. */
export interface RoleViews {
  /** The number of channels that every member of the server sees. */
  readonly seenByAll: number;
  /**
   * Role id, lowest role first → ids of the channels that the role lets members see and @everyone does not see. Roles of bots and of
   * moderators are left out, and so are channels that are opened to single members, such as tickets.
   */
  readonly openedBy: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Behind a gate, the role of ordinary members opens at least this many times as many channels as everybody sees. */
const TIMES_BEHIND_GATE = 3;

/**
 * Returns the roles of ordinary members in a server that hides its channels until members get a role (a verification gate). Returns none
 * when everybody sees most channels: then @everyone stands for ordinary members.
 *
 * Roles tell who sees what, not how many members have them; counting members takes a privileged intent. So the decision is careful. The
 * role that opens most channels is a gate, and so is each role that opens half as many. The widest role may be that of staff. So each
 * role below it, and each role that opens only channels that it opens too, is a gate as well, unless it opens hardly any. A channel is
 * open when every gate sees it. One wrong gate too many hides channels that are open, but never opens a hidden one.
 */
export function findGates({ seenByAll, openedBy }: RoleViews): readonly string[] {
  const all = [...openedBy.values()];
  const widest = all.reduce<ReadonlySet<string>>(
    (most, each) => (each.size > most.size ? each : most),
    new Set(),
  );
  const widestIndex = all.indexOf(widest);
  if (widest.size === 0 || widest.size < TIMES_BEHIND_GATE * seenByAll) return [];
  const isWithin = (opened: ReadonlySet<string>): boolean => [...opened].every((id) => widest.has(id));
  return [...openedBy].flatMap(([role, opened], index) => {
    const isWide = opened.size * 2 >= widest.size;
    const isCommon = opened.size >= 2 && opened.size * 10 >= widest.size;
    return isWide || (isCommon && (index < widestIndex || isWithin(opened))) ? role : [];
  });
}

/** Returns whether all ordinary members see a channel that @everyone does not see. */
export function isSeenThroughGates(channelId: string, views: RoleViews): boolean {
  const gates = findGates(views);
  return gates.length > 0 && gates.every((role) => views.openedBy.get(role)?.has(channelId));
}
