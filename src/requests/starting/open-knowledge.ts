import { availableParallelism } from 'node:os';
import type { Problem, ProblemCause } from '../../knowledge/article/problem.ts';
import { listArticleFiles } from '../../knowledge/folder/list-files.ts';
import type { JobOverrun } from '../../serving/guard.ts';
import { KnowledgeService, type KnowledgeServiceOptions } from '../../serving/knowledge-service.ts';
import { createWorkerThreads, type EncoderThread, startEncoders } from '../../serving/lanes/threads.ts';
import { UploadParser } from '../../serving/lanes/upload-parser.ts';
import { toPrintable } from '../../text/layout/printable.ts';
import { english } from '../../wording/kit/english.ts';
import { describeProblem, listProblems } from '../../wording/problems.ts';
import { createRefusal, UserFacingError } from '../kit/user-facing-error.ts';
import { adviseArticle } from './find-unusable-paths.ts';

export interface OpenKnowledgeOptions extends Omit<KnowledgeServiceOptions, 'threads' | 'onOverrun'> {
  /** The folder of the encoders that come with the program. */
  readonly models: string;
  readonly encoders: EncoderSettings;
  /** Receives the error, once, when the encoders cannot run on this machine. */
  readonly onWordsAlone: (cause: string) => void;
  /** Receives each job that took too much time or memory, for the log. */
  readonly onOverrun: (overrun: JobOverrun) => void;
}

/** The service that answers, and the reader of files that people upload. */
export interface OpenedKnowledge {
  readonly knowledge: KnowledgeService;
  readonly uploads: UploadParser;
}

/** Loading the encoders takes 0.6 s on a quiet machine. */
const OPENING_MS = 60_000;

/**
 * Reads the folder of articles for the first time and answers from it in worker threads.
 *
 * @throws {UserFacingError} `no-readable-article` with every problem, when not one article can be read
 */
export async function openKnowledge({
  models,
  encoders,
  onWordsAlone,
  onOverrun,
  ...options
}: OpenKnowledgeOptions): Promise<OpenedKnowledge> {
  const encoderThread = encoders.isOn ? openEncoders(models, encoders, onWordsAlone) : null;
  const threads = createWorkerThreads(encoderThread);
  const opened = await KnowledgeService.open({
    ...options,
    threads,
    onOverrun: (overrun) => {
      onOverrun(overrun);
      return createRefusal({ kind: 'took-too-long', id: overrun.jobId }, { cause: overrun.cause });
    },
  });
  if (opened.kind === 'opened') return { knowledge: opened.service, uploads: new UploadParser(threads) };
  throw new UserFacingError('no-readable-article', await explainNoArticle(options.folder, opened.problems));
}

/** Says what is wrong with the folder itself, or with what is in it. */
async function explainNoArticle(folder: string, problems: readonly Problem[]): Promise<string> {
  const name = toPrintable(folder);
  const ofFolder = problems.find(({ path }) => path === '.');
  if (ofFolder !== undefined) return explainFolder(name, ofFolder.cause);
  const { passedOver } = await listArticleFiles(folder);
  const missing = `There is no readable article in “${name}”. ${adviseArticle(passedOver)}`;
  return listProblems(missing, problems, english);
}

function explainFolder(name: string, cause: ProblemCause): string {
  const remedy = 'Give the path of an existing folder with article files.';
  switch (cause.code) {
    case 'no-folder':
      return `The folder “${name}” does not exist. ${remedy}`;
    case 'folder-is-file':
      return `“${name}” is a file, not a folder. ${remedy}`;
    default: {
      const { message, remedy: ofCause } = describeProblem(cause, english);
      return `The folder “${name}” cannot be opened. ${message} ${ofCause}`;
    }
  }
}

/** Starts the thread of the encoders, which other threads ask as soon as it is ready. */
function openEncoders(
  folder: string,
  { vectors }: EncoderSettings,
  onWordsAlone: OpenKnowledgeOptions['onWordsAlone'],
): EncoderThread {
  const thread = startEncoders({ folder, vectors, threads: availableParallelism() });
  void reportProblem(thread, onWordsAlone);
  return thread;
}

/** Reports why the encoders cannot run, if they cannot. Never rejects. */
async function reportProblem(
  thread: EncoderThread,
  onWordsAlone: OpenKnowledgeOptions['onWordsAlone'],
): Promise<void> {
  try {
    const problem = await thread.run('findProblem', undefined, { deadlineMs: OPENING_MS });
    if (problem !== null) onWordsAlone(problem);
  } catch (error) {
    onWordsAlone(String(error));
  }
}

/** The choice whether encoders find and judge answers, or words alone. */
export interface EncoderSettings {
  readonly isOn: boolean;
  /** The file that stores the vectors of facts; null to forget them when the process ends. */
  readonly vectors: string | null;
}
