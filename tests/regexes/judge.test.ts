import { expect, test } from 'vitest';
import { judgeRegex } from './judge.ts';
import { readRegexes } from './regex-sources.ts';

const judge = ({ source, flags }: RegExp, deadlineMs?: number) =>
  judgeRegex({ source, flags }, deadlineMs === undefined ? {} : { deadlineMs });
/** A search without end is stopped soon. */
const SOON_MS = 1500;

test.each([
  ['what hung on 60 letters ι', /^(?:\P{L}*)(?:\p{L}+\P{L}+){0,8}?(?:is|are|was|were|means|refers)\b/iu],
  ['a repetition within one', /^(?:a+)+$/],
  ['two alternatives for one letter', /^(?:a|a)*$/],
  ['overlapping words', /^(?:\w+\s?)*$/],
  ['two repetitions side by side', /^\s*\s*x/],
  ['an end that is looked for from each place', /\s+$/],
  ['a gap between two words', /\bsay\b.*\bwho\b/],
  ['a look-behind', /(?<=(?:a|aa)+)b/],
  ['a look-ahead', /(?=(?:a+)+b)c/],
  ['a run that none of its own signs may follow', /^(`{3,}(?!.*`)|~{3,})/],
  ['a run before the rest of its line', /^(~{3,})(.*)$/],
  ['what a group said before', /^(a+)\1+$/],
])('%s is found', async (_, regex) => expect(await judge(regex, SOON_MS)).not.toBeNull());

test.each([
  ['what was anchored', /^\p{L}+$/u],
  ['words', /\p{L}[\p{L}\p{N}]*/gu],
  ['words behind others', /(?<=[\p{L}\p{N},] ?)(?<![\p{L}\p{N}])\p{L}[\p{L}\p{N}]*/gu],
  ['numbers', /\d+(?:[.,]\d+)*/g],
  ['a run that is looked at as a whole', /^(`{3,}(?=[^`]*$)|~{3,}(?!~))[^\n]*$/],
  ['a choice of words', /^(?:one|other)(?: (?:one|other))*$/],
])('%s is not', async (_, regex) => expect(await judge(regex)).toBeNull());

test('the regular expressions of a script are read, but no divisions or comments', () => {
  const code = [
    'const half: number = a / b / c; // /x+/',
    'const x = /x+\\/y/gu;',
    'f(new RegExp(x), new RegExp(y));',
  ].join('\n');
  expect(readRegexes('a.ts', code)).toEqual({
    literals: [{ source: 'x+\\/y', flags: 'gu', file: 'a.ts', line: 2 }],
    builtOnLines: [3],
  });
});
