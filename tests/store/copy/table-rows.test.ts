import { expect, onTestFinished, test } from 'vitest';
import { COPIED_TABLES, type CopiedTable, readRows } from '../../../src/store/copy/table-rows.ts';
import { openSqlite } from '../../../src/store/sqlite/sqlite-file.ts';
import { counting } from '../scene.ts';

test('large rows are read a few at once, and a very large one alone', async () => {
  const { db, close } = await openSqlite({ kind: 'memory' }, counting());
  onTestFinished(close);
  const sizes = [400_000, 600_000, 1, 2_000_000, 300_000, 300_000, 300_000, 300_000];
  const rows = sizes.map((size, index) => ({ hash: String(index), text: 'x'.repeat(size) }));
  await db.insertInto('snapshot_texts').values(rows).execute();
  const batches: (readonly number[])[] = [];
  for await (const batch of readRows(db, tableNamed('snapshot_texts')))
    batches.push(batch.map(({ text }) => String(text).length));
  expect(batches).toEqual([[400_000, 600_000], [1], [2_000_000], [300_000, 300_000, 300_000], [300_000]]);
});

function tableNamed(name: string): CopiedTable {
  const table = COPIED_TABLES.find((each) => each.name === name);
  if (table === undefined) throw new Error(`There is no table “${name}”.`);
  return table;
}
