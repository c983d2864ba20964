import { statfs } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import { UserFacingError } from '../../requests/kit/user-facing-error.ts';
import type { DiscordSettings } from '../../settings/settings.ts';
import { inspectStore } from '../../store/inspect-store.ts';
import { StoreError } from '../../store/kit/store-error.ts';
import { describeLocation } from '../../store/kit/store-url.ts';
import { probeStore } from '../../store/probe-store.ts';
import { toPrintable } from '../../text/layout/printable.ts';
import { terminalTexts } from '../../wording/kit/english.ts';
import { openArticles } from '../open-articles.ts';
import type { CommandHost } from '../terminal.ts';
import { DOCTOR_SYNTAX } from './doctor-arguments.ts';
import { doubtful, type Finding, good, wrong } from './finding.ts';

const { doctor: words } = terminalTexts;

/** The oldest Node.js, as in package.json. */
const LEAST_NODE = [20, 20] as const;
/** Less than this fills up within days of a busy server. */
const LEAST_FREE_BYTES = 200 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

export function checkNode(version = process.versions.node): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNewEnough = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  const found = words.node({ version });
  return isNewEnough ? good('node', found) : wrong('node', found, words.newerNode);
}

/** Reads the folder of articles as a refresh would. */
export async function checkArticles(
  { knowledgeDir }: Pick<DiscordSettings, 'knowledgeDir'>,
  host: Pick<CommandHost, 'env' | 'models'>,
): Promise<Finding> {
  try {
    const folder = resolve(knowledgeDir);
    const { knowledge } = await openArticles(folder, { ...DOCTOR_SYNTAX, answers: false }, host);
    const { articleCount, factCount, problems } = knowledge.current;
    await knowledge.end();
    const count = problems.filter(({ kind }) => kind !== 'draft').length;
    const found = words.articles({ articles: articleCount, facts: factCount, problems: count });
    return count === 0 ? good('articles', found) : doubtful('articles', found, words.listProblems);
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    return wrong('articles', toPrintable(error.message.split('\n')[0] ?? ''), words.readableArticle);
  }
}

/** Opens the store to read it, and looks whether it can be written and the disk has room. Changes nothing. */
export async function checkStore({
  databaseUrl,
}: Pick<DiscordSettings, 'databaseUrl'>): Promise<readonly Finding[]> {
  try {
    const problem = await inspectStore(databaseUrl);
    if (problem !== null) throw problem;
    const { kind, location } = describeLocation(databaseUrl);
    const state = await probeStore(databaseUrl, () => new Date());
    const found = words.store({ state, kind, location: toPrintable(location) });
    const findings = [state === 'older' ? doubtful('store', found, words.backUpFirst) : good('store', found)];
    return kind === 'SQLite' ? [...findings, ...(await checkFreeSpace(location))] : findings;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    // The message says what to do.
    return [wrong('store', toPrintable(error.message), null)];
  }
}

async function checkFreeSpace(path: string): Promise<readonly Finding[]> {
  const folder = dirname(path);
  try {
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    if (free >= LEAST_FREE_BYTES) return [];
    const megabytes = Math.floor(free / MEGABYTE);
    return [doubtful('store', words.littleSpace({ megabytes, folder: toPrintable(folder) }), words.makeRoom)];
  } catch {
    // The bot creates a folder that is missing.
    return [];
  }
}

/** Loads the encoders, and has them turn one question into a vector. */
export async function checkEncoders(
  { encoders }: Pick<DiscordSettings, 'encoders'>,
  { models, nowMs }: Pick<CommandHost, 'models' | 'nowMs'>,
): Promise<Finding> {
  if (!encoders.isOn) return good('encoders', words.encodersOff);
  const startedMs = nowMs();
  try {
    const { openEncoders } = await import('../../encoders/open-encoders.ts');
    const opened = await openEncoders({ folder: models, threads: availableParallelism(), vectors: null });
    await opened.embedQuestion('Does it work?');
    return good('encoders', words.encoders({ ms: Math.round(nowMs() - startedMs) }));
  } catch (error) {
    const detail = toPrintable(error instanceof Error ? error.message : String(error));
    return doubtful('encoders', words.noEncoders({ detail }), words.wordsAlone);
  }
}
