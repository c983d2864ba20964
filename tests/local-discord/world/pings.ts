import type { MessageView } from '../rules/body-views.ts';
import { findBotPermissions } from './access.ts';
import type { Channel } from './channels.ts';
import { findGuild } from './make-world.ts';
import { buildUserPayload, findPermissions, type Person } from './people.ts';
import { permission } from './permissions.ts';
import type { Role } from './roles.ts';
import type { World } from './world.ts';

type User = ReturnType<typeof buildUserPayload>;

/** Whom a message can ping. */
export interface Audience {
  readonly people: readonly Person[];
  readonly roles: readonly Role[];
  /** Whether the author may ping everyone, and roles that are not mentionable. */
  readonly mayPingAll: boolean;
}

/** Whom a message of this author in this channel can ping; a webhook, without author, pings as it likes. */
export function findAudience(world: World, channel: Channel, author?: Person): Audience {
  const guild = findGuild(world, channel);
  const bits =
    author && guild && author.id !== world.bot.id
      ? findPermissions(author, guild)
      : findBotPermissions(world, channel);
  return {
    people: [...world.allPeople, world.bot],
    roles: guild ? Object.values(guild.roles) : [],
    mayPingAll: !author || (bits & permission.mentionEveryone) !== 0n,
  };
}

/**
 * Whom the message pings. Without `allowed_mentions` everything pings, which is why Footnote always sends them.
 *
 * @param answered the author of the message that this one replies to.
 */
export function findPings(
  { content, allowed_mentions: allowed }: MessageView,
  to: Audience,
  answered?: User,
) {
  const parses = (kind: string) => allowed?.parse?.includes(kind) ?? allowed === undefined;
  const userIds = named(content, /<@!?(\d+)>/g).filter(
    (id) => parses('users') || allowed?.users?.includes(id),
  );
  const roleIds = named(content, /<@&(\d+)>/g).filter(
    (id) => parses('roles') || allowed?.roles?.includes(id),
  );
  const users = to.people.filter(({ id }) => userIds.includes(id)).map(buildUserPayload);
  const isAnsweredPinged = allowed === undefined || allowed.replied_user === true;
  const others = answered && isAnsweredPinged ? users.filter(({ id }) => id !== answered.id) : users;
  return {
    mentions: answered && isAnsweredPinged ? [answered, ...others] : users,
    mention_roles: to.roles
      .filter(({ id, mentionable }) => roleIds.includes(id) && (mentionable || to.mayPingAll))
      .map(({ id }) => id),
    mention_everyone: to.mayPingAll && parses('everyone') && /@(everyone|here)\b/.test(content),
  };
}

function named(content: string, pattern: RegExp): readonly string[] {
  return [...content.matchAll(pattern)].flatMap((match) => match[1] ?? []);
}
