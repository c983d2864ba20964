import type { StoreError } from './kit/store-error.ts';
import type { Store } from './open-store.ts';
import type { AskedRecords } from './records/asked.ts';
import { DEFAULT_SETTINGS } from './records/guild-settings.ts';

/** Stands in where the store cannot be written at all: nothing is known, and whatever is to be kept fails with `error`. */
export function unavailableStore(error: StoreError): Store {
  const fail = failing(error);
  return {
    asked: unavailableAsked(error),
    votes: { vote: fail, counts: async () => ({ helpful: 0, notHelpful: 0 }) },
    guildValues: {
      all: async () => [],
      find: async () => null,
      everywhere: async () => [],
      change: fail,
      changes: async () => [],
      numbered: async () => [],
      undo: fail,
    },
    guildSettings: {
      of: async () => DEFAULT_SETTINGS,
      logChannels: async () => [],
      change: fail,
    },
    forgetting: {
      ofMember: fail,
      forgetMember: fail,
      forgetTexts: fail,
      markLeft: fail,
      markThere: fail,
      knownGuilds: fail,
      leftBefore: fail,
      forgetGuild: fail,
      sweep: async () => {},
    },
    snapshots: { keep: fail, list: async () => [], texts: async () => null },
    usage: { since: fail },
    processes: { beat: fail, leave: fail },
    troubles: { follow() {} },
    async close() {},
  };
}

function unavailableAsked(error: StoreError): AskedRecords {
  const fail = failing(error);
  return {
    record: fail,
    recordMessage: fail,
    recordFact: fail,
    withdraw: fail,
    find: fail,
    findByMessage: fail,
    answeredPhrasings: async () => [],
    lastAnswered: async () => [],
    unanswered: async () => [],
    settle: fail,
    wait: fail,
    waiting: async () => [],
    waitedForIn: async () => [],
    takeWaiting: fail,
  };
}

function failing(error: StoreError) {
  return async (): Promise<never> => {
    throw error;
  };
}
