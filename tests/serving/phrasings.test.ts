import { describe, expect, test } from 'vitest';
import type { AnsweringJobs } from '../../src/serving/jobs/answering-jobs.ts';
import { createAnsweringJobs } from '../../src/serving/jobs/answering-jobs.ts';
import { Phrasings, type PhrasingsOptions } from '../../src/serving/phrasings.ts';
import { StoreError } from '../../src/store/kit/store-error.ts';
import { createUnavailableStore } from '../../src/store/unavailable-store.ts';
import { FakeThread } from '../threads/fake-thread.ts';

interface Asked {
  /** What the store gives for each server; it is out of order for others. */
  readonly questions: Record<string, readonly string[]>;
  readonly clock?: { nowMs: number };
}

function phrasingsOf({ questions, clock = { nowMs: 0 } }: Asked) {
  const outOfOrder = new StoreError('cannot-write', 'the disk is full');
  const { asked } = createUnavailableStore(outOfOrder);
  const reads: string[] = [];
  const listAnsweredPhrasings = async ({ guildId }: { readonly guildId: string | null }) => {
    reads.push(String(guildId));
    const found = questions[String(guildId)];
    if (found === undefined) throw outOfOrder;
    return found.map(toAnswered);
  };
  const phrasings = new Phrasings({
    store: { asked: { ...asked, listAnsweredPhrasings } },
    nowMs: () => clock.nowMs,
  });
  return { phrasings, reads, of: (guildId: string) => loaded(phrasings, guildId) };
}

/** What a thread is given to hold. */
async function loaded(phrasings: Phrasings, serverId: string): Promise<unknown> {
  const thread = new FakeThread<AnsweringJobs>(() => ({ weight: 0 }));
  await (await phrasings.createResident(serverId)).load(thread);
  return thread.calls[0]?.input;
}

const toAnswered = (question: string) => ({ question, factId: null });

const heldOf = (serverId: string, ...questions: readonly string[]) => ({
  serverId,
  questions: questions.map(toAnswered),
});

