import type { Snapshot } from '../../store/records/snapshots.ts';
import type { Texts } from '../../wording/kit/texts.ts';

/** What led to a refresh and who did it, as it is told in one server: of the members of others nothing is told. */
export function describeCause(
  { cause, byId, guildId }: Pick<Snapshot, 'cause' | 'byId' | 'guildId'>,
  here: string | null,
  { refresh }: Texts,
): string {
  const what = refresh.causes[cause];
  if (byId === null) return what;
  return `${what} · ${guildId === here ? `<@${byId}>` : refresh.elsewhere}`;
}
