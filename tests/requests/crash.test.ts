import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';
import { OverlayContents } from '../../src/serving/overlay-contents.ts';
import { openStore } from '../../src/store/open-store.ts';
import { temporaryFolder } from '../knowledge/temporary-folder.ts';
import { openService } from '../serving/serving-scene.ts';
import { after, type CrashState, NOTHING, wholeState } from './crash-state.ts';
import { GUILD, type Line, SHARED_ARTICLES, type Step } from './crash-steps.ts';

/** Two at once, each with a file of its own. */
const LANES = 2;
const ROUNDS = Number(process.env['CRASH_ROUNDS'] ?? 10);
/** A process comes through its operations about once. */
const MAX_LINES = 60;

// CI kills 30 times; CRASH_ROUNDS=100 kills 200 times, which takes half a minute or more.
test(`the process killed ${LANES * ROUNDS} times: all that was acknowledged is there, nothing is half there, and the base answers`, async () => {
  const script = await bundledScript();
  const moments = fc.sample(fc.integer({ min: 1, max: MAX_LINES }), LANES * ROUNDS);
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    killedAgainAndAgain(script, moments.slice(lane * ROUNDS, (lane + 1) * ROUNDS)),
  );
  for (const end of await Promise.all(lanes)) {
    expect(end.changes).toBeGreaterThan(ROUNDS);
    expect(end.snapshots).toBeGreaterThan(ROUNDS);
    expect([...end.asked.values()].filter(({ vote }) => vote === true).length).toBeGreaterThan(ROUNDS / 2);
    expect([...end.asked.values()].filter(({ isSettled }) => isSettled).length).toBeGreaterThan(ROUNDS / 4);
  }
}, 240_000);

/** One file instead of 500: a start takes 0.2 s instead of 0.5. It is written to `tests/requests/`, so that `../../dist` leads to the store's worker. */
async function bundledScript(): Promise<string> {
  const folder = await temporaryFolder();
  for (const name of ['node_modules', 'dist']) await symlink(resolve(name), join(folder, name), 'junction');
  const file = join(folder, 'tests', 'requests', 'change-for-ever.mjs');
  const input = fileURLToPath(new URL('change-for-ever.ts', import.meta.url));
  const bundled = await rolldown({ input, platform: 'node', external: [/^@photostructure\//] });
  await bundled.write({ file, format: 'esm', codeSplitting: false });
  await bundled.close();
  return file;
}

async function killedAgainAndAgain(script: string, moments: readonly number[]): Promise<CrashState> {
  const folder = await temporaryFolder(SHARED_ARTICLES);
  const path = join(await temporaryFolder(), 'footnote.db');
  let state = NOTHING;
  for (const [round, moment] of moments.entries()) {
    const lines = await killedAt(moment, [script, path, folder, String(round)]);
    const possible = possibleStates(state, lines);
    await expectAnswers(path, folder, possible);
    const found = wholeState(path);
    const meant = possible.find((each) => isDeepStrictEqual(each, found)) ?? possible[0];
    expect({ round, ...found }).toEqual({ round, ...meant });
    state = found;
  }
  return state;
}

/** What a process printed until it was killed, which happens in the midst of what comes after that many lines. */
async function killedAt(moment: number, args: readonly string[]): Promise<readonly Line[]> {
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: Line[] = [];
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  if (child.stdout === null) throw new Error('no output to read');
  createInterface({ input: child.stdout }).on('line', (line) => {
    const parsed: Line = Object(JSON.parse(line));
    lines.push(parsed);
    if (lines.length === moment) child.kill('SIGKILL');
  });
  const [status, signal] = await once(child, 'close');
  expect([status, signal, stderr]).toEqual([null, 'SIGKILL', '']);
  return lines;
}

/** All that was acknowledged; then with one step more after the other of what was under way. */
function possibleStates(before: CrashState, lines: readonly Line[]): readonly [CrashState, ...CrashState[]] {
  let acknowledged = before;
  let underWay: readonly Step[] = [];
  for (const line of lines) {
    if ('will' in line) underWay = line.will;
    else {
      acknowledged = underWay.reduce(after, acknowledged);
      underWay = [];
    }
  }
  const further: CrashState[] = [];
  for (const step of underWay) further.push(after(further.at(-1) ?? acknowledged, step));
  return [acknowledged, ...further];
}

const now = (): Date => new Date(0);

/** Opens everything as a start does, and asks for each article of the server and each taught question. */
async function expectAnswers(path: string, folder: string, possible: readonly CrashState[]): Promise<void> {
  const store = await openStore({ url: path, now, newId: () => 'none' });
  try {
    const service = await openService(folder, { overlays: new OverlayContents(store) });
    for (const key of keysOf(possible)) {
      const isTaught = key.startsWith('taught ');
      const question = isTaught ? key.slice('taught '.length) : `When was the ${sightOf(key)} built?`;
      const { reason, matches } = await service.run(GUILD, 'ask', { question });
      const answer = isTaught ? reason.kind === 'taught' : matches[0]?.fact.text;
      expect(possible.map(({ values }) => expectedOf(key, values.get(key), answer))).toContain(answer);
    }
  } finally {
    await store.close();
  }
}

function keysOf(possible: readonly CrashState[]): ReadonlySet<string> {
  return new Set(possible.flatMap(({ values }) => [...values.keys()]));
}

function sightOf(key: string): string {
  return /server\/(\w+)\.txt$/.exec(key)?.[1] ?? '';
}

/** Of what is gone anything else may be the answer, but nothing that it said. */
function expectedOf(key: string, value: string | undefined, answer: unknown): unknown {
  if (key.startsWith('taught ')) return value !== undefined;
  if (value !== undefined) return /^The \w+ was built in \d+\./m.exec(value)?.[0];
  return String(answer).includes(sightOf(key)) ? null : answer;
}
