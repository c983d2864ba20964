/**
 * The permissions that the bot needs in channels where it answers messages and forum posts, with Discord's bits. Commands work without.
 *
 * @see https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags
 */
const NEEDED_PERMISSIONS = {
  'View Channels': 1n << 10n,
  'Send Messages': 1n << 11n,
  'Send Messages in Threads': 1n << 38n,
  'Embed Links': 1n << 14n,
  'Read Message History': 1n << 16n,
  'Add Reactions': 1n << 6n,
} as const;

const ADMINISTRATOR = 1n << 3n;

/** Lists the permissions that the bot needs and lacks, by the names that Discord shows. An administrator lacks none. */
export function listLackingPermissions(bits: bigint): readonly string[] {
  if ((bits & ADMINISTRATOR) !== 0n) return [];
  return Object.entries(NEEDED_PERMISSIONS)
    .filter(([, bit]) => (bits & bit) === 0n)
    .map(([name]) => name);
}

/**
 * Builds the link that adds the bot to a server, with the scopes and permissions that it needs and no other.
 *
 * @see https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow
 */
export function buildInviteLink(applicationId: string): string {
  const bits = Object.values(NEEDED_PERMISSIONS).reduce((all, bit) => all | bit, 0n);
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: 'bot applications.commands',
    permissions: bits.toString(),
  });
  return `https://discord.com/oauth2/authorize?${query.toString()}`;
}
