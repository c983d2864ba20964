import type { Store } from '../../../src/store/open-store.ts';
import { opened } from '../scene.ts';
import { describeAgreements } from './agreements-suite.ts';
import { describeAnswers } from './answers-suite.ts';
import { describeCoordination } from './coordination-suite.ts';
import { describeForgetting } from './forgetting-suite.ts';
import { describePhrasings } from './phrasings-suite.ts';
import { describeServerSettings } from './server-settings-suite.ts';
import { describeServerValues } from './server-values-suite.ts';
import { describeSnapshots } from './snapshots-suite.ts';
import { describeUnanswered } from './unanswered-suite.ts';
import { describeUsage } from './usage-suite.ts';
import { describeVotes } from './votes-suite.ts';

/** What every kind of store must do. `freshUrl` gives a place where nothing is kept yet, and cleans up after the test. */
export function describeStore(kind: string, freshUrl: () => Promise<string>): void {
  const freshStore = async (): Promise<Store> => opened(await freshUrl());

  describeServerValues(kind, freshStore);
  describeForgetting(kind, freshStore);
  describeSnapshots(kind, freshStore);
  describeUsage(kind, freshStore);
  describeAnswers(kind, freshUrl);
  describePhrasings(kind, freshUrl);
  describeUnanswered(kind, freshUrl);
  describeVotes(kind, freshStore);
  describeServerSettings(kind, freshStore);
  describeCoordination(kind, freshUrl);
  describeAgreements(kind, freshStore);
}