describe('what was answered in a server', () => {
  test('is its own, in the order of the store', async () => {
    const { of } = phrasingsOf({ questions: { here: ['Who pays?', 'When is tea?'], there: ['Why so?'] } });
    expect(await of('here')).toEqual(heldOf('here', 'Who pays?', 'When is tea?'));
    expect(await of('there')).toEqual(heldOf('there', 'Why so?'));
  });

  test('is let go of by its server', async () => {
    const { phrasings } = phrasingsOf({ questions: { here: ['Who pays?'] } });
    const thread = new FakeThread<AnsweringJobs>(() => undefined);
    const resident = await phrasings.createResident('here');
    await resident.drop(thread);
    expect(resident.key).toBe('phrasings here');
    expect(thread.calls).toMatchObject([{ name: 'drop', input: { overlays: [], phrasings: ['here'] } }]);
  });

  test('is read once for many keystrokes, and again half a minute later', async () => {
    const clock = { nowMs: 0 };
    const { of, reads } = phrasingsOf({ questions: { here: ['Who pays?'] }, clock });
    for (const nowMs of [0, 1, 29_999]) {
      clock.nowMs = nowMs;
      await of('here');
    }
    expect(reads).toHaveLength(1);
    clock.nowMs = 30_000;
    await of('here');
    expect(reads).toHaveLength(2);
  });

  test('is read once for keystrokes that come at once', async () => {
    const { of, reads } = phrasingsOf({ questions: { here: ['Who pays?'] } });
    await Promise.all([of('here'), of('here')]);
    expect(reads).toHaveLength(1);
  });

  test('is of the same version again where nothing was asked meanwhile, and of another otherwise', async () => {
    const clock = { nowMs: 0 };
    const questions = { here: ['Who pays?'] };
    const { phrasings, of } = phrasingsOf({ questions, clock });
    const versions: number[] = [];
    for (const [nowMs, asked] of [
      [0, 'Who pays?'],
      [30_000, 'Who pays?'],
      [60_000, 'Who paid?'],
    ] as const) {
      clock.nowMs = nowMs;
      questions.here = [asked];
      versions.push((await phrasings.createResident('here')).version);
    }
    expect(versions[1]).toBe(versions[0]);
    expect(versions[2]).not.toBe(versions[0]);
    expect(await of('here')).toEqual(heldOf('here', 'Who paid?'));
  });

  test('is nothing where the store is out of order, which is not asked at each keystroke either', async () => {
    const { of, reads } = phrasingsOf({ questions: {} });
    expect(await of('here')).toEqual(heldOf('here'));
    expect(await of('here')).toEqual(heldOf('here'));
    expect(reads).toHaveLength(1);
  });

  test('is what it was as long as the store is out of order', async () => {
    const questions: Record<string, readonly string[]> = { here: ['Who pays?'] };
    const clock = { nowMs: 0 };
    const { of } = phrasingsOf({ questions, clock });
    await of('here');
    delete questions['here'];
    clock.nowMs = 40_000;
    expect(await of('here')).toEqual(heldOf('here', 'Who pays?'));
  });

  test('is read anew once it is forgotten, of one server or all', async () => {
    const { phrasings, of, reads } = phrasingsOf({ questions: { a: ['Who pays?'], b: ['When is tea?'] } });
    const both = async () => [await of('a'), await of('b')];
    await both();
    phrasings.forget('a');
    phrasings.forget(null);
    await both();
    phrasings.forgetAll();
    await both();
    expect(reads).toEqual(['a', 'b', 'a', 'a', 'b']);
  });

  test('is not remembered where it was forgotten while it was read', async () => {
    const { phrasings, of, reads } = phrasingsOf({ questions: { here: ['Who pays?'] } });
    const reading = of('here');
    phrasings.forget('here');
    await reading;
    await of('here');
    expect(reads).toHaveLength(2);
  });

  test('is forgotten where too many servers are held, that asked for longest ago first', async () => {
    const names = Array.from({ length: 300 }, (_, number) => `server ${number}`);
    const questions = Object.fromEntries([...names, 'a'].map((name) => [name, ['Who pays?']]));
    const { of, reads } = phrasingsOf({ questions });
    for (const name of ['a', ...names, 'server 299', 'a']) await of(name);
    expect(reads).toEqual(['a', ...names, 'a']);
  });

  test('is forgotten where too many questions are held', async () => {
    const many = Array.from({ length: 2_000 }, (_, number) => `Is it ${number}?`);
    const names = Array.from({ length: 10 }, (_, number) => `server ${number}`);
    const { of, reads } = phrasingsOf({ questions: Object.fromEntries(names.map((name) => [name, many])) });
    for (const name of [...names, 'server 9', 'server 0']) await of(name);
    expect(reads).toEqual([...names, 'server 0']);
  });
});

test('a thread leaves out follow-ups, and questions that are too long for a list', () => {
  const long = `Who ${'really '.repeat(50)}pays?`;
  const jobs = createAnsweringJobs({ encoders: null, now: () => new Date(0), random: () => 0 });
  const questions = ['when?', 'and in Germany?', long, 'Who said that?', 'Who pays?'];
  expect(jobs.loadPhrasings({ serverId: 'here', questions: questions.map(toAnswered) })).toEqual({
    weight: 1,
  });
});

test('an unexpected error is thrown once, and not remembered', async () => {
  const { asked } = createUnavailableStore(new StoreError('cannot-write', 'the disk is full'));
  const answers = [Promise.reject(new TypeError('a fault')), Promise.resolve([toAnswered('Who pays?')])];
  const listAnsweredPhrasings = () => answers.shift() ?? Promise.resolve([]);
  const options: PhrasingsOptions = { store: { asked: { ...asked, listAnsweredPhrasings } }, nowMs: () => 0 };
  const phrasings = new Phrasings(options);
  await expect(phrasings.createResident('here')).rejects.toThrow('a fault');
  expect(await loaded(phrasings, 'here')).toEqual(heldOf('here', 'Who pays?'));
});
