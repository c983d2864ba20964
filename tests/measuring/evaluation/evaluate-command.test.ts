import { describe, expect, test } from 'vitest';
import { evaluate, evaluateIn } from './evaluate.ts';
import { DOUBTFUL, EASY, FOREIGN, TINY, TYPED } from './tiny-set.ts';

const FILES = {
  'tiny.json': TINY,
  'foreign.json': FOREIGN,
  'typed.json': TYPED,
  'easy.json': EASY,
  'doubtful.json': DOUBTFUL,
};

describe('an evaluation', () => {
  test('gives the figures of a set', async () => {
    const { rows } = await evaluate(FILES, 'DIR/tiny.json');
    expect(rows).toEqual([
      {
        set: 'tiny',
        asked: '4',
        first: '66.7 %',
        'top 3': '66.7 %',
        'MRR@5': '0.667',
        article: '66.7 %',
        'points lost': '–',
        'p50 ms': '1.0',
        'p99 ms': '1.0',
        F1: '66.7 %',
        EM: '66.7 %',
        answered: '66.7 %',
        'right of these': '100.0 %',
        shown: '100.0 %',
        'right when shown': '100.0 %',
        refused: '100.0 %',
        'not answered': '100.0 %',
        area: '0.833',
        threshold: '–',
        'refused at 95 % kept': '–',
        kept: '–',
      },
    ]);
  });

  test('answers less where it is to be stricter', async () => {
    const { rows } = await evaluate(FILES, 'DIR/doubtful.json');
    expect(rows).toMatchObject([{ answered: '100.0 %' }]);
    const strict = await evaluate(FILES, 'DIR/doubtful.json', '--strictness', 'strict');
    expect(strict.rows).toMatchObject([{ answered: '0.0 %' }]);
  });

  test('asks a sample where it is told to', async () => {
    const { rows, shown } = await evaluate(FILES, 'DIR/tiny.json', 'DIR/easy.json', '--sample', '2');
    expect(rows).toMatchObject([
      { set: 'tiny', asked: '2', first: '50.0 %' },
      { set: 'easy', asked: '2', first: '100.0 %' },
    ]);
    expect(shown).toContain('4 of 4');
  });

  test('prints the misses it is asked for', async () => {
    const { text } = await evaluate(FILES, 'DIR/tiny.json', '--misses', '5');
    expect(text).toMatch(/^✗ Who has the keys\? \(unknown, right one at place > 5\)\n {4}/);
    expect((await evaluate(FILES, 'DIR/tiny.json')).text).not.toContain('✗');
  });

  test('tells how many right sentences are lost to typos, where the set has the questions without them', async () => {
    const { rows } = await evaluate(FILES, 'DIR/typed.json');
    expect(rows).toMatchObject([{ set: 'typed', asked: '2', first: '50.0 %', 'points lost': '50.0' }]);
  });

  test('keeps its figures within a narrow window, and leaves them a table where there is none', async () => {
    const { text } = await evaluateIn({ isTTY: true, columns: 40 }, FILES, ['DIR/tiny.json']);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
    expect(text).toContain('\n\ntiny\n  asked: 4\n  first: 66.7 %\n');
    expect((await evaluateIn({ columns: 40 }, FILES, ['DIR/tiny.json'])).text).toContain('| tiny |');
  });

  test('shows how far it is, and takes that away at the end', async () => {
    const { shown } = await evaluate(FILES, 'DIR/tiny.json', '--keep', 'DIR/easy.json');
    expect(shown).toContain('6 of 6');
    expect(shown.endsWith('\r')).toBe(true);
  });
});

describe('an evaluation at equal keeping', () => {
  test('asks one set’s questions against another’s articles, of whose own questions 95 % are kept', async () => {
    const { text, rows } = await evaluate(FILES, 'DIR/foreign.json', '--base', 'DIR/easy.json');
    expect(rows).toMatchObject([
      {
        set: 'foreign',
        refused: '100.0 %',
        'refused at 95 % kept': '100.0 %',
        first: '–',
        kept: '–',
      },
    ]);
    expect(text).toContain('Refusing (threshold: 95 % of easy kept)');
    expect(Number(rows[0]?.['threshold'])).toBeGreaterThan(0);
  });

  test('tells how many of a set’s answerable questions are kept at another’s threshold', async () => {
    const { rows } = await evaluate(FILES, 'DIR/tiny.json', 'DIR/typed.json', '--keep', 'DIR/doubtful.json');
    expect(rows).toMatchObject([
      { set: 'tiny', kept: '66.7 %', 'refused at 95 % kept': '100.0 %' },
      { set: 'typed', kept: '50.0 %', 'refused at 95 % kept': '–' },
    ]);
  });

  test('says nothing of keeping where the base has no question of its own', async () => {
    const articlesOnly = { ...EASY, questions: [] };
    const files = { ...FILES, 'base.json': articlesOnly };
    const { rows } = await evaluate(files, 'DIR/foreign.json', '--base', 'DIR/base.json');
    expect(rows).toMatchObject([{ refused: '100.0 %', threshold: '–', 'refused at 95 % kept': '–' }]);
  });

  test.each([
    ['--keep', 'DIR/foreign.json', /“foreign” has no articles with answerable questions/],
    ['--base', 'DIR/foreign.json', /“foreign” has no articles: --base needs/],
    ['--base', 'DIR', /--base needs one set, and .* holds several/],
    ['--keep', 'DIR', /--keep needs one set/],
  ])('refuses %s %s with what to do', async (option, path, message) => {
    const run = evaluate(FILES, 'DIR/tiny.json', option, path);
    await expect(run).rejects.toMatchObject({
      code: 'unusable-arguments',
      message: expect.stringMatching(message),
    });
  });
});

describe('an evaluation against peers', () => {
  test('puts them below each set, without a word on what they do not do', async () => {
    const { rows } = await evaluate(FILES, 'DIR/tiny.json', '--against');
    expect(rows.map(({ set }) => set)).toEqual(['tiny', 'minisearch', 'fuse.js token search']);
    for (const peer of rows.slice(1)) {
      expect(peer).toMatchObject({ asked: '4', first: '66.7 %', 'p50 ms': '1.0' });
      expect(peer).toMatchObject({ F1: '–', answered: '–', shown: '–', refused: '–', 'not answered': '–' });
      expect(Number(peer['area'])).toBeGreaterThan(0.5);
    }
  });

  test('gives each its own threshold', async () => {
    const { rows } = await evaluate(FILES, 'DIR/foreign.json', '--base', 'DIR/easy.json', '--against');
    const thresholds = rows.map((row) => Number(row['threshold']));
    expect(new Set(thresholds).size).toBe(3);
    expect(rows[1]).toMatchObject({ set: 'minisearch', 'refused at 95 % kept': '100.0 %' });
  });

  test('asks fuse.js a sample of a large set, and says so', async () => {
    const questions = Array.from({ length: 1001 }, (_, i) => ({ ...EASY.questions[i % 2], id: `${i}` }));
    const { rows, shown } = await evaluate(
      { 'large.json': { ...EASY, name: 'large', questions } },
      'DIR/large.json',
      '--against',
    );
    expect(rows.map(({ set, asked }) => [set, asked])).toEqual([
      ['large', '1,001'],
      ['minisearch', '1,001'],
      ['fuse.js token search (300 of 1,001)', '300'],
    ]);
    expect(shown).toContain('2302 of 2302');
  });

  test('keeps their misses to itself', async () => {
    const { text } = await evaluate(FILES, 'DIR/tiny.json', '--against', '--misses', '9');
    expect(text.match(/✗/g)).toHaveLength(1);
  });
});
