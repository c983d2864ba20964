import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { Phrasings } from '../../src/requests/phrasings.ts';
import { ServedKnowledge } from '../../src/requests/served-knowledge.ts';
import { findOffered, suggestQuestions } from '../../src/requests/suggest-questions.ts';
import { Suggestions } from '../../src/search/suggestions.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { models } from '../models.ts';
import { asking } from '../store/scene.ts';

const WHEN = 'When was the meeting on international cooperation held?';
const OFFICES = 'How many representative offices does Russian customs have abroad?';
const HEAD = 'Who is the head of the Customs Cooperation Directorate?';

describe('suggesting questions', () => {
  let knowledge: ServedKnowledge;
  beforeAll(async () => {
    knowledge = await ServedKnowledge.open({ folder: 'knowledge', models, now: () => new Date(0) });
  });

  /** What is suggested in a server where `asked` was answered, the commonest first. */
  function suggested(typed: string, asked: readonly string[] = [], limit = 25): Promise<readonly string[]> {
    const phrasings = { in: async () => new Suggestions(asked) };
    return suggestQuestions({ knowledge, phrasings }, { typed, guildId: 'here', limit });
  }

  test('begins with those of the articles and those answered here', async () => {
    expect(await suggested('', ['Who paid for the meeting?'])).toEqual([
      WHEN,
      OFFICES,
      HEAD,
      'Who paid for the meeting?',
    ]);
  });

  test('keeps places for those answered here, however many the articles have', async () => {
    const asked = Array.from({ length: 30 }, (_, number) => `Is it ${number}?`);
    expect(await suggested('', asked, 12)).toEqual([WHEN, OFFICES, ...asked.slice(0, 10)]);
    expect(await suggested('', asked, 1)).toHaveLength(1);
    expect(await suggested('', asked)).toHaveLength(25);
  });

  test('names what is pinned and was asked too once, as it is pinned', async () => {
    expect(await suggested('', [WHEN.toUpperCase()])).toEqual([WHEN, OFFICES, HEAD]);
    expect((await suggested('when was', [`${WHEN}?!`])).filter((text) => text.startsWith(WHEN))).toEqual([
      WHEN,
    ]);
  });

  test('lets what fits best lead, wherever it comes from', async () => {
    const asked = ['Who is the head?', 'Which meeting was held in Samara?'];
    expect((await suggested('who is the head', asked))[0]).toBe('Who is the head?');
    expect((await suggested('head of the', asked))[0]).toBe(HEAD);
    expect((await suggested('ofices abrod', asked))[0]).toBe(OFFICES);
  });

  test('has nothing for what nobody asks', async () => {
    expect(await suggested('xylophone zebra', ['Who paid?'])).toEqual([]);
  });

  test('does without those of a server where there is none', async () => {
    const request = { typed: 'when', guildId: null, limit: 25 };
    expect((await suggestQuestions({ knowledge, phrasings: null }, request))[0]).toBe(WHEN);
  });

  test('finds again what it offered, in its own server alone', async () => {
    const asked = 'Who paid for the meeting?';
    const phrasings = {
      in: async (guildId: string | null) => new Suggestions(guildId === 'here' ? [asked] : []),
    };
    const suggesting = { knowledge, phrasings };
    expect(await findOffered(suggesting, 'here', (text) => text === asked)).toBe(asked);
    expect(await findOffered(suggesting, 'there', (text) => text === asked)).toBeNull();
    expect(await findOffered(suggesting, null, (text) => text === WHEN)).toBe(WHEN);
  });
});

describe('suggestions from 10,000 facts, 5,000 questions and 2,000 phrasings', () => {
  test('take less than 50 ms a keystroke', { timeout: 120_000 }, async () => {
    const [knowledge, store] = await Promise.all([largeKnowledge(), storeWith(2_000)]);
    const phrasings = new Phrasings({ store, nowMs: () => 0 });
    const typed = 'How many boxes of kind 77 does depot 4 hold in the ye';
    const times: number[] = [];
    for (let chars = 0; chars <= typed.length; chars++) {
      const startedAt = performance.now();
      const request = { typed: typed.slice(0, chars), guildId: 'guild-1', limit: 25 };
      expect(await suggestQuestions({ knowledge, phrasings }, request)).toHaveLength(25);
      times.push(performance.now() - startedAt);
    }
    // The first one reads the store, and is held up by compiling and by the tests beside this one.
    expect(times[0]).toBeLessThan(1_000);
    expect(times.slice(1).toSorted((a, b) => a - b)[Math.floor(times.length / 2)]).toBeLessThan(50);
  });
});

async function largeKnowledge(): Promise<ServedKnowledge> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const sections = Array.from(
    { length: 5_000 },
    (_, number) =>
      `## How many boxes of kind ${number} does depot ${number % 9} hold?\n\nIt holds ${number}. So many are there.\n`,
  );
  await writeFile(join(folder, 'boxes.md'), `---\ntitle: Boxes\n---\n\n${sections.join('\n')}`);
  const knowledge = await ServedKnowledge.open({ folder, models, now: () => new Date(0) });
  expect(knowledge.current.base.facts).toHaveLength(10_000);
  expect(knowledge.current.base.suggestions.all).toHaveLength(5_000);
  return knowledge;
}

async function storeWith(count: number): Promise<Store> {
  let ids = 0;
  const store = await openStore({ url: ':memory:', now: () => new Date(0), newId: () => `id${ids++}` });
  onTestFinished(() => store.close());
  for (let number = 0; number < count; number++)
    await store.asked.record(asking(`How many lorries of kind ${number} drove to depot ${number % 9}?`));
  return store;
}
