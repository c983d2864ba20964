import { describe, expect, test } from 'vitest';
import { parseEvaluateArguments } from '../../../src/measuring/evaluation/evaluate-arguments.ts';

describe('the arguments of evaluate', () => {
  test('are sets, what they are asked of, what is kept, whom they are asked against', () => {
    const args = [
      'a.json',
      '--base',
      'b.json',
      '--keep',
      'k.json',
      '--strictness',
      'strict',
      '--against',
      '--sample',
      '50',
      '--misses',
      '3',
      'c.json',
    ];
    expect(parseEvaluateArguments(args)).toEqual({
      paths: ['a.json', 'c.json'],
      base: 'b.json',
      keep: 'k.json',
      strictness: 'strict',
      isAgainstPeers: true,
      sample: 50,
      misses: 3,
    });
  });

  test('need no more than one set', () => {
    const plain = {
      paths: ['a.json'],
      base: null,
      keep: null,
      strictness: 'balanced',
      isAgainstPeers: false,
      sample: Number.POSITIVE_INFINITY,
      misses: 0,
    };
    expect(parseEvaluateArguments(['a.json'])).toEqual(plain);
  });

  test.each([
    [[]],
    [['--misses', 'x', 'set.json']],
    [['--sample', '0', 'set.json']],
    [['--limit', '3', 'set.json']],
    [['--strictness', 'harsh', 'set.json']],
    [['set.json', '--keep']],
    [['set.json', '--against=fuse.js']],
  ])('%j are refused', (args) => {
    expect(() => parseEvaluateArguments(args)).toThrow(/Usage: npm run evaluate/);
  });
});
