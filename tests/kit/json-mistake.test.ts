import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainJsonError, findJsonMistake } from '../../src/kit/json-mistake.ts';

/** What `JSON.parse` throws for a text, or null. */
function refuse(text: string): unknown {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return error;
  }
}

describe('a text that is no JSON', () => {
  test.each([
    ['[{"q": "a" "b"}]', 1, 12],
    ['{', 1, 2],
    ['', 1, 1],
    ['[\n  1,\n]', 3, 1],
    ['{\n  a: 1\n}', 2, 3],
    ['["a\nb"]', 1, 4],
    ['["\\x"]', 1, 3],
    ['nope', 1, 1],
    ['{\n  "question": "x",\n}\n', 3, 1],
    ['[1]\n\n[2]', 3, 1],
    ['{"a" 1}', 1, 6],
    ['{"a": 01}', 1, 8],
    ['["open\n', 1, 7],
    ['[1}', 1, 3],
  ])('%j is wrong at line %i, column %i', (text, line, column) => {
    const mistake = explainJsonError(text, refuse(text));
    expect(mistake).toMatchObject({ line, column });
    expect(mistake.detail).not.toMatch(/position|line \d|is not valid JSON|\.$/);
    expect(mistake.detail).toMatch(/^[A-Z]/);
  });
});

test('valid JSON is right to its end', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(findJsonMistake(text)).toBe(text.length);
    }),
  );
});

test('what stands before a mistake is the start of valid JSON, whatever was changed', () => {
  const cut = fc.tuple(
    fc.json({ maxDepth: 3 }),
    fc.nat(),
    fc.constantFrom('', ',', '}', '"', 'x', '\\', '\n'),
  );
  fc.assert(
    fc.property(cut, ([json, place, added]) => {
      const at = place % (json.length + 1);
      const text = json.slice(0, at) + added + json.slice(at + 1);
      const found = findJsonMistake(text);
      expect(findJsonMistake(text.slice(0, found))).toBe(found);
      expect(refuse(text) !== null || found === text.length).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('a string of five megabytes takes no long time', () => {
  const text = `["${'a\\n'.repeat(1_700_000)}" 1]`;
  const startedAt = performance.now();
  expect(findJsonMistake(text)).toBe(text.length - 2);
  expect(performance.now() - startedAt).toBeLessThan(3000);
});
