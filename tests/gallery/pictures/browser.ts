import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { findPipes, type Pending } from './pipes.ts';

const FLAGS = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--disable-background-networking',
  '--hide-scrollbars',
  '--no-first-run',
  '--disable-gpu',
];

/** No name leads anywhere: should the page ever ask for something, it gets nothing. */
const NOWHERE = 'MAP * ~NOTFOUND';

/** What the browser tells of by itself, such as a line of the console. */
interface BrowserEvent {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * A headless Chromium with one page, spoken to over two pipes.
 *
 * @see https://chromedevtools.github.io/devtools-protocol/
 */
export class Browser {
  readonly #child: ChildProcess;
  readonly #profile: string;
  readonly #toBrowser: Writable;
  readonly #pending = new Map<number, Pending>();
  readonly #events = new Set<(event: BrowserEvent) => void>();
  #sessionId: string | undefined;
  #lastId = 0;

  private constructor(child: ChildProcess, profile: string) {
    this.#child = child;
    this.#profile = profile;
    const [toBrowser, fromBrowser] = findPipes(child);
    this.#toBrowser = toBrowser;
    this.#listen(fromBrowser);
  }

  /**
   * @param resolverRules where names lead; nowhere unless given
   * @throws Error where the browser does not start
   */
  static async open(path: string, resolverRules = NOWHERE): Promise<Browser> {
    const profile = await mkdtemp(join(tmpdir(), 'footnote-gallery-'));
    // As root, in a container, Chromium starts without its sandbox only; it shows nothing but our own page.
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const flags = [
      ...FLAGS,
      ...sandbox,
      `--host-resolver-rules=${resolverRules}`,
      `--user-data-dir=${profile}`,
    ];
    const child = spawn(path, flags, {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    const browser = new Browser(child, profile);
    const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
    browser.#sessionId = String(sessionId);
    return browser;
  }

  /** One command of the protocol, and what it gives back. */
  send(method: string, params: object = {}): Promise<Readonly<Record<string, unknown>>> {
    this.#lastId += 1;
    const id = this.#lastId;
    const session = this.#sessionId === undefined ? {} : { sessionId: this.#sessionId };
    this.#toBrowser.write(`${JSON.stringify({ id, method, params, ...session })}\0`);
    return new Promise((resolve, reject) => this.#pending.set(id, { resolve, reject }));
  }

  /** The value of an expression in the page, its promise awaited. */
  async evaluate(expression: string): Promise<unknown> {
    const answer = await this.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    return Object(answer['result']).value;
  }

  /** Calls back with each event, from now on. Returns what ends that. */
  listen(receive: (event: BrowserEvent) => void): () => void {
    this.#events.add(receive);
    return () => void this.#events.delete(receive);
  }

  async close(): Promise<void> {
    const closed = once(this.#child, 'close');
    this.#child.kill();
    await closed;
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 3 });
  }

  #listen(fromBrowser: Readable): void {
    let text = '';
    fromBrowser.setEncoding('utf8').on('data', (chunk: string) => {
      const messages = (text + chunk).split('\0');
      text = messages.pop() ?? '';
      for (const message of messages) this.#take(Object(JSON.parse(message)));
    });
    this.#child.once('close', () => {
      for (const { reject } of this.#pending.values()) reject(new Error('the browser has ended'));
    });
  }

  #take({ id, result, error, method, params }: Readonly<Record<string, unknown>>): void {
    if (typeof method === 'string')
      for (const receive of this.#events) receive({ method, params: Object(params) });
    const pending = this.#pending.get(Number(id));
    this.#pending.delete(Number(id));
    if (error === undefined) pending?.resolve(Object(result));
    else pending?.reject(new Error(JSON.stringify(error)));
  }
}
