import type { ReaderAccess } from '../../knowledge/article/limits.ts';
import type { QuestionRecord } from '../../store/records/asked-row.ts';

type AskedWhere = Pick<QuestionRecord, 'guildId' | 'channelId'>;

/** Finds out what askers may read now, perhaps long after they asked. */
export interface AskerAccess {
  /** Returns what everybody who reads the channel of a question may read. Nothing limited, where the channel is not known. */
  readonly readChannelAccess: (asked: AskedWhere) => ReaderAccess;
  /**
   * Fetches what an asker may read in the channel where they asked. Nothing limited, where they left the server or Discord does not tell; nothing
   * limited to channels, where they no longer see the channel.
   */
  readonly fetchAskerAccess: (asked: AskedWhere & Pick<QuestionRecord, 'askerId'>) => Promise<ReaderAccess>;
}

/** How many askers one change looks up at most: each is a request to Discord. Further ones wait for the next change. */
export const MAX_FETCHED_ASKERS = 50;

/** Returns what all askers of these questions may read, as far as their channels tell. */
export function readCommonAccess(
  { readChannelAccess }: Pick<AskerAccess, 'readChannelAccess'>,
  asked: readonly AskedWhere[],
): ReaderAccess {
  const byChannel = new Map(asked.map((each) => [each.channelId, each]));
  const [first, ...others] = [...byChannel.values()].map(readChannelAccess);
  const channels = (first?.channels ?? []).filter((key) =>
    others.every((each) => each.channels.includes(key)),
  );
  return { channels, roles: [] };
}
