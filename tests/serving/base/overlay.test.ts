import { expect, test } from 'vitest';
import { Overlay, type OverlayContent } from '../../../src/serving/base/overlay.ts';
import { SharedArticles } from '../../../src/serving/base/shared-articles.ts';
import { serialiseTaughtAnswer } from '../../../src/serving/base/taught-answer.ts';
import { ThreadState } from '../../../src/serving/base/thread-state.ts';
import { toPhrasingKey } from '../../../src/text/words/questions.ts';
import { baseOf } from '../../articles.ts';

const READ_AT = new Date(1);
const BUILT_AT = new Date(2);
const kept = (name: string, value: string) => ({ name, value, changedBy: 'mod', changedAt: 0 });
const BRIDGE = kept('server/bridge.txt', 'The bridge\n\nThe bridge is old.\n');
const LESSON = kept(
  toPhrasingKey('Is it tall?'),
  serialiseTaughtAnswer({ phrasing: 'Is it tall?', factId: 'x' }),
);

function threadState(): ThreadState {
  const state = new ThreadState({ encoders: null, now: () => BUILT_AT, random: () => 0 });
  const { articles } = baseOf('The tower was built in 1900.');
  state.shared = new SharedArticles(SharedArticles.write({ articles, texts: [], problems: [] }), READ_AT);
  return state;
}

/** What answers everybody in a server with this content. */
function buildOverlay(state: ThreadState, content: OverlayContent) {
  const overlay = new Overlay(state, content);
  return { context: overlay.findContext('everything'), ownArticles: overlay.ownArticles };
}

test('without own articles the shared base answers, and remembers for all servers that are equally strict', () => {
  const state = threadState();
  const content = { strictness: 'strict', articles: [], taught: [LESSON], synonyms: [] } as const;
  const { context, ownArticles } = buildOverlay(state, content);
  const shared = state.findContext({ serverId: null, strictness: 'strict' });
  expect(context).toEqual({ ...shared, taught: context.taught });
  expect(context.taught).not.toBeNull();
  expect(context.recent).toBe(shared.recent);
  expect(ownArticles).toEqual([]);
  // What was answered less strictly is not given again.
  expect(context.recent).not.toBe(state.findContext({ serverId: null, strictness: 'balanced' }).recent);
});

test('with own articles a base of its own answers, which remembers by itself', () => {
  const state = threadState();
  const { context, ownArticles } = buildOverlay(state, {
    strictness: 'balanced',
    articles: [BRIDGE],
    taught: [],
    synonyms: [],
  });
  expect(ownArticles.map(({ title }) => title)).toEqual(['The bridge']);
  expect(context.base.articles.map(({ title }) => title)).toEqual(['Notes', 'The bridge']);
  expect(context).toMatchObject({ taught: null, strictness: 'balanced', refreshedAt: BUILT_AT });
  expect(context.recent).not.toBe(state.findContext({ serverId: null, strictness: 'balanced' }).recent);
});

test('own articles of which none can be read are as none', () => {
  const state = threadState();
  const articles = [kept('server/empty.txt', '')];
  const { context } = buildOverlay(state, { strictness: 'balanced', articles, taught: [], synonyms: [] });
  expect(context.base).toBe(state.shared.bases.find('everything').base);
  expect(context.refreshedAt).toEqual(READ_AT);
});
