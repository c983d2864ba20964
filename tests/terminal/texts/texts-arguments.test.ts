import { expect, test } from 'vitest';
import { parseTextsArguments } from '../../../src/terminal/texts/texts-arguments.ts';

test('reads what to do, with the language as its tag is written', () => {
  expect(parseTextsArguments(['check'])).toEqual({ action: 'check' });
  expect(parseTextsArguments(['export', 'pt-br', 'a.json'])).toEqual({
    action: 'export',
    language: 'pt-BR',
    file: 'a.json',
  });
  expect(parseTextsArguments(['import', 'DE', 'a.json'])).toMatchObject({ action: 'import', language: 'de' });
});

test.each([
  [[]],
  [['translate', 'de', 'a.json']],
  [['check', 'de']],
  [['export', 'de']],
  [['import', 'de', 'a.json', 'b.json']],
  [['export', 'german', 'a.json']],
  [['export', 'xx', 'a.json']],
  [['export', '', 'a.json']],
  [['export', 'de', 'a.json', '--all']],
])('refuses %j with the usage', (args) => {
  expect(() => parseTextsArguments(args)).toThrow(/Usage: npm run texts -- check/);
});
