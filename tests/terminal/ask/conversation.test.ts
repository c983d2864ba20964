import { once } from 'node:events';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { createAnsweringJobs } from '../../../src/serving/jobs/answering-jobs.ts';
import { converse, createCompleter } from '../../../src/terminal/ask/conversation.ts';
import { CARS, FERRY, LORRIES } from '../../ferry.ts';
import { sameThreads } from '../../serving/same-threads.ts';
import { openService, serviceOver } from '../../serving/serving-scene.ts';
import { SameThread } from '../../threads/same-thread.ts';
import { type TestTerminal, testTerminal } from '../streams.ts';

const seed = openService('knowledge');
const WHEN = 'When was the meeting on international cooperation held?';
const OFFICES = 'How many representative offices does Russian customs have abroad?';
const OPTIONS = { limit: 5, areMatchesWanted: true, listCommand: 'npm run articles' };
const HEAD = 'Who is the head of the Customs Cooperation Directorate?';
const AGREEMENTS = 'How many interdepartmental agreements are signed?';

async function converseWith(terminal: TestTerminal, typed: string): Promise<string> {
  terminal.input.end(typed);
  await converse(await seed, OPTIONS, terminal);
  return stripVTControlCharacters(terminal.written());
}

test('answers question after question and ends with the input', async () => {
  const terminal = testTerminal({ isTyped: true });
  const shown = await converseWith(terminal, `${AGREEMENTS}\nhello\n`);
  expect(shown).toMatch(
    /^Ask me about 19 facts from 1 article\. Type “help” to see what you can do here, and “exit” to end\.\n\n\? /,
  );
  expect(shown).toContain('About 80 interdepartmental agreements');
  expect(shown).toContain('Hello! Ask me something');
  expect(shown.endsWith('\n')).toBe(true);
});

test.each(['exit', ' QUIT ', ':q'])('ends at “%s” without an answer', async (typed) => {
  const shown = await converseWith(testTerminal({ isTyped: true }), `hello\n${typed}\n${AGREEMENTS}\n`);
  expect(shown).toContain('Hello!');
  expect(shown).not.toMatch(/No article mentions|About 80/);
});

test('asks a question that only begins with such a word', async () => {
  const shown = await converseWith(testTerminal({ isTyped: true }), 'exit customs?\nhello\n');
  expect(shown).toContain('Hello!');
});

test('says at “help” what can be done', async () => {
  const shown = await converseWith(testTerminal({ isTyped: true }), 'help\n');
  expect(shown).toContain('\n  • Type the number of a related passage to read it.\n');
  expect(shown).toContain('Tab');
  expect(shown).toContain('“exit”');
  expect(shown).not.toContain('Hello!');
});

test('shows how it understood a follow-up', async () => {
  const shown = await converseWith(testTerminal({ isTyped: true }), `${AGREEMENTS}\nwhen?\nhello\n`);
  expect(shown.split('Understood as:')).toHaveLength(2);
  expect(shown).toContain(`Understood as: when? — ${AGREEMENTS}\n\n`);
});

test('opens what is near by its number, as often as it is typed, and asks everything else', async () => {
  const terminal = testTerminal({ isTyped: true });
  terminal.input.end(`${CARS}\n1\n${LORRIES}\n7\n 2 \n1\n${CARS}\n1\n`);
  await converse(await serviceOver({ 'ferry.md': FERRY }), OPTIONS, terminal);
  const shown = stripVTControlCharacters(terminal.written());
  expect(shown).toContain(
    'These passages may be related:\n  1. The ferry › Cars\n  2. The ferry › Crossing\n',
  );
  expect(shown).toContain('\nType 1 or 2 to read that passage.\n');
  const opened = shown.split(
    'This passage may be related, but I don’t know whether it answers your question:',
  );
  expect(opened).toHaveLength(3);
  expect(opened[1]).toMatch(
    /^\n\n {2}The ferry to Marrow carries passengers in two classes:\n {2}1\. on the upper deck,\n/,
  );
  expect(opened[2]).toMatch(
    /^\n\n {2}The ferry to Marrow carries 40 cars\.\n\n {2}The ferry\n {2}ferry\.md › Cars › /,
  );
  expect(shown.split('That doesn’t look like a question.')).toHaveLength(4);
});

