import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createRandomId } from '../kit/ids.ts';
import { resolveFromCaller } from '../settings/settings.ts';
import { openArticles } from '../terminal/open-articles.ts';
import type { CommandHost } from '../terminal/terminal.ts';
import { english, playgroundTexts, terminalTexts } from '../wording/kit/english.ts';
import { createApi } from './api.ts';
import { EventStreams } from './http/event-streams.ts';
import { type PageFile, startPageServer } from './http/page-server.ts';
import { Session } from './http/session.ts';
import { LiveArticles } from './live-articles.ts';
import { renderPageHtml } from './page-html.ts';
import { PLAYGROUND_SYNTAX, parsePlaygroundArguments } from './playground-arguments.ts';
import { readMembersQuestions, readQuestionFile } from './read-questions.ts';

export interface PlaygroundHost extends CommandHost {
  /** Resolves when the playground shall end. */
  readonly stopSignal: Promise<unknown>;
}

const now = (): Date => new Date();

/** 128 bits: other servers of the machine cannot guess the path that the cookie belongs to. */
const KEY_BYTES = 16;

/**
 * Runs `playground`: serves a page on this machine until it is stopped, and returns the exit status.
 *
 * @throws {UserFacingError} `unusable-arguments`, `unusable-settings`, `no-readable-article`, `unusable-store`
 */
export async function runPlaygroundCommand(args: readonly string[], host: PlaygroundHost): Promise<number> {
  const parsed = parsePlaygroundArguments(args);
  const fromFile =
    parsed.questions === null
      ? []
      : await readQuestionFile(resolveFromCaller(host.env, PLAYGROUND_SYNTAX.name, parsed.questions));
  const asked = parsed.withAskedQuestions ? await readMembersQuestions(host.env, now) : [];
  const streams = new EventStreams();
  const onFailed = (error: unknown): void => void host.progress.write(`${String(error)}\n`);
  const live = await LiveArticles.open({
    open: (onWordsAlone) =>
      openArticles(parsed.folder, { ...PLAYGROUND_SYNTAX, answers: true, onWordsAlone }, host),
    newId: createRandomId,
    nowMs: host.nowMs,
    onEvent: (name) => streams.send(name),
    onFailed,
  });
  live.questions.add([...fromFile, ...asked.toReversed()]);
  const session = new Session(randomBytes);
  const { server, port } = await startPageServer({
    session,
    key: randomBytes(KEY_BYTES).toString('base64url'),
    files: await readFiles(host.page),
    api: createApi({ ...live.collaborators, readStatus: () => live.readStatus(), now, nowMs: host.nowMs }),
    streams,
    onFailed,
  });
  const showAddress = (): void => {
    host.output.write(`  http://127.0.0.1:${port}/?token=${session.issueToken()}\n`);
  };
  const endLines = announce(live, { host, askedCount: asked.length, showAddress });
  await host.stopSignal;
  endLines();
  streams.end();
  server.close();
  server.closeAllConnections();
  await live.end();
  return 0;
}

interface Announcement {
  readonly host: PlaygroundHost;
  readonly askedCount: number;
  readonly showAddress: () => void;
}

/** Says where the page is, and again whenever somebody presses Enter. Returns what ends that. */
function announce(live: LiveArticles, { host, askedCount, showAddress }: Announcement): () => void {
  const { input, output } = host;
  const texts = playgroundTexts.terminal;
  const { articleCount, factCount } = live.collaborators.knowledge.current;
  const counted = {
    articles: english.counted.articles({ count: articleCount }),
    facts: terminalTexts.facts({ count: factCount }),
  };
  output.write(`${texts.opening(counted)}\n`);
  showAddress();
  if (askedCount > 0) output.write(`${texts.asked({ count: askedCount })}\n`);
  output.write(`${input.isTTY === true ? texts.once : texts.onceOnly}\n`);
  if (input.isTTY !== true) return () => {};
  const lines = createInterface({ input }).on('line', showAddress);
  return () => lines.close();
}

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

/** Reads the files of the page, once: what a browser asks for is looked up among them, and never opened. */
async function readFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const template = await readFile(join(folder, 'index.html'), 'utf8');
  const files = new Map<string, PageFile>([
    ['', { type: 'text/html; charset=utf-8', content: renderPageHtml(template) }],
  ]);
  for (const name of await readdir(folder)) {
    const type = TYPES[name.split('.').at(-1) ?? ''];
    if (type !== undefined) files.set(name, { type, content: await readFile(join(folder, name), 'utf8') });
  }
  return files;
}
