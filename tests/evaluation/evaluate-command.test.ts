import { describe, expect, it } from 'vitest';
import { parseEvaluateArguments } from '../../src/evaluation/evaluate-arguments.ts';
import { runEvaluate } from '../../src/evaluation/evaluate-command.ts';
import { temporaryFolder } from '../knowledge/temporary-folder.ts';

const ARTICLES = [
  {
    id: 'tower',
    title: 'The tower',
    paragraphs: ['The tower was built in 1900. It has a garden.', 'Kim owns it.'],
  },
  { id: 'bridge', title: 'The bridge', paragraphs: ['The bridge was opened in 1950. It is long.'] },
];
const QUESTIONS = [
  {
    question: 'When was the tower built?',
    articleId: 'tower',
    paragraph: 0,
    answers: [{ text: '1900', start: 23 }],
  },
  {
    question: 'When was the bridge opened?',
    articleId: 'bridge',
    paragraph: 0,
    answers: [{ text: '1950', start: 25 }],
  },
  { question: 'Who has the keys?', articleId: 'tower', paragraph: 1, answers: [{ text: 'Kim', start: 0 }] },
  { question: 'How is bitcoin mined?', articleId: null, paragraph: null, answers: [], answerable: false },
];
const SET = JSON.stringify({ name: 'tiny', articles: ARTICLES, questions: QUESTIONS });
const FOREIGN = JSON.stringify({
  name: 'foreign',
  questions: [{ question: 'Who sings opera?', answers: [] }],
});

async function evaluate(...args: readonly string[]) {
  const folder = await temporaryFolder({ 'tiny.json': SET, 'foreign.json': FOREIGN });
  const written: string[] = [];
  const shown: string[] = [];
  let clock = 0;
  await runEvaluate(
    args.map((arg) => arg.replace('DIR', folder)),
    {
      output: { write: (text) => written.push(text) },
      progress: { isTTY: true, write: (text) => shown.push(text) },
      nowMs: () => clock++,
    },
  );
  return { text: written.join(''), rows: rowsOf(written.join('')), shown: shown.join('') };
}

/** The table's cells by heading. */
function rowsOf(text: string): readonly Readonly<Record<string, string>>[] {
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  const [headings = [], , ...rows] = lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return rows.map((cells) => Object.fromEntries(cells.map((cell, column) => [headings[column], cell])));
}

describe('an evaluation', () => {
  it('gives the figures of a set', async () => {
    const { rows } = await evaluate('DIR/tiny.json');
    expect(rows).toEqual([
      {
        set: 'tiny',
        questions: '4',
        'right sentence': '66.7 %',
        'MRR@5': '0.667',
        'right article': '66.7 %',
        F1: '66.7 %',
        EM: '66.7 %',
        answered: '66.7 %',
        'right of these': '100.0 %',
        refused: '100.0 %',
        area: '0.833',
        'p50 ms': '1.0',
        'p99 ms': '1.0',
      },
    ]);
  });

  it('prints the misses it is asked for', async () => {
    const { text } = await evaluate('DIR/tiny.json', '--misses', '5');
    expect(text).toMatch(/^✗ Who has the keys\? \(unknown, right one at place > 5\)\n {4}/);
    expect((await evaluate('DIR/tiny.json')).text).not.toContain('✗');
  });

  it('asks one set’s questions against another’s articles, where none has an answer', async () => {
    const { rows } = await evaluate('DIR/foreign.json', '--base', 'DIR/tiny.json');
    expect(rows).toMatchObject([{ set: 'foreign', refused: '100.0 %', 'right sentence': '–' }]);
  });

  it('shows how far it is, and takes that away at the end', async () => {
    const { shown } = await evaluate('DIR/tiny.json');
    expect(shown).toContain('4 of 4');
    expect(shown.endsWith('\r')).toBe(true);
  });
});

describe('the arguments of evaluate', () => {
  it.each([[[]], [['--misses', 'x', 'set.json']], [['--limit', '3', 'set.json']]])(
    '%j are refused',
    (args) => {
      expect(() => parseEvaluateArguments(args)).toThrow(/Usage: npm run evaluate/);
    },
  );
});
