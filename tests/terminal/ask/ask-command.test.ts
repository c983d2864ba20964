import { once } from 'node:events';
import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { AskArguments } from '../../../src/terminal/ask/ask-arguments.ts';
import { runAsk } from '../../../src/terminal/ask/ask-command.ts';
import { openService } from '../../serving/serving-scene.ts';
import { readAskLine } from '../ask-contract.ts';
import { type TestTerminalOptions, testTerminal } from '../streams.ts';

const NOTHING: AskArguments = { json: false, explain: false, folder: null, limit: null, question: null };
const WHEN = 'When was the meeting on international cooperation held?';

const seed = openService('knowledge');

/** What `ask` writes for what comes in. */
async function run(
  input: string | Buffer,
  args: Partial<AskArguments> = {},
  options: TestTerminalOptions = {},
) {
  const terminal = testTerminal(options);
  terminal.input.end(input);
  await runAsk(await seed, { ...NOTHING, ...args }, terminal);
  return terminal.written();
}

/** The JSON lines of `output`, each held against contract 2. */
function linesIn(output: string) {
  expect(output).toMatch(/^$|\n$/);
  return output.split('\n').slice(0, -1).map(readAskLine);
}

describe('one question', () => {
  test('is answered in words, whatever stands in the input', async () => {
    expect(await run('another question\n', { question: WHEN })).toMatch(
      /September.*\n.*paragraph 1, sentence 1/s,
    );
  });

  test('is answered as one JSON line when asked to', async () => {
    const [line, ...others] = linesIn(
      await run('another question\n', { question: WHEN, json: true, limit: 2 }),
    );
    expect(line).toMatchObject({ question: WHEN, outcome: 'answered', tookMs: 1.5 });
    expect(line?.matches).toHaveLength(2);
    expect(others).toEqual([]);
  });

  test('that it knows no answer to is told so, with the list of the same articles', async () => {
    const question = 'How do I mine bitcoin?';
    expect(await run('', { question })).toMatch(/I don’t know.*: npm run articles\n$/s);
    expect(await run('', { question, folder: 'my articles' })).toMatch(
      /: npm run articles -- --knowledge "my articles"\n$/,
    );
  });

  test('that is empty is answered too', async () => {
    expect(await run('', { question: '' })).toContain('That doesn’t look like a question. Ask me something');
  });
});

describe('a batch', () => {
  test('gives one line for each question, blank ones included, in their order', async () => {
    const lines = linesIn(await run(`${WHEN}\n\n   \nHow do I mine bitcoin?\r\nhello`));
    expect(lines.map(({ question }) => question)).toEqual([
      WHEN,
      '',
      '   ',
      'How do I mine bitcoin?',
      'hello',
    ]);
    expect(lines.map(({ outcome }) => outcome)).toEqual([
      'answered',
      ...Array.from({ length: 4 }, () => 'unknown'),
    ]);
  });

  test('of nothing gives nothing', async () => {
    expect(await run('')).toBe('');
    expect(await run('', { json: true })).toBe('');
  });

  test('takes a line separator inside a question for a part of it', async () => {
    const question = 'When was the meeting\u2028on cooperation\u0085held?';
    const output = await run(`${question}\n`);
    expect(output.split(/[\n\u0085\u2028\u2029]/)).toHaveLength(2);
    expect(linesIn(output)).toMatchObject([{ question, outcome: 'answered' }]);
  });

  test('answers lines that are no UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe, 0x0a]), Buffer.from(`${WHEN}\n`)]);
    expect(linesIn(await run(bytes)).map(({ question }) => question)).toEqual(['��', WHEN]);
  });

  test('answers a line of a megabyte, and the one behind it', async () => {
    const long = 'customs agreements xyzzy '.repeat(42_000);
    const lines = linesIn(await run(`${long}\n${WHEN}\n`));
    expect(lines.map(({ question }) => question === long || question === WHEN)).toEqual([true, true]);
    expect(lines[1]?.outcome).toBe('answered');
  });

  test('answers a question while the next one has not come', async () => {
    const terminal = testTerminal();
    const ended = runAsk(await seed, NOTHING, terminal);
    terminal.input.write(`${WHEN}\n`);
    if (terminal.written() === '') await once(terminal.output, 'data');
    expect(linesIn(terminal.written())).toHaveLength(1);
    terminal.input.end('hello\n');
    await ended;
    expect(linesIn(terminal.written())).toHaveLength(2);
  });

  test('waits for a reader that is slow instead of piling answers up', async () => {
    const sizes: number[] = [];
    const output: Writable = new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        sizes.push(output.writableLength);
        setImmediate(done);
      },
    });
    const { input, nowMs } = testTerminal();
    input.end(`${WHEN}\n`.repeat(50));
    await runAsk(await seed, NOTHING, { input, output, nowMs });
    expect(sizes).toHaveLength(50);
    expect(Math.max(...sizes)).toBeLessThan(2 * Math.min(...sizes));
  });

  test('is what a terminal gets that asked for JSON', async () => {
    expect(linesIn(await run(`${WHEN}\n`, { json: true }, { isTyped: true }))).toHaveLength(1);
  });
});

test('no question on a terminal begins a conversation', async () => {
  const output = await run('', {}, { isTyped: true, columns: 100 });
  expect(output).toContain('Ask me about 19 facts from 1 article.');
});
