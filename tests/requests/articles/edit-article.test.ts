import { expect, test } from 'vitest';
import {
  checkEdit,
  discardDraft,
  type EditDeps,
  openDraft,
  saveEdit,
} from '../../../src/requests/articles/edit-article.ts';
import { EditDrafts } from '../../../src/requests/articles/edit-drafts.ts';
import { toArticleKey, toTextMark } from '../../../src/requests/articles/find-article.ts';
import { here, moderatingScene, NOW } from '../moderating-scene.ts';
import { member } from '../requesters.ts';

const PATH = 'server/bridge.txt';
const BEFORE = 'The bridge\n\nThe bridge was built in 1850.\n';
const AFTER = BEFORE.replace('1850', '1851');

async function editingScene() {
  let count = 0;
  const drafts = new EditDrafts({ nowMs: () => NOW, newId: () => `draft-${++count}` });
  const scene = { ...(await moderatingScene()), drafts };
  await scene.add('bridge.txt', BEFORE);
  return scene;
}

/** Sends the form, and returns the draft of its preview. */
async function preview(deps: EditDeps): Promise<string> {
  const typed = { kind: 'file', text: AFTER } as const;
  const checked = await checkEdit(deps, {
    ...here,
    key: toArticleKey(PATH),
    mark: toTextMark(BEFORE),
    typed,
  });
  expect(checked).toMatchObject({ kind: 'ready', path: PATH });
  return 'draftId' in checked ? checked.draftId : '';
}

test('an edit whose button is pressed twice at once is saved once, and confirmed twice alike', async () => {
  const scene = await editingScene();
  const draftId = await preview(scene);
  const save = () => saveEdit(scene, { ...here, draftId });
  const [first, second] = await Promise.all([save(), save()]);
  expect(first).toMatchObject({ kind: 'saved', added: { changeNumber: 2 } });
  expect(second).toEqual(first);
  expect(await scene.store.serverValues.listChanges('guild', 10)).toHaveLength(2);
  await expect(save()).rejects.toMatchObject({ code: 'draft-gone' });
});

test('an edit that somebody else has made already counts as saved, without another change', async () => {
  const scene = await editingScene();
  const draftId = await preview(scene);
  await scene.keep({ [PATH]: AFTER });
  expect(await saveEdit(scene, { ...here, draftId })).toMatchObject({
    kind: 'saved',
    added: { changeNumber: null },
  });
  expect(await scene.store.serverValues.listChanges('guild', 10)).toHaveLength(2);
});

test('only moderators of the server discard what was typed', async () => {
  const scene = await editingScene();
  const draftId = await preview(scene);
  expect(() => discardDraft(scene, { ...here, requester: member, draftId })).toThrow(
    expect.objectContaining({ code: 'not-a-moderator' }),
  );
  discardDraft(scene, { ...here, guildId: 'elsewhere', draftId });
  expect(openDraft(scene, { ...here, draftId })).toHaveProperty('fileName', 'bridge.txt');
  discardDraft(scene, { ...here, draftId });
  expect(() => openDraft(scene, { ...here, draftId })).toThrow(
    expect.objectContaining({ code: 'draft-gone' }),
  );
});
