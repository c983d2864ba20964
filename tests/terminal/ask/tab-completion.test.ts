import { once } from 'node:events';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { converse } from '../../../src/terminal/ask/conversation.ts';
import { questionCompleter } from '../../../src/terminal/ask/tab-completion.ts';
import { openService } from '../../serving/serving-scene.ts';
import { testTerminal } from '../streams.ts';

const WHEN = 'When was the meeting on international cooperation held?';
const OFFICES = 'How many representative offices does Russian customs have abroad?';
const HEAD = 'Who is the head of the Customs Cooperation Directorate?';
const knowledge = await openService('knowledge');

test.each([
  ['', [WHEN, OFFICES, HEAD]],
  ['W', [WHEN, HEAD]],
  ['When was', [WHEN]],
  ['when was', [WHEN]],
  ['ofices abrod', [OFFICES]],
  ['the', [WHEN]],
  ['xylophone', []],
])('%j becomes %j', async (line, expected) => {
  expect(await questionCompleter(knowledge)(line)).toEqual([expected, line]);
});

test('Tab completes the question that is being typed', async () => {
  const terminal = testTerminal({ isTyped: true, columns: 100 });
  const ended = converse(knowledge, 5, terminal);
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
