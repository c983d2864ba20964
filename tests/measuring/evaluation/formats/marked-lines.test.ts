import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readMarkedLines } from '../../../../src/measuring/evaluation/formats/marked-lines.ts';
import { temporaryFolder } from '../../../knowledge/temporary-folder.ts';

const RULES = [
  '# Rules <!-- old -->',
  '',
  'You may **not** bring [drones](https://example.org/drones).',
  '',
  '1. Ask `Kim` at the gate',
  '2. Pay',
].join('\n');

async function read(...rows: readonly (readonly string[])[]) {
  const lines = rows.map((columns) => `${columns.join('\t')}\n`).join('');
  const folder = await temporaryFolder({ 'sets/camp.tsv': lines, 'sets/camp/rules.md': RULES });
  return { folder, set: await readMarkedLines(join(folder, 'sets/camp.tsv')) };
}

describe('a set of marked lines', () => {
  test('is called as its file and belongs to the sets of its folder', async () => {
    const { folder, set } = await read();
    expect(set).toEqual({
      name: 'camp',
      group: join(folder, 'sets'),
      folder: join(folder, 'sets', 'camp'),
      questions: [],
    });
  });

  test('has a question for each that a line names, answered by the text that decides', async () => {
    const { set } = await read(['rules.md', '3-3', 'bring [drones](x)', 'yesno', 'drones? ||  drone ok || ']);
    const answer = {
      isAnswerable: true,
      gold: [{ path: 'rules.md', text: 'bring drones' }],
      whole: 'You may not bring drones.',
    };
    expect(set.questions).toEqual([
      { question: 'drones?', ...answer },
      { question: 'drone ok', ...answer },
    ]);
  });

  test('takes the longer lines where none decides, and all together where none is longer', async () => {
    const { set } = await read(
      ['rules.md', '5-6', '', 'steps', 'how?'],
      ['rules.md', '6-6', ' ', 'steps', 'and?'],
    );
    expect(set.questions).toMatchObject([
      { gold: [{ text: 'Ask Kim at the gate' }], whole: '1. Ask Kim at the gate 2. Pay' },
      { gold: [{ text: '2. Pay' }], whole: '2. Pay' },
    ]);
  });

  test('has no answer to what no file tells', async () => {
    const { set } = await read(['-', '', '', 'none', 'who won?']);
    expect(set.questions).toEqual([{ question: 'who won?', isAnswerable: false, gold: [], whole: null }]);
  });

  test.each([
    [['rules.md', '3-3', 'x'], 'line 1 has no five columns'],
    [['rules.md', 'all', '', 'list', 'what?'], '“all” are no lines'],
    [['none.md', '1-1', '', 'list', 'what?'], 'no such file'],
  ])('with a line %j is refused', async (row, message) => {
    await expect(read(row)).rejects.toThrow(message);
  });
});
