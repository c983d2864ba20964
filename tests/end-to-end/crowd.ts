import type { LocalDiscord } from '../local-discord/local-discord.ts';
import type { Person } from '../local-discord/world/people.ts';

/** So many members, no two of them the same: nobody of them asks too often. */
export function crowd({ people }: LocalDiscord, count: number): readonly Person[] {
  const first = BigInt(people.member.id);
  return Array.from({ length: count }, (_, number) => ({
    ...people.member,
    id: String(first + BigInt(number)),
    username: `mia${number}`,
  }));
}
