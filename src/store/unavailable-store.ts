import { DEFAULT_SETTINGS } from '../server-settings/settings-table.ts';
import { createProcessCoordination } from './kit/coordination.ts';
import type { StoreError } from './kit/store-error.ts';
import type { Store } from './open-store.ts';
import type { AskedRecords } from './records/asked.ts';
import type { ForgettingRecords } from './records/forgetting.ts';

/** Creates a stand-in for a store that cannot be opened: it knows nothing, and every operation that would save something fails with `error`. */
export function createUnavailableStore(error: StoreError): Store {
  const fail = createFailure(error);
  return {
    asked: createUnavailableAsked(error),
    votes: {
      cast: fail,
      count: async () => ({ helpful: 0, notHelpful: 0 }),
      explain: fail,
      listMissing: async () => [],
    },
    serverValues: {
      list: async () => [],
      listNames: async () => [],
      find: async () => null,
      listAcrossServers: async () => [],
      change: fail,
      listChanges: async () => [],
      findChanges: async () => [],
      undo: fail,
    },
    serverSettings: {
      read: async () => DEFAULT_SETTINGS,
      getLastRead: () => null,
      listLogChannels: async () => [],
      change: fail,
    },
    forgetting: createUnavailableForgetting(error),
    greetings: { markGreeted: fail },
    digests: { claim: fail, listClaimed: fail },
    forumPosts: { claim: fail, markSolved: fail, countSince: fail },
    snapshots: { ...NO_SNAPSHOTS, save: fail, find: fail },
    usage: { readSince: fail, readDays: fail, countVotes: fail },
    processes: { beat: fail, leave: fail },
    agreements: { agree: fail },
    coordination: createProcessCoordination(),
    checkWritable: fail,
    reports: { subscribe() {} },
    async close() {},
  };
}

function createUnavailableAsked(error: StoreError): AskedRecords {
  const fail = createFailure(error);
  return {
    record: fail,
    recordMessage: fail,
    recordFact: fail,
    share: fail,
    unshare: fail,
    passOn: fail,
    undoPassOn: fail,
    withdraw: fail,
    find: fail,
    findByMessage: fail,
    listAnsweredPhrasings: async () => [],
    listLastAnswered: async () => [],
    listUnanswered: async () => [],
    settle: fail,
    reopen: fail,
    markWaiting: fail,
    keepWaiting: fail,
    listWaiting: async () => [],
    listAskedAs: async () => [],
    listServersWithWaiting: async () => [],
    takeWaiting: fail,
  };
}

function createUnavailableForgetting(error: StoreError): ForgettingRecords {
  const fail = createFailure(error);
  return {
    countMemberData: fail,
    forgetMember: fail,
    forgetTexts: fail,
    forgetClaims: fail,
    markLeft: fail,
    markPresent: fail,
    listKnownServers: fail,
    listLeftBefore: fail,
    forgetServer: fail,
    sweep: async () => {},
  };
}

function createFailure(error: StoreError) {
  return async (): Promise<never> => {
    throw error;
  };
}

const NO_SNAPSHOTS: Omit<Store['snapshots'], 'save' | 'find'> = {
  list: async () => [],
  listFiles: async () => null,
  readTexts: async () => null,
};
