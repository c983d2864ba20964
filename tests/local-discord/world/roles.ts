import { memberBits } from './permissions.ts';
import type { NewId } from './snowflakes.ts';

/** A role of a guild besides @everyone. */
export interface Role {
  readonly id: string;
  readonly name: string;
  /** Whether who may not mention everyone can ping it. */
  readonly mentionable: boolean;
  /** Belongs to the bot, and nobody can be given it. */
  readonly managed: boolean;
}

/** The roles that every guild has besides @everyone. */
export interface GuildRoles {
  /** Not mentionable. */
  readonly helpers: Role;
  /** Mentionable. */
  readonly news: Role;
  /** The bot's own. */
  readonly bot: Role;
}

export function makeRoles(newId: NewId): GuildRoles {
  return {
    helpers: { id: newId(), name: 'Helpers', mentionable: false, managed: false },
    news: { id: newId(), name: 'News', mentionable: true, managed: false },
    bot: { id: newId(), name: 'footnote', mentionable: false, managed: true },
  };
}

/** A role as Discord sends it. All roles permit the same, so that only overwrites make a difference. */
export function buildRolePayload(
  { id, name, mentionable, managed }: Role,
  position = 1,
  permissions = memberBits,
) {
  return {
    id,
    name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position,
    permissions: String(permissions),
    managed,
    mentionable,
    flags: 0,
  };
}
