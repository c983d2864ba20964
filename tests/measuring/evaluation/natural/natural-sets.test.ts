import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../../knowledge/temporary-folder.ts';
import { evaluate, textsOf } from '../evaluate.ts';
import { TINY } from '../tiny-set.ts';
import { CAMP, CAMP_FILES } from './camp.ts';
import { scoreOutside } from './outside-scorer.ts';

/** A line of `ask --json` for each question. */
function askOutside(folder: string, questions: readonly string[]): readonly string[] {
  const args = [resolve('dist/main.js'), 'ask', '--json', '--knowledge', folder, '--limit', '5'];
  const { stdout } = spawnSync(process.execPath, args, {
    input: `${questions.join('\n')}\n`,
    encoding: 'utf8',
    // As `evaluate` of the tests answers.
    env: { ...process.env, ENCODERS: 'off' },
  });
  return stdout.trim().split('\n');
}

describe('the figures of a natural set', () => {
  test('are those that an outside scorer gives', async () => {
    const folder = await temporaryFolder(textsOf(CAMP_FILES));
    const lines = askOutside(
      join(folder, 'camp'),
      CAMP.questions.map(({ question }) => question),
    );
    const outside = scoreOutside(CAMP.questions, lines);
    const { rows } = await evaluate(CAMP_FILES, 'DIR/camp');
    expect(rows).toMatchObject([
      {
        set: 'camp',
        asked: '8',
        first: outside.first,
        'top 3': outside.topThree,
        'shown rightly': outside.shownRightly,
        'answered rightly': outside.answeredRightly,
        'right of answered': outside.rightOfAnswered,
        'not answered': outside.notAnswered,
        'whole of all': outside.wholeOfAll,
        fit: outside.fit,
        area: outside.area,
      },
    ]);
    expect(Number.parseFloat(outside.shownRightly)).toBeGreaterThan(0);
    expect(Number.parseFloat(outside.first)).toBeLessThan(100);
  });

  test('count a sentence as right where the address of a link stands between its words', async () => {
    const question = 'where do I book a tent';
    const text = 'Book a tent at the office before noon.';
    const set = { questions: [{ question, answerable: true, gold: [{ path: 'tents.md', text }] }] };
    const article = '# Tents\n\nBook a tent at the [office](https://example.org/office) before noon.\n';
    const { rows } = await evaluate({ 'links.json': set, 'links/tents.md': article }, 'DIR/links');
    expect(rows).toMatchObject([
      { first: '100.0 %', 'right of answered': '0.0 %', 'both by sentence': '100.0 %; 100.0 %' },
    ]);
  });

  test('begin with how many of its files load; a draft and a list of other things are no articles', async () => {
    const { rows } = await evaluate(CAMP_FILES, 'DIR/camp.json');
    expect(rows).toMatchObject([{ files: '3 of 4', problems: '1', 'p50 ms': '1.0' }]);
  });

  test('come before those of other sets', async () => {
    const { text, rows, shown } = await evaluate({ ...CAMP_FILES, 'a.json': TINY }, 'DIR');
    expect(rows.map(({ set }) => set)).toEqual(['camp', 'tiny']);
    expect(text.startsWith('Natural questions')).toBe(true);
    expect(shown).toContain('12 of 12');
  });

  test('are summed up for the sets of one folder', async () => {
    const twice = Object.fromEntries(
      ['one', 'two'].flatMap((name) =>
        Object.entries(CAMP_FILES).map(([path, content]) => [`bases/${path.replace('camp', name)}`, content]),
      ),
    );
    const { rows } = await evaluate(twice, 'DIR');
    expect(rows.map(({ set, asked, files }) => [set, asked, files])).toEqual([
      ['one', '8', '3 of 4'],
      ['two', '8', '3 of 4'],
      ['all of bases', '16', '6 of 8'],
    ]);
    expect(rows[2]?.['fit']).toBe(rows[0]?.['fit']);
  });

  test('say of peers what their best sentence is worth', async () => {
    const { rows } = await evaluate(CAMP_FILES, 'DIR/camp', '--against');
    expect(rows.map(({ set }) => set)).toEqual(['camp', 'minisearch', 'fuse.js token search']);
    for (const peer of rows.slice(1)) {
      expect(peer).toMatchObject({ asked: '8', 'answered rightly': '–', 'not answered': '–' });
      expect(peer['shown rightly']).toBe(peer['first']);
    }
  });

  test('count what should never be, which peers say nothing of', async () => {
    const { rows } = await evaluate(CAMP_FILES, 'DIR/camp', '--against');
    const counts = {
      changed: '0',
      'item without lead': '0',
      'lead alone': '0',
      'row without header': '0',
      'part of steps': '0',
    };
    const silent = Object.fromEntries(Object.keys(counts).map((heading) => [heading, '–']));
    expect(rows).toMatchObject([counts, silent, silent]);
  });

  test('come with what went wrong', async () => {
    const { text } = await evaluate(CAMP_FILES, 'DIR/camp', '--misses', '9');
    expect(text).toContain('✗ where do they sell bread and coffee (answered, right one at place > 5)\n');
    expect(text).not.toContain('✗ When are the quiet hours?');
  });
});

describe('a natural set', () => {
  test.each([
    ['--base', 'DIR/camp.json', /--base needs a set of plain paragraphs/],
    ['--keep', 'DIR/camp.json', /--keep needs a set of plain paragraphs/],
    ['--base', 'DIR/tiny.json', /--base is for sets of plain paragraphs/],
  ])('is refused beside %s %s', async (option, path, message) => {
    const files = { ...CAMP_FILES, 'tiny.json': TINY };
    await expect(evaluate(files, 'DIR/camp.json', option, path)).rejects.toThrow(message);
  });
});
