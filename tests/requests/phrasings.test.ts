import { describe, expect, test } from 'vitest';
import { Phrasings, type PhrasingsOptions } from '../../src/requests/phrasings.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { unavailableStore } from '../../src/store/unavailable-store.ts';

interface Asked {
  /** What the store gives for each server; it is out of order for others. */
  readonly questions: Record<string, readonly string[]>;
  readonly clock?: { nowMs: number };
  readonly limits?: Partial<PhrasingsOptions>;
}

function phrasingsOf({ questions, clock = { nowMs: 0 }, limits = {} }: Asked) {
  const outOfOrder = new StoreError('cannot-write', 'the disk is full');
  const { asked } = unavailableStore(outOfOrder);
  const reads: string[] = [];
  const answeredPhrasings = async ({ guildId }: { readonly guildId: string | null }) => {
    reads.push(String(guildId));
    const found = questions[String(guildId)];
    if (found === undefined) throw outOfOrder;
    return found;
  };
  const store = { asked: { ...asked, answeredPhrasings } };
  const phrasings = new Phrasings({ store, nowMs: () => clock.nowMs, ...limits });
  return { reads, of: async (guildId: string | null) => (await phrasings.in(guildId)).all };
}

describe('what was answered in a server', () => {
  test('is its own, in the order of the store', async () => {
    const { of } = phrasingsOf({ questions: { here: ['Who pays?', 'When is tea?'], there: ['Why so?'] } });
    expect(await of('here')).toEqual(['Who pays?', 'When is tea?']);
    expect(await of('there')).toEqual(['Why so?']);
  });

  test('is nothing in direct messages, and the store is not asked', async () => {
    const { of, reads } = phrasingsOf({ questions: { null: ['A secret?'] } });
    expect(await of(null)).toEqual([]);
    expect(reads).toEqual([]);
  });

  test('leaves out what leans on another question, and what is too long for a list', async () => {
    const long = `Who ${'really '.repeat(50)}pays?`;
    const { of } = phrasingsOf({
      questions: { here: ['when?', 'and in Germany?', long, 'Who said that?', 'Who pays?'] },
    });
    expect(await of('here')).toEqual(['Who pays?']);
  });

  test('is read once for many keystrokes, also for those that come at once, and again half a minute later', async () => {
    const clock = { nowMs: 0 };
    const { of, reads } = phrasingsOf({ questions: { here: ['Who pays?'] }, clock });
    await Promise.all([of('here'), of('here')]);
    clock.nowMs = 29_999;
    await of('here');
    expect(reads).toHaveLength(1);
    clock.nowMs = 30_000;
    await of('here');
    expect(reads).toHaveLength(2);
  });

  test('is the same list again where nothing was asked meanwhile, and another one otherwise', async () => {
    const clock = { nowMs: 0 };
    const questions = { here: ['Who pays?'] };
    const { of } = phrasingsOf({ questions, clock });
    const first = await of('here');
    clock.nowMs = 30_000;
    expect(await of('here')).toBe(first);
    clock.nowMs = 60_000;
    questions.here = ['Who paid?'];
    expect(await of('here')).toEqual(['Who paid?']);
  });

  test('is nothing where the store is out of order, which is not asked at each keystroke either', async () => {
    const { of, reads } = phrasingsOf({ questions: {} });
    expect(await of('here')).toEqual([]);
    expect(await of('here')).toEqual([]);
    expect(reads).toHaveLength(1);
  });

  test('is forgotten where too many servers or questions are held, that read first first', async () => {
    const questions = { a: ['Who?', 'Is tea on?'], b: ['Is it tea time?'], c: ['Who pays?'] };
    const servers = phrasingsOf({ questions, limits: { maxServers: 2 } });
    for (const guildId of ['a', 'b', 'c', 'c', 'b', 'a']) await servers.of(guildId);
    expect(servers.reads).toEqual(['a', 'b', 'c', 'a']);
    const few = phrasingsOf({ questions, limits: { maxQuestions: 1 } });
    for (const guildId of ['b', 'a', 'a', 'c', 'a']) await few.of(guildId);
    expect(few.reads).toEqual(['b', 'a', 'c', 'a']);
  });

  test('is not held any longer than it is good', async () => {
    const clock = { nowMs: 0 };
    const { of, reads } = phrasingsOf({ questions: { a: ['Who pays?'], b: ['When is tea?'] }, clock });
    await of('a');
    clock.nowMs = 60_000;
    await of('b');
    await of('a');
    expect(reads).toEqual(['a', 'b', 'a']);
  });
});

test('a fault that nobody foresaw is told once, and forgotten', async () => {
  const { asked } = unavailableStore(new StoreError('cannot-write', 'the disk is full'));
  const answers = [Promise.reject(new TypeError('a fault')), Promise.resolve(['Who pays?'])];
  const store = { asked: { ...asked, answeredPhrasings: () => answers.shift() ?? Promise.resolve([]) } };
  const phrasings = new Phrasings({ store, nowMs: () => 0 });
  await expect(phrasings.in('here')).rejects.toThrow('a fault');
  expect((await phrasings.in('here')).all).toEqual(['Who pays?']);
});

test('what was read before is offered as long as the store is out of order', async () => {
  const questions: Record<string, readonly string[]> = { here: ['Who pays?'] };
  const clock = { nowMs: 0 };
  const { of } = phrasingsOf({ questions, clock });
  await of('here');
  delete questions['here'];
  clock.nowMs = 40_000;
  expect(await of('here')).toEqual(['Who pays?']);
});
