import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Refreshes, type RefreshResult } from '../../src/requests/refreshing/refreshes.ts';
import { OverlayContents } from '../../src/serving/overlay-contents.ts';
import type { Store } from '../../src/store/open-store.ts';
import { markdown, temporaryFolder } from '../knowledge/temporary-folder.ts';
import { sameThreads } from '../serving/same-threads.ts';
import { openService } from '../serving/serving-scene.ts';
import { emptyStore } from './kept-answers.ts';
import { anybody } from './requesters.ts';

const now = (): Date => new Date(0);

export const tower = (year: number): string => markdown('The tower', `The tower was built in ${year}.`);

/** A folder that serves, with `tower.md` unless told otherwise, and everything that changes it. */
export async function refreshing(
  files: Readonly<Record<string, string>> = { 'tower.md': tower(1900) },
  given: { readonly store?: Store } = {},
) {
  const folder = await temporaryFolder(files);
  const overlays = new OverlayContents(given.store ?? (await emptyStore()));
  const { store } = overlays;
  /** How often articles were read since the folder was opened. */
  const readings = { count: -1 };
  const threads = sameThreads(now);
  const startFileThread = () => {
    readings.count++;
    return threads.startFileThread();
  };
  const done: RefreshResult[] = [];
  const notKept: Error[] = [];
  const onStoreError = (error: Error): void => void notKept.push(error);
  const knowledge = await openService(folder, {
    threads: { ...threads, startFileThread },
    overlays,
    onStoreError,
  });
  onTestFinished(() => knowledge.end());
  let ids = 0;
  const refreshes = new Refreshes({
    knowledge,
    store,
    newId: () => `preview-${++ids}`,
    onStoreError,
    onDone: (each) => void done.push(each),
  });
  return {
    askerAccess: anybody,
    knowledge,
    store,
    refreshes,
    done,
    notKept,
    readings,
    onStoreError,
    folder,
    write: (path: string, text: string) => writeFile(join(folder, path), text),
    remove: (path: string) => rm(join(folder, path)),
    /** What answers at this moment. */
    whenBuilt: async () => {
      const { matches } = await knowledge.run(null, 'ask', { question: 'When was the tower built?' });
      return matches[0]?.fact.text;
    },
  };
}
