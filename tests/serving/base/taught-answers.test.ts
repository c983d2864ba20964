import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AskReply } from '../../../src/serving/asking/ask.ts';
import { serialiseTaughtAnswer } from '../../../src/serving/base/taught-answer.ts';
import { toPhrasingKey } from '../../../src/text/words/questions.ts';
import { factIdIn, servingScene } from '../serving-scene.ts';

const TOWER =
  'The tower\n\nThe tower was built in 1900. It has 300 steps. Dogs wait outside with the guard.\n';
const PETS = 'May I bring my poodle along to the top?';
const DOGS = 'Dogs wait outside with the guard.';

const FILES = { 'tower.txt': TOWER };

async function scene() {
  const { folder, service, keep: keepThere } = await servingScene(FILES);
  const keep = async (guildId: string, phrasing: string, value: string | null) => {
    await keepThere(guildId, ['taught', toPhrasingKey(phrasing), value]);
  };
  const teach = (phrasing: string, text: string) =>
    keep('here', phrasing, serialiseTaughtAnswer({ phrasing, factId: factIdIn(FILES, text) }));
  const answerIn = (guildId: string | null, question: string) => service.run(guildId, 'ask', { question });
  const refresh = async () => {
    const prepared = await service.prepare();
    if (prepared.kind === 'prepared') service.swapIn(prepared);
  };
  return { folder, service, keep, teach, answerIn, refresh };
}

function told({ outcome, reason, matches, readAs }: AskReply) {
  return { outcome, reason: reason.kind, text: matches[0]?.fact.text, readAs };
}

test('a taught question is answered with its fact, as it was taught, in its server alone', async () => {
  const { teach, answerIn } = await scene();
  const before = await answerIn('here', PETS);
  expect(before.outcome).not.toBe('answered');
  await teach(PETS, DOGS);
  const taught = { outcome: 'answered', reason: 'taught', text: DOGS, readAs: null };
  expect(told(await answerIn('here', PETS))).toEqual(taught);
  expect(told(await answerIn('here', ` ${PETS.toUpperCase().replace('?', ' ?!')}`))).toEqual(taught);
  for (const elsewhere of ['there', null])
    expect(told(await answerIn(elsewhere, PETS))).toEqual(told(before));
  expect(told(await answerIn('here', 'How many steps has the tower?'))).toMatchObject({ reason: 'said' });
});

test('typos and the order of words do not matter, and the reply tells how it was read; another question is another', async () => {
  const { teach, answerIn } = await scene();
  await teach(PETS, DOGS);
  const taught = { outcome: 'answered', reason: 'taught', text: DOGS, readAs: PETS };
  expect(told(await answerIn('here', 'may i brng my poodl along to the top'))).toEqual(taught);
  expect(told(await answerIn('here', 'To the top, may I bring my poodle along?'))).toEqual(taught);
  expect((await answerIn('here', 'May I bring my parrot along to the top?')).reason.kind).not.toBe('taught');
});

test('every fact comes once among the matches, the taught one first, and no more than wanted', async () => {
  const { teach, service } = await scene();
  const question = 'How many steps has the tower?';
  await teach(question, DOGS);
  const { matches } = await service.run('here', 'ask', { question, limit: 2 });
  expect(matches.map(({ fact }) => fact.text)).toEqual([DOGS, 'It has 300 steps.']);
});

test('the short answer stands out where the reader is sure of it', async () => {
  const { teach, answerIn } = await scene();
  const question = 'How many steps does it have?';
  await teach(question, 'It has 300 steps.');
  const { shortAnswer, matches } = await answerIn('here', question);
  expect(matches[0]?.fact.text.slice(shortAnswer?.start, shortAnswer?.end)).toContain('300');
  await teach(PETS, DOGS);
  expect((await answerIn('here', PETS)).shortAnswer).toBeNull();
});

test('a follow-up is taught as it is understood', async () => {
  const { teach, service } = await scene();
  await teach('Is the tower steep?', DOGS);
  const { conversation } = await service.run('here', 'ask', { question: 'When was the tower built?' });
  const next = await service.run('here', 'ask', { question: 'Is it steep?', conversation });
  expect(told(next)).toMatchObject({ reason: 'taught', text: DOGS, readAs: null });
  expect(next).toMatchObject({ question: 'Is it steep?', understoodAs: 'Is the tower steep?' });
});

test('a fact that the articles no longer hold is as if never taught, and counts again when it is back', async () => {
  const { folder, teach, answerIn, refresh } = await scene();
  const before = told(await answerIn('here', PETS));
  await teach(PETS, DOGS);
  await writeFile(join(folder, 'tower.txt'), TOWER.replace(DOGS, ''));
  await refresh();
  expect((await answerIn('here', PETS)).reason.kind).toBe(before.reason);
  await writeFile(join(folder, 'tower.txt'), `${TOWER}\nOnly on Mondays.\n`);
  await refresh();
  expect((await answerIn('here', PETS)).reason.kind).toBe('taught');
});

test('what was untaught, and a value that is none, are as if never taught', async () => {
  const { keep, teach, answerIn } = await scene();
  await teach(PETS, DOGS);
  await keep('here', PETS, null);
  for (const value of ['', '{}', 'null', '{"phrasing":1,"factId":"x"}', '{']) {
    expect((await answerIn('here', PETS)).reason.kind).not.toBe('taught');
    await keep('here', PETS, value);
  }
});

test('the answers of others are not those of the server that was taught', async () => {
  const { teach, answerIn } = await scene();
  await teach(PETS, DOGS);
  await answerIn('here', PETS);
  for (const elsewhere of ['there', null])
    expect((await answerIn(elsewhere, PETS)).reason.kind).not.toBe('taught');
});
