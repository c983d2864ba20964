import { describe, expect, test } from 'vitest';
import { parseBenchArguments } from '../../../src/measuring/bench/bench-arguments.ts';

describe('the arguments of bench', () => {
  test('may be left out', () => {
    expect(parseBenchArguments([])).toEqual({
      sizes: [1000, 10_000, 100_000],
      questions: 200,
      runs: 7,
      servers: 1000,
      crowd: 0,
      queue: 10_000,
      burst: 300,
    });
  });

  test('give sizes in any order, each once', () => {
    expect(parseBenchArguments(['--sizes', '500,100,500', '--questions', '8', '--runs', '1'])).toMatchObject({
      sizes: [100, 500],
      questions: 8,
      runs: 1,
    });
  });

  test('say how many servers and how long a queue', () => {
    expect(parseBenchArguments(['--servers', '3', '--queue', '50'])).toMatchObject({ servers: 3, queue: 50 });
  });

  test.each([
    [['--sizes', '']],
    [['--sizes', '1000,x']],
    [['--sizes', '99']],
    [['--sizes', '1e4']],
    [['--questions', '3']],
    [['--runs', '0']],
    [['--servers', '0']],
    [['--queue', 'long']],
    [['--burst', '0']],
    [['--size', '1000']],
    [['1000']],
  ])('%j are refused', (args) => {
    expect(() => parseBenchArguments(args)).toThrow(/Usage: npm run bench/);
  });
});
