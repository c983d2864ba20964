import { describe, expect, test } from 'vitest';
import { parseFaqSet } from '../../../../src/measuring/evaluation/formats/faq-set.ts';
import { measureFaq, summariseFaq } from '../../../../src/measuring/evaluation/measures/faq-measure.ts';
import { evaluate } from '../evaluate.ts';

const LIBRARY = `# Library

## How many books can I borrow?

You can borrow [five books](https://example.org/books) for **two weeks**. Ask Kim for more.

## Where is the lift?

The lift is behind the stairs.
`;
const GARDEN = `# Garden

## How many plants can I borrow?

- One plant for a summer.
- No trees.
`;
const BOOKS = {
  question: 'How many books can I borrow?',
  section: 'You can borrow [five books](https://example.org/books) for **two weeks**. Ask Kim for more.',
  reworded: 'whats the limit for novels',
};
const SET = {
  name: 'faq',
  files: [
    {
      path: 'library/faq.md',
      markdown: LIBRARY,
      pairs: [BOOKS, { question: 'Where is the lift?', section: 'The lift is behind the stairs.' }],
    },
    {
      path: 'garden/faq.md',
      markdown: GARDEN,
      pairs: [
        { question: 'How many plants can I borrow?', section: '- One plant for a summer.\n- No trees.' },
      ],
    },
  ],
};

describe('a set of FAQ files', () => {
  test('asks each file its own questions, in the words of their headings and in others', async () => {
    const { text, rows, shown } = await evaluate({ 'faq.json': SET }, 'DIR');
    expect(rows).toEqual([
      {
        set: 'faq',
        files: '2 of 2',
        'own words': '3',
        shown: '100.0 %',
        answered: '100.0 %',
        'other words': '1',
        'shown then': '0.0 %',
        'answered then': '0.0 %',
        'p50 ms': '1.0',
        'p99 ms': '1.0',
      },
    ]);
    expect(text.startsWith('Questions and answers')).toBe(true);
    expect(shown).toContain('4 of 4');
  });

  test('is asked of peers, which do not say whether they answer', async () => {
    const { rows } = await evaluate({ 'faq.json': SET }, 'DIR/faq.json', '--against');
    expect(rows.map(({ set }) => set)).toEqual(['faq', 'minisearch', 'fuse.js token search']);
    expect(rows[1]).toMatchObject({ 'own words': '3', shown: expect.stringContaining('%'), answered: '–' });
  });

  test('comes with what went wrong', async () => {
    const { text } = await evaluate({ 'faq.json': SET }, 'DIR', '--misses', '5');
    expect(text).toMatch(/^✗ whats the limit for novels \(unknown, not the entry of library\/faq\.md\)\n/);
  });

  test('counts a file that cannot be read', async () => {
    const files = [{ path: 'a.md', markdown: '', pairs: [BOOKS] }];
    const { rows } = await evaluate({ 'faq.json': { name: 'faq', files } }, 'DIR');
    expect(rows).toMatchObject([{ files: '0 of 1', shown: '0.0 %' }]);
  });

  test.each([
    [{ files: [{ path: 'a.md', pairs: [] }] }, 'files[0].markdown: Invalid input: expected string'],
    [
      { files: [{ path: 'a.md', markdown: '', pairs: [{ question: 'A?' }] }] },
      'files[0].pairs[0].section: Invalid input: expected string',
    ],
  ])('is refused with the field that is not as it must be: %#', (value, message) => {
    expect(() => parseFaqSet(value, 'faq.json')).toThrow(message);
  });
});

describe('an entry', () => {
  const [question] = parseFaqSet(SET, 'faq.json').questions;
  if (question === undefined) throw new RangeError('the set has no question');
  const measured = (text: string) => {
    const fact = { id: '', text, path: 'a', headings: [], paragraph: 1, sentence: 1, start: 0, end: 1 };
    return measureFaq(question, { response: { facts: [fact], confidence: 1, verdict: null }, tookMs: 1 });
  };

  test.each([
    ['as a whole', 'You can borrow five books for two weeks. Ask Kim for more.', true],
    [
      'with the address of a link',
      'You can borrow five books (https://example.org/books) for two weeks.',
      true,
    ],
    ['in part', 'Ask Kim for more.', true],
    ['with its heading', 'How many books can I borrow?\nAsk Kim for more.', true],
    [
      'among others',
      'The house is open. You can borrow five books for two weeks. Ask Kim for more. The lift is behind the stairs.',
      true,
    ],
    ['by its heading only', 'How many books can I borrow?', false],
    ['by a few of its words', 'You can ask Kim for the key of the lift behind the stairs.', false],
    ['by nothing', '', false],
  ])('that is shown %s', (_, text, isRight) => {
    expect(measured(text).isRight).toBe(isRight);
  });

  test('in other words is summed up by itself', () => {
    const own = measured('Ask Kim for more.');
    const other = { ...measured(''), question: { ...question, isReworded: true } };
    const summary = summariseFaq([own, other, other], { files: 1, loaded: 1 });
    expect(summary).toMatchObject({
      own: { questions: 1, shownRightly: 1, answeredRightly: null },
      reworded: { questions: 2, shownRightly: 0, answeredRightly: null },
    });
  });
});