test('asks again without a word after a blank line', async () => {
  const shown = await converseWith(testTerminal({ isTyped: true }), '\n   \n');
  expect(
    shown
      .replace(/^Ask me.*\n/, '')
      .replaceAll('? ', '')
      .trim(),
  ).toBe('');
});

test('answers a last line without an end', async () => {
  expect(await converseWith(testTerminal({ isTyped: true }), 'hello')).toContain('Hello!');
});

test('follows a terminal that is made narrower meanwhile', async () => {
  const terminal = testTerminal({ isTyped: true, columns: 100 });
  const ended = converse(await seed, OPTIONS, terminal);
  const untilShown = async (text: string, times: number): Promise<void> => {
    while (terminal.written().split(text).length <= times) await once(terminal.output, 'data');
  };
  terminal.input.write(`${AGREEMENTS}\r`);
  await untilShown('Other close matches:', 1);
  const before = terminal.written();
  Object.assign(terminal.output, { columns: 40 });
  terminal.input.write(`${AGREEMENTS}\r`);
  await untilShown('Other close matches:', 2);
  terminal.input.end();
  await ended;
  const widest = (text: string): number =>
    Math.max(
      ...stripVTControlCharacters(text)
        .split(/[\r\n]+/)
        .filter((line) => !line.includes(AGREEMENTS))
        .map((line) => line.length),
    );
  expect(widest(before)).toBeGreaterThan(80);
  expect(widest(terminal.written().slice(before.length))).toBeLessThanOrEqual(40);
});

test.each([
  ['', [WHEN, OFFICES, HEAD]],
  ['W', [WHEN, HEAD]],
  ['When was', [WHEN]],
  ['when was', [WHEN]],
  ['ofices abrod', [OFFICES]],
  ['the', [WHEN]],
  ['xylophone', []],
])('Tab completes %j to %j', async (line, expected) => {
  expect(await createCompleter(await seed)(line)).toEqual([expected, line]);
});

test('Tab completes a question while it is typed', async () => {
  const terminal = testTerminal({ isTyped: true, columns: 100 });
  const ended = converse(await seed, OPTIONS, terminal);
  const untilShown = async (text: string): Promise<void> => {
    while (!stripVTControlCharacters(terminal.written()).includes(text)) await once(terminal.output, 'data');
  };
  terminal.input.write('When was');
  await untilShown('When was');
  terminal.input.write('\t');
  await untilShown(WHEN);
  terminal.input.write('\r');
  await untilShown('September, 4-5, 2008');
  terminal.input.end();
  await ended;
  expect(stripVTControlCharacters(terminal.written())).toMatch(/\? When was.*held\?.*September, 4-5, 2008/s);
});

const never = (): Promise<never> => new Promise(() => {});
const now = (): Date => new Date(0);

test('answers by words, and says so, while the articles are still read', async () => {
  const encoders = { embedQuestion: never, embedFacts: never, read: never };
  const startShared = () => new SameThread(createAnsweringJobs({ encoders, now, random: () => 0 }));
  const reading = await openService('knowledge', { threads: { ...sameThreads(now), startShared } });
  const terminal = testTerminal({ isTyped: true });
  terminal.input.end(`${AGREEMENTS}\n`);
  await converse(reading, OPTIONS, terminal);
  const shown = stripVTControlCharacters(terminal.written());
  expect(shown).toContain('About 80 interdepartmental agreements');
  expect(shown).toContain('Ask again in a minute for a better one.');
  expect(await converseWith(testTerminal({ isTyped: true }), `${AGREEMENTS}\n`)).not.toContain('in a minute');
});
