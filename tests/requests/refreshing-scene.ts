import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFiles } from '../../src/knowledge/read-knowledge.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { ask } from '../../src/requests/ask.ts';
import { GuildKnowledge } from '../../src/requests/guild-knowledge.ts';
import { type DoneRefresh, Refreshes } from '../../src/requests/refreshes.ts';
import { ServedKnowledge } from '../../src/requests/served-knowledge.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { StoreError } from '../../src/store/store-error.ts';
import { markdown, temporaryFolder } from '../knowledge/temporary-folder.ts';
import { models } from '../models.ts';
import { emptyStore } from './kept-answers.ts';

const now = (): Date => new Date(0);

export const tower = (year: number): string => markdown('The tower', `The tower was built in ${year}.`);

/** A folder that serves, with `tower.md` unless told otherwise, and everything that changes it. */
export async function refreshing(
  files: Readonly<Record<string, string>> = { 'tower.md': tower(1900) },
  given: { readonly store?: Store } = {},
) {
  const folder = await temporaryFolder(files);
  const store = given.store ?? (await emptyStore());
  /** How often the folder was read since it was opened. */
  const readings = { count: 0 };
  const read = (path: string) => {
    readings.count++;
    return readKnowledge(path);
  };
  const shared = await ServedKnowledge.open({ models, folder, now, read });
  const done: DoneRefresh[] = [];
  const notKept: StoreError[] = [];
  const onNotKept = (error: StoreError): void => void notKept.push(error);
  let ids = 0;
  const refreshes = new Refreshes({
    shared,
    store,
    readFiles: async (texts) => readFiles(texts),
    newId: () => `preview-${++ids}`,
    onNotKept,
    onDone: (each) => void done.push(each),
  });
  const knowledge = new GuildKnowledge({
    shared,
    store,
    read: async (own) => readFiles(own),
    now,
    onNotKept,
  });
  return {
    shared,
    store,
    refreshes,
    knowledge,
    done,
    notKept,
    readings,
    onNotKept,
    write: (path: string, text: string) => writeFile(join(folder, path), text),
    remove: (path: string) => rm(join(folder, path)),
    /** What answers at this moment. */
    whenBuilt: () => ask(shared.current, { question: 'When was the tower built?' }).matches[0]?.fact.text,
  };
}
