import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { tablesIn } from './table-cells.ts';

const MAIN = resolve('dist/main.js');
const TINY = '--sizes 100,200 --questions 4 --runs 1 --servers 3 --queue 20 --burst 3'.split(' ');
const MEASURES = [
  'building the index, ms',
  'memory the index holds, MB',
  'a question, p50 ms',
  'a question, p99 ms',
  'its first pass, p50 ms',
  'its first pass, p99 ms',
  'find alone, p50 ms',
  'find alone, p99 ms',
  'a follow-up, p50 ms',
  'a follow-up, p99 ms',
  'suggestions while typing, p50 ms',
  'suggestions while typing, p99 ms',
];
const KINDS = ['plain', 'misspelt', 'long', 'foreign'].map((kind) => `a ${kind} question, p50 ms`);
const FIGURE = /^[\d,]+(?:\.\d+)?$/;
const RATIO = /^[\d,]+(?:\.\d+)?×$/;

const node = (...args: readonly string[]) => promisify(execFile)(process.execPath, args);

describe('bench', () => {
  test('measures everything at every size, in one run', { timeout: 300_000 }, async () => {
    const { stdout, stderr } = await node('--expose-gc', MAIN, 'bench', ...TINY);
    const [comparison = [], growth = [], processes = [], understanding = [], ...moderated] = tablesIn(stdout);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^Node\.js v\d+.* \d+ cores\n/);
    expect(comparison.map(([facts, measure]) => [facts, measure])).toEqual(
      ['100', '200'].flatMap((facts) =>
        [...MEASURES, ...KINDS, 'questions asked, of 4'].map((measure) => [facts, measure]),
      ),
    );
    expect(comparison.filter(([, , ours = '']) => !FIGURE.test(ours))).toEqual([]);
    const compared = comparison.filter(
      ([, measure = '']) => !/find alone|follow-up|suggestions|asked/.test(measure),
    );
    expect(compared.filter((cells) => !cells.slice(-3).every((cell) => RATIO.test(cell)))).toEqual([]);
    expect(growth.map(([step, measure]) => [step, measure])).toEqual(
      MEASURES.map((measure) => ['100 → 200 (2.00×)', measure]),
    );
    const [figure, ratio] = [expect.stringMatching(FIGURE), expect.stringMatching(RATIO)];
    expect(processes.map(([, ...cells]) => cells)).toEqual(
      Array.from({ length: 3 }, () => [figure, figure, ratio]),
    );
    expect(understanding.map(([, ...cells]) => cells)).toEqual([[figure], [figure], [figure]]);
    const [asked = [], servers = [], queue = [], blocks = []] = moderated;
    expect(asked.map((cells) => cells.at(-1))).toEqual(['3', '4', '3', '4']);
    expect(servers.at(-1)).toEqual(['servers asked, of 3', '3']);
    expect(blocks).toHaveLength(5);
    expect(queue[0]).toEqual(['entries once it is merged', '16']);
    const cells = [...asked, ...servers, ...queue, ...blocks].flatMap(([, ...values]) => values);
    expect(cells.filter((cell) => !FIGURE.test(cell))).toEqual([]);
  });

  test('says what is missing without --expose-gc, and refuses other arguments', async () => {
    await expect(node(MAIN, 'bench', ...TINY)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('npm run bench'),
    });
    await expect(node('--expose-gc', MAIN, 'bench', '--sizes', 'many')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Usage: npm run bench'),
    });
  });
});
