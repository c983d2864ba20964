import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ModelFileError, type Tensor, tensorOf } from '../../src/learned/model-file.ts';
import { Reader, type Reading } from '../../src/reading/reader.ts';
import { readTokens } from '../../src/reading/tokens.ts';
import { madeUpReaderFile, vectors } from './made-up-reader.ts';
import { nastyText } from './nasty-text.ts';

const file = madeUpReaderFile();
const reader = new Reader(file, vectors);

const anyPassage = fc
  .tuple(nastyText, fc.array(fc.constantFrom('offic', 'open', 'moscow', 'trade')))
  .map(([text, around]) => ({ text, around: new Set(around) }));

function read(question: string, text: string): Reading {
  return reader.read(reader.ask(question), { text, around: new Set() });
}

describe('a reading', () => {
  it('points at whole tokens of any sentence and tells how sure it is', () => {
    fc.assert(
      fc.property(nastyText, anyPassage, (question, passage) => {
        const tokens = readTokens(passage.text);
        fc.pre(tokens.length > 0 && readTokens(question).length > 0);
        const asked = reader.ask(question);
        const { score, margin, span, sureness } = reader.read(asked, passage);
        const first = tokens.findIndex(({ start }) => start === span?.start);
        const last = tokens.findIndex(({ end }) => end === span?.end);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(last).toBeGreaterThanOrEqual(first);
        expect(last - first).toBeLessThan(20);
        expect(sureness).toBeGreaterThanOrEqual(0);
        expect(sureness).toBeLessThanOrEqual(1);
        expect(Number.isFinite(score)).toBe(true);
        expect(margin).toBeCloseTo(score - 2 * asked.none, 9);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same whatever was read before, by this reader or none', () => {
    fc.assert(
      fc.property(
        nastyText,
        anyPassage,
        fc.array(fc.tuple(nastyText, anyPassage), { maxLength: 4 }),
        (question, passage, others) => {
          const fresh = new Reader(file, vectors);
          const expected = fresh.read(fresh.ask(question), passage);
          const asked = reader.ask(question);
          expect(reader.read(asked, passage)).toEqual(expected);
          for (const [other, between] of others) reader.read(reader.ask(other), between);
          expect(reader.read(asked, passage)).toEqual(expected);
          expect(reader.read(reader.ask(question), passage)).toEqual(expected);
        },
      ),
    );
  });

  it('depends on the question, the sentence and what is around it', () => {
    const around = new Set(['moscow']);
    const text = 'The customs of Moscow opened two offices in 2019.';
    const readings = [
      read('Who opened the offices?', text),
      read('When did Moscow open?', text),
      read('Who opened the offices?', text.replace('two', 'three')),
      reader.read(reader.ask('Who opened the offices?'), { text, around }),
    ];
    expect(new Set(readings.map(({ score }) => score)).size).toBe(4);
  });

  it('of nothing but white space, or for no question, finds nothing', () => {
    fc.assert(
      fc.property(nastyText, fc.stringMatching(/^\s*$/), (text, blank) => {
        expect(read(text, blank).span).toBeNull();
        expect(read(blank, text).span).toBeNull();
      }),
    );
  });

  it.each([
    ['an empty sentence', 'Who?', ''],
    ['a blank sentence', 'Who?', ' \n'],
    ['an empty question', '', 'He did.'],
    ['nothing at all', '', ''],
  ])('of %s finds nothing', (_, question, text) => {
    expect(read(question, text)).toEqual({
      score: Number.NEGATIVE_INFINITY,
      margin: Number.NEGATIVE_INFINITY,
      span: null,
      sureness: 0,
    });
  });

  it('of a very long sentence points into its first 160 tokens', () => {
    const { span } = read('Who opened the offices? '.repeat(5000), 'offices opened, '.repeat(7000));
    expect(span?.end).toBeLessThanOrEqual('offices opened, '.length * 54);
  });

  it('of one token is sure of it', () => {
    expect(read('Who?', 'Moscow')).toMatchObject({ span: { start: 0, end: 6 }, sureness: 1 });
  });
});

describe('a file for the reader', () => {
  it('of another width than the kernel gathers along is refused', () => {
    expect(() => new Reader(madeUpReaderFile(12), vectors)).toThrow(ModelFileError);
  });

  const needed = [...file.tensors.keys()].filter((name) => !name.endsWith('.bias') || name === 'plain.bias');

  it.each(needed)('without “%s” is refused, which is named', (name) => {
    const tensors = new Map([...file.tensors].filter(([other]) => other !== name));
    const open = () => new Reader({ ...file, tensors }, vectors);
    expect(open).toThrow(ModelFileError);
    expect(open).toThrow(`lacks “${name}”`);
  });

  it.each(needed.filter((name) => !/scale|plain\.bias|sharp|said|frequent/.test(name)))(
    'with a row or a column too many in “%s” is refused',
    (name) => {
      const { rows, columns } = tensorOf(file, name);
      for (const [more, wider] of [
        [1, 0],
        [0, 1],
      ] as const) {
        const tensors = new Map(file.tensors);
        tensors.set(name, zeros(rows + more, columns + wider));
        tensors.set(`${name}.scale`, zeros(1, rows + more));
        tensors.set(`${name}.bias`, zeros(1, rows + more));
        expect(() => new Reader({ ...file, tensors }, vectors)).toThrow(ModelFileError);
      }
    },
  );

  it.each([
    ['plain.bias', zeros(1, 1)],
    ['sharp', zeros(1, 0)],
    ['said', zeros(1, 0)],
    ['frequent', zeros(0, 8)],
    ['frequent', zeros(51, 7)],
  ])('with too few numbers in “%s” is refused', (name, tensor) => {
    const tensors = new Map([...file.tensors, [name, tensor]]);
    if (name === 'frequent') tensors.set('frequent.scale', zeros(1, tensor.rows));
    expect(() => new Reader({ ...file, tensors }, vectors)).toThrow(ModelFileError);
  });
});

function zeros(rows: number, columns: number): Tensor {
  return { rows, columns, values: new Float32Array(rows * columns) };
}
