import { expect, test } from 'vitest';
import { refresh } from '../../../src/requests/refreshing/refresh.ts';
import { markdown } from '../../knowledge/temporary-folder.ts';
import { refreshing } from '../refreshing-scene.ts';
import { member, moderator, refresherOf } from '../requesters.ts';

async function changedFolder() {
  const scene = await refreshing({ 'a.md': markdown('A') });
  await scene.write('b.md', markdown('B'));
  return scene;
}

test('a moderator gets the report, and it is their doing', async () => {
  const { refreshes, done } = await changedFolder();
  const report = await refresh(refreshes, refresherOf(moderator));
  expect(report).toMatchObject({ articleCount: 2, changes: { added: [{ path: 'b.md', title: 'B' }] } });
  expect(done).toMatchObject([{ cause: { kind: 'command', byId: 'theo', guildId: 'guild' } }]);
});

test('anyone else is told which permission it needs, and nothing is read', async () => {
  const { refreshes, knowledge, readings } = await changedFolder();
  const before = knowledge.current;
  const refused = refresh(refreshes, refresherOf(member));
  await expect(refused).rejects.toMatchObject({ name: 'UserFacingError', code: 'not-a-moderator' });
  await expect(refused).rejects.toThrow('Manage Messages');
  expect([knowledge.current, readings.count]).toEqual([before, 0]);
});
