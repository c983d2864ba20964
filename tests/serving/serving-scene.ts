import { onTestFinished } from 'vitest';
import { hashText } from '../../src/kit/ids.ts';
import { readFiles } from '../../src/knowledge/folder/read-knowledge.ts';
import { FactBase } from '../../src/search/fact-base.ts';
import type { AnsweringContext } from '../../src/serving/base/answering-context.ts';
import { RecentAnswers } from '../../src/serving/base/recent-answers.ts';
import { type AnsweringJobs, createAnsweringJobs } from '../../src/serving/jobs/answering-jobs.ts';
import {
  KnowledgeService,
  type KnowledgeServiceOptions,
  type OpenServiceResult,
} from '../../src/serving/knowledge-service.ts';
import type { KeptVersion } from '../../src/serving/lanes/open-articles.ts';
import type { Threads } from '../../src/serving/lanes/threads.ts';
import { OverlayContents } from '../../src/serving/overlay-contents.ts';
import { temporaryFolder } from '../knowledge/temporary-folder.ts';
import { emptyStore } from '../requests/kept-answers.ts';
import { SameThread } from '../threads/same-thread.ts';
import { sameThreads } from './same-threads.ts';

type Kept = readonly [kind: 'article' | 'taught', name: string, value: string | null];

type Files = Readonly<Record<string, string>>;

/** Opens a folder; the threads are the tests' own, with the copies that real ones make. */
export function tryService(
  folder: string,
  differing: Partial<KnowledgeServiceOptions> = {},
): Promise<OpenServiceResult> {
  const { now = () => new Date(0) } = differing;
  let ids = 0;
  return KnowledgeService.open({
    folder,
    threads: sameThreads(now),
    overlays: null,
    phrasings: null,
    now,
    newId: () => `job${ids++}`,
    onStoreError: fail,
    onOverrun: ({ cause }) => cause ?? new Error('refused'),
    onSetAside: () => {},
    ...differing,
  });
}

/** The same of a folder that has readable articles. It need not be ended: nothing of it outlives the process. */
export async function openService(
  folder: string,
  differing: Partial<KnowledgeServiceOptions> = {},
): Promise<KnowledgeService> {
  const opened = await tryService(folder, differing);
  if (opened.kind === 'nothing-readable') throw new Error('nothing is readable');
  return opened.service;
}

/** The same over these files, until the test ends. */
export async function serviceOver(
  files: Files,
  differing: Partial<KnowledgeServiceOptions> = {},
): Promise<KnowledgeService> {
  const service = await openService(await temporaryFolder(files), differing);
  onTestFinished(() => service.end());
  return service;
}

/** A service over these files whose servers may have something of their own. */
export async function servingScene(files: Files, differing: Partial<KnowledgeServiceOptions> = {}) {
  const folder = await temporaryFolder(files);
  const overlays = new OverlayContents(await emptyStore());
  const { store } = overlays;
  const service = await openService(folder, { overlays, ...differing });
  onTestFinished(() => service.end());
  /** As a moderator would, null taking it away. */
  const keep = (guildId: string, [kind, name, value]: Kept) =>
    store.serverValues.change(guildId, 'mod', [{ kind, name, value }]);
  /** The quoted fact, or else the outcome. */
  const answerIn = async (guildId: string | null, question: string) => {
    const { outcome, matches } = await service.run(guildId, 'ask', { question });
    return outcome === 'answered' ? matches[0]?.fact.text : outcome;
  };
  return { folder, store, service, keep, answerIn };
}

/** These files as a version that is kept elsewhere. */
export function versionOf(files: Files): KeptVersion {
  return {
    files: Object.entries(files).map(([path, text]) => ({
      path,
      hash: hashText(text),
      bytes: Buffer.byteLength(text),
    })),
    readFiles: async () => articleFiles(files),
  };
}

/** Threads of the tests' own in which some jobs are others. */
export function threadsWith(change: (jobs: AnsweringJobs) => Partial<AnsweringJobs>): Threads {
  const threads = sameThreads(() => new Date(0));
  const start = () => {
    const jobs = createAnsweringJobs({ encoders: null, now: () => new Date(0), random: () => 0 });
    return new SameThread<AnsweringJobs>({ ...jobs, ...change(jobs) });
  };
  return { ...threads, startShared: start, startOwn: start };
}

/** What answers from these files inside a thread. */
export function servedFrom(files: Files, differing: Partial<AnsweringContext> = {}): AnsweringContext {
  const { articles } = readFiles(articleFiles(files));
  return servedBase(FactBase.build(articles), differing);
}

/** What answers from this base inside a thread. */
export function servedBase(base: FactBase, differing: Partial<AnsweringContext> = {}): AnsweringContext {
  return {
    base,
    hidden: null,
    vectors: null,
    isLearning: false,
    recent: new RecentAnswers(),
    taught: null,
    strictness: 'balanced',
    refreshedAt: new Date(0),
    ...differing,
  };
}

/** The id of the fact of this text; empty where there is none. */
export function factIdIn(files: Files, text: string): string {
  const facts = readFiles(articleFiles(files)).articles.flatMap((article) => article.facts);
  return facts.find((fact) => fact.text === text)?.id ?? '';
}

function articleFiles(files: Files) {
  return Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
}

function fail(error: Error): never {
  throw error;
}
