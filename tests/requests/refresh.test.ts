import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refresh } from '../../src/requests/refresh.ts';
import { ServedKnowledge } from '../../src/requests/served-knowledge.ts';
import { markdown, temporaryFolder } from '../knowledge/temporary-folder.ts';
import { models } from '../models.ts';
import { member, moderator } from './requesters.ts';

async function changedFolder(): Promise<ServedKnowledge> {
  const folder = await temporaryFolder({ 'a.md': markdown('A') });
  const knowledge = await ServedKnowledge.open({ models, folder, now: () => new Date(0) });
  await writeFile(join(folder, 'b.md'), markdown('B'));
  return knowledge;
}

test('a moderator gets the report', async () => {
  const report = await refresh(await changedFolder(), moderator);
  expect(report).toMatchObject({ articleCount: 2, changes: { added: [{ path: 'b.md', title: 'B' }] } });
});

test('anyone else is told which permission it needs, and nothing is read', async () => {
  const knowledge = await changedFolder();
  const before = knowledge.current;
  const refused = refresh(knowledge, member);
  await expect(refused).rejects.toMatchObject({ name: 'UserFacingError', code: 'not-a-moderator' });
  await expect(refused).rejects.toThrow('Manage Messages');
  expect(knowledge.current).toBe(before);
});
