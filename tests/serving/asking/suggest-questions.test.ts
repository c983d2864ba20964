import { describe, expect, onTestFinished, test } from 'vitest';
import { Suggestions } from '../../../src/search/questions/suggestions.ts';
import { hashQuestion } from '../../../src/serving/asking/question-hash.ts';
import { findOfferedQuestion, suggestQuestions } from '../../../src/serving/asking/suggest-questions.ts';
import { Phrasings } from '../../../src/serving/phrasings.ts';
import { openStore, type Store } from '../../../src/store/open-store.ts';
import { seedBase } from '../../articles.ts';
import { asking } from '../../store/scene.ts';
import { openService, servedFrom } from '../serving-scene.ts';

const WHEN = 'When was the meeting on international cooperation held?';
const OFFICES = 'How many representative offices does Russian customs have abroad?';
const HEAD = 'Who is the head of the Customs Cooperation Directorate?';
const { suggestions: articles } = await seedBase();

/** What is suggested in a server where `asked` was answered, the commonest first. */
function suggested(typed: string, asked: readonly string[] = [], limit = 25): readonly string[] {
  return suggestQuestions({ articles, server: Suggestions.create(asked) }, { typed, limit });
}

describe('suggesting questions', () => {
  test('begins with those of the articles and those answered here', () => {
    expect(suggested('', ['Who paid for the meeting?'])).toEqual([
      WHEN,
      OFFICES,
      HEAD,
      'Who paid for the meeting?',
    ]);
  });

  test('keeps places for those answered here, however many the articles have', () => {
    const asked = Array.from({ length: 30 }, (_, number) => `Is it ${number}?`);
    expect(suggested('', asked, 12)).toEqual([WHEN, OFFICES, ...asked.slice(0, 10)]);
    expect(suggested('', asked, 1)).toHaveLength(1);
    expect(suggested('', asked)).toHaveLength(25);
  });

  test('names what is pinned and was asked too once, as it is pinned', () => {
    expect(suggested('', [WHEN.toUpperCase()])).toEqual([WHEN, OFFICES, HEAD]);
    expect(suggested('when was', [`${WHEN}?!`]).filter((text) => text.startsWith(WHEN))).toEqual([WHEN]);
  });

  test('lets what fits best lead, wherever it comes from', () => {
    const asked = ['Who is the head?', 'Which meeting was held in Samara?'];
    expect(suggested('who is the head', asked)[0]).toBe('Who is the head?');
    expect(suggested('head of the', asked)[0]).toBe(HEAD);
    expect(suggested('ofices abrod', asked)[0]).toBe(OFFICES);
  });

  test('has nothing for what nobody asks', () => {
    expect(suggested('xylophone zebra', ['Who paid?'])).toEqual([]);
  });

  test('does without those of a server where there is none', () => {
    expect(suggestQuestions({ articles, server: null }, { typed: 'when', limit: 25 })[0]).toBe(WHEN);
  });

  test('finds again what it offered, in its own server alone', () => {
    const asked = 'Who paid for the meeting?';
    const here = { articles, server: Suggestions.create([asked]) };
    const there = { articles, server: Suggestions.create([]) };
    expect(findOfferedQuestion(here, hashQuestion(asked))).toBe(asked);
    expect(findOfferedQuestion(there, hashQuestion(asked))).toBeNull();
    expect(findOfferedQuestion({ articles, server: null }, hashQuestion(WHEN))).toBe(WHEN);
  });
});

test('a server is offered what was answered there, direct messages and other servers are not', async () => {
  const store = await storeOf(['Who paid for the meeting?']);
  const phrasings = new Phrasings({ store, nowMs: () => 0 });
  const service = await openService('knowledge', { phrasings });
  const offered = (serverId: string | null) =>
    service.run(serverId, 'suggest', { typed: 'who paid', askedIn: serverId, limit: 25 });
  expect(await offered('guild-1')).toContain('Who paid for the meeting?');
  for (const elsewhere of ['other', null])
    expect(await offered(elsewhere)).not.toContain('Who paid for the meeting?');
});

describe('suggestions from 10,000 facts, 5,000 questions and 2,000 phrasings', () => {
  // The bench measures their time: “suggestions while typing”.
  test('fill the list at every keystroke', { timeout: 120_000 }, () => {
    const served = servedFrom({ 'boxes.md': boxes(5_000) });
    expect(served.base.facts).toHaveLength(10_000);
    const { suggestions } = served.base;
    expect(suggestions.all).toHaveLength(5_000);
    const asked = Array.from({ length: 2_000 }, (_, number) => lorries(number));
    const offered = { articles: suggestions, server: Suggestions.create(asked) };
    const typed = 'How many boxes of kind 77 does depot 4 hold in the ye';
    for (let chars = 0; chars <= typed.length; chars++)
      expect(suggestQuestions(offered, { typed: typed.slice(0, chars), limit: 25 })).toHaveLength(25);
  });
});

function boxes(count: number): string {
  const sections = Array.from(
    { length: count },
    (_, number) =>
      `## How many boxes of kind ${number} does depot ${number % 9} hold?\n\nIt holds ${number}. So many are there.\n`,
  );
  return `---\ntitle: Boxes\n---\n\n${sections.join('\n')}`;
}

function lorries(number: number): string {
  return `How many lorries of kind ${number} drove to depot ${number % 9}?`;
}

async function storeOf(questions: readonly string[]): Promise<Store> {
  let ids = 0;
  const store = await openStore({ url: ':memory:', now: () => new Date(0), newId: () => `id${ids++}` });
  onTestFinished(() => store.close());
  for (const question of questions) await store.asked.record(asking(question));
  return store;
}
