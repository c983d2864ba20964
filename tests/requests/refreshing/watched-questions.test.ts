import { EventEmitter, once } from 'node:events';
import { expect, test } from 'vitest';
import { WatchedQuestions } from '../../../src/requests/refreshing/watched-questions.ts';
import { refreshing, tower } from '../refreshing-scene.ts';

const WHEN = 'When was the tower built?';

async function watching() {
  const scene = await refreshing();
  const told = { count: 0 };
  const failed: unknown[] = [];
  const questions = new WatchedQuestions({
    knowledge: scene.knowledge,
    whenRead: Promise.resolve(),
    onChange: () => {
      told.count += 1;
    },
    onFailed: (error) => void failed.push(error),
  });
  const rebuild = async (year: number): Promise<void> => {
    await scene.write('tower.md', tower(year));
    await scene.refreshes.refresh({ kind: 'files' });
    questions.askAgain(Promise.resolve());
    await questions.settled();
  };
  return { ...scene, questions, told, failed, rebuild };
}

test('a question has its first answer and the present one', async () => {
  const { questions, rebuild, told } = await watching();
  questions.add([WHEN, 'when was the tower built', '  ', 'Who is the flibbertigibbet?']);
  expect(questions.list()).toMatchObject([{ isAnswered: false }, { question: WHEN, isAnswered: false }]);
  await questions.settled();
  expect(questions.list()).toMatchObject([
    { before: null, after: null, isAnswered: true, isChanged: false },
    { before: { text: 'The tower was built in 1900.' }, isChanged: false },
  ]);
  await rebuild(2_000);
  expect(questions.list()).toMatchObject([
    { isChanged: false },
    {
      before: { text: 'The tower was built in 1900.' },
      after: { text: 'The tower was built in 2000.' },
      isChanged: true,
    },
  ]);
  expect(told.count).toBeGreaterThan(3);
});

test('later answers are compared with those of a chosen moment', async () => {
  const { questions, rebuild } = await watching();
  questions.add([WHEN]);
  await questions.settled();
  await rebuild(2_000);
  questions.compareFromNow();
  expect(questions.list()).toMatchObject([
    { isChanged: false, before: { text: 'The tower was built in 2000.' } },
  ]);
  await rebuild(1_900);
  expect(questions.list()).toMatchObject([
    { isChanged: true, after: { text: 'The tower was built in 1900.' } },
  ]);
});

test('nothing is asked before the articles are read', async () => {
  const { questions, failed } = await watching();
  const reading = new EventEmitter();
  questions.askAgain(once(reading, 'read').then(() => undefined));
  questions.add([WHEN]);
  expect(questions.list()).toMatchObject([{ isAnswered: false }]);
  reading.emit('read');
  await questions.settled();
  expect(questions.list()).toMatchObject([{ isAnswered: true }]);
  expect(failed).toEqual([]);
});

test('an outage is reported, and leaves no answer', async () => {
  const failed: unknown[] = [];
  const outage = new Error('outage');
  const questions = new WatchedQuestions({
    knowledge: { run: () => Promise.reject(outage) },
    whenRead: Promise.resolve(),
    onChange: () => {},
    onFailed: (error) => void failed.push(error),
  });
  questions.add([WHEN]);
  await questions.settled();
  expect(questions.list()).toMatchObject([{ after: null, isAnswered: true }]);
  expect(failed).toEqual([outage]);
});

test('two hundred are kept, the latest ones, latest first', async () => {
  const { questions } = await watching();
  questions.add(Array.from({ length: 250 }, (_, index) => `Question number ${index}?`));
  const listed = questions.list();
  expect(listed).toHaveLength(200);
  expect([listed[0]?.question, listed.at(-1)?.question]).toEqual([
    'Question number 249?',
    'Question number 50?',
  ]);
  questions.clear();
  await questions.settled();
  expect(questions.list()).toEqual([]);
});
