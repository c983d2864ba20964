import { expect, onTestFinished, test } from 'vitest';
import { NO_ACCESS } from '../../../src/knowledge/article/limits.ts';
import { answerPost } from '../../../src/requests/asking/answer-post.ts';
import { Conversations } from '../../../src/requests/asking/conversations.ts';
import { Cooldown } from '../../../src/requests/kit/cooldown.ts';
import { DEFAULT_SETTINGS } from '../../../src/server-settings/settings-table.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { temporaryFolder } from '../../knowledge/temporary-folder.ts';
import { openService } from '../../serving/serving-scene.ts';
import { FULL } from '../kept-answers.ts';

const POST = {
  title: 'When does the reading room open?',
  ownerId: 'mia',
  guildId: 'guild',
  postId: 'post',
  forumId: 'forum',
  parentIds: ['forum'],
  access: NO_ACCESS,
  postedAtMs: 0,
};

test('a post that the bot could not record gets no reply, and nobody follows an answer up that nobody saw', async () => {
  const folder = await temporaryFolder({
    'library.txt': 'The library\n\nThe reading room opens at nine in the morning.\n',
  });
  const knowledge = await openService(folder);
  const store = await openStore({ url: ':memory:', now: () => new Date(0), newId: () => 'id' });
  onTestFinished(() => store.close());
  const conversations = new Conversations({ nowMs: () => 0 });
  const deps = {
    knowledge,
    store,
    conversations,
    cooldown: new Cooldown({ nowMs: () => 0 }),
    settings: { ...DEFAULT_SETTINGS, forumChannelIds: ['forum'] },
    onStoreError: () => undefined,
    now: () => 0,
  };
  const full = { ...store, asked: { ...store.asked, record: () => Promise.reject(FULL) } };
  expect(await answerPost({ ...deps, store: full }, POST, async () => true)).toBe('not-kept');
  expect(conversations.findLast('post')).toBeNull();
  expect(await answerPost(deps, { ...POST, postId: 'other' }, async () => true)).toHaveProperty(
    'asked.id',
    'id',
  );
  expect(conversations.findLast('other')).not.toBeNull();
});
