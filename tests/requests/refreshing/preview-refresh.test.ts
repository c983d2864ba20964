import { expect, test } from 'vitest';
import {
  applyPreview,
  discardPreview,
  previewRefresh,
} from '../../../src/requests/refreshing/preview-refresh.ts';
import { markdown } from '../../knowledge/temporary-folder.ts';
import { askedThere, FULL, outOfOrder } from '../kept-answers.ts';
import { refreshing, tower } from '../refreshing-scene.ts';
import { member, moderator, refresherOf } from '../requesters.ts';

const theo = refresherOf(moderator);
const mia = refresherOf(member);
const whenBuilt = askedThere({ question: 'When was the tower built?' });

test('a preview tells what would change, and which answers, of those that all of this server have seen', async () => {
  const scene = await refreshing({
    'tower.md': tower(1900),
    'gone.md': markdown('Bridge', 'The bridge is blue.'),
  });
  for (const question of ['Is the bridge blue?', 'Nothing like it?', 'Who stands?'])
    await scene.store.asked.record(askedThere({ question }));
  await scene.store.asked.record(askedThere({ question: 'and when?', understoodAs: whenBuilt.question }));
  await scene.store.asked.record({
    ...whenBuilt,
    question: 'When was the tower built',
    isAnsweredPrivately: true,
  });
  await scene.store.asked.record({ ...whenBuilt, question: 'When was a tower built?', guildId: 'other' });
  await scene.write('tower.md', tower(2000));
  await scene.remove('gone.md');
  const { report, changedAnswers } = await previewRefresh(scene, theo);
  expect(report.changes).toMatchObject({ changed: [{ path: 'tower.md' }], removed: [{ path: 'gone.md' }] });
  expect(changedAnswers).toEqual([
    {
      question: 'When was the tower built?',
      before: { text: 'The tower was built in 1900.', isUnsure: false },
      after: { text: 'The tower was built in 2000.', isUnsure: false },
    },
    {
      question: 'Is the bridge blue?',
      before: { text: 'The bridge is blue.', isUnsure: false },
      after: null,
    },
  ]);
});

test('what a server’s own articles answer stays', async () => {
  const scene = await refreshing();
  const own = { kind: 'article', name: 'own.md', value: markdown('Own', 'The bridge is blue.') } as const;
  await scene.store.serverValues.change('guild', 'theo', [own]);
  await scene.store.asked.record(askedThere({ question: 'Is the bridge blue?' }));
  await scene.store.asked.record(whenBuilt);
  await scene.write('tower.md', tower(2000));
  const { changedAnswers } = await previewRefresh(scene, theo);
  expect(changedAnswers.map(({ question }) => question)).toEqual([whenBuilt.question]);
});

test('looks at the last 50 questions, and does without where they cannot be read', async () => {
  const scene = await refreshing();
  await scene.store.asked.record(whenBuilt);
  for (let number = 0; number < 50; number++)
    await scene.store.asked.record(askedThere({ question: `Who lives at ${number}?` }));
  await scene.write('tower.md', tower(2000));
  expect((await previewRefresh(scene, theo)).changedAnswers).toEqual([]);

  const asked = { ...outOfOrder.asked, listLastAnswered: () => Promise.reject(FULL) };
  const { report, changedAnswers } = await previewRefresh({ ...scene, store: { asked } }, theo);
  expect([report.changes.changed.length, changedAnswers]).toEqual([1, []]);
  expect(scene.notKept).toEqual([FULL]);
});

test('is finished even if another refresh replaces its articles meanwhile', async () => {
  const scene = await refreshing();
  await scene.store.asked.record(whenBuilt);
  await scene.write('tower.md', tower(2000));
  const byTheo = { kind: 'command', byId: 'theo', guildId: 'guild' } as const;
  const [{ changedAnswers, id }] = await Promise.all([
    previewRefresh(scene, theo),
    scene.refreshes.refresh(byTheo).then(() => scene.write('tower.md', tower(2100))),
  ]);
  expect(changedAnswers).toMatchObject([
    { before: { text: 'The tower was built in 1900.' }, after: { text: 'The tower was built in 2000.' } },
  ]);
  await expect(applyPreview(scene.refreshes, theo, id)).rejects.toMatchObject({ code: 'preview-gone' });
});

test('only moderators preview, apply and discard', async () => {
  const scene = await refreshing();
  await scene.write('tower.md', tower(2000));
  await expect(previewRefresh(scene, mia)).rejects.toMatchObject({ code: 'not-a-moderator' });
  expect(scene.readings.count).toBe(0);
  const { id } = await previewRefresh(scene, theo);
  await expect(applyPreview(scene.refreshes, mia, id)).rejects.toMatchObject({ code: 'not-a-moderator' });
  expect(() => discardPreview(scene.refreshes, mia, id)).toThrow('Manage Messages');
  expect(await scene.whenBuilt()).toContain('1900');
  await applyPreview(scene.refreshes, theo, id);
  expect(await scene.whenBuilt()).toContain('2000');
  expect(scene.done).toMatchObject([{ cause: { kind: 'preview', byId: 'theo', guildId: 'guild' } }]);
});

test('what was discarded cannot be applied', async () => {
  const scene = await refreshing();
  await scene.write('tower.md', tower(2000));
  const { id } = await previewRefresh(scene, theo);
  discardPreview(scene.refreshes, theo, id);
  await expect(applyPreview(scene.refreshes, theo, id)).rejects.toMatchObject({ code: 'preview-gone' });
  expect(await scene.whenBuilt()).toContain('1900');
});
