import { expect, test } from 'vitest';
import { isAskedFor, trimVerb } from '../../../src/answering/follow-up/trim-verb.ts';
import { classifyWord } from '../../../src/answering/follow-up/word-classes.ts';
import { splitWords } from '../../../src/text/words/words.ts';

const tokensOf = (text: string) =>
  splitWords(text).map((word) => ({ ...word, kind: classifyWord(word.folded) }));

/** What is left of the run between the bars, where the article says what `said` lists. */
function trimmed(marked: string, said: readonly string[] = []): string {
  const [before = '', run = ''] = marked.split('|');
  const tokens = tokensOf(marked);
  const from = splitWords(before).length;
  const left = trimVerb(
    tokens,
    { from, to: from + splitWords(run).length },
    {
      isSaid: (phrase) => said.includes(phrase),
    },
  );
  return tokens
    .slice(left.from, left.to)
    .map(({ folded }) => folded)
    .join(' ');
}

test.each([
  ['when was |the museum founded|', [], 'the museum'],
  ['when was |the meeting held|', [], 'the meeting'],
  ['when does |the ferry leave|', [], 'the ferry'],
  ['when does |the night ferry start|', ['night ferry'], 'the night ferry'],
  ['how many |offices| does it have', [], 'offices'],
  ['how |old| is it', [], ''],
  ['who |founded| the museum', [], ''],
  ['what |costs| 9 euros', [], ''],
  ['does |the ferry| to marrow leave', [], 'the ferry'],
  ['does the ferry to |marrow leave|', [], 'marrow'],
  ['is |the united|', [], 'the united'],
  ['is |the museum closed|', ['museum closed'], 'the museum closed'],
  ['does |leave|', [], 'leave'],
  ['is it |open| on sundays', [], ''],
  ['does it |carry cars|', [], 'cars'],
  ['is it |a ferry|', ['ferry'], 'a ferry'],
  ['is its |director| here', [], 'director'],
])('“%s”, where %j is said, names “%s”', (marked, said, left) => {
  expect(trimmed(marked, said)).toBe(left);
});

test.each([
  ['how many cars', 2, true],
  ['how much money', 2, true],
  ['which cars', 1, true],
  ['whose car', 1, true],
  ['the many cars', 2, false],
  ['cars', 0, false],
])('“%s” from word %i on is asked for: %s', (text, from, isAsked) => {
  expect(isAskedFor(tokensOf(text), from)).toBe(isAsked);
});
