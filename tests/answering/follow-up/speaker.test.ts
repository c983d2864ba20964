import { expect, test } from 'vitest';
import { findSpeaker } from '../../../src/answering/follow-up/speaker.ts';
import { baseOf } from '../../articles.ts';

/** Who said what the sentence with `words` tells. */
function speakerOf(words: string, ...paragraphs: readonly string[]): string | null {
  const { facts } = baseOf(...paragraphs);
  const fact = facts.find(({ text }) => text.includes(words));
  if (fact === undefined) throw new Error(`no fact says “${words}”`);
  const speaker = findSpeaker(fact, facts);
  return speaker === null ? null : speaker.fact.text.slice(speaker.span.start, speaker.span.end);
}

test.each([
  ['Head of the office Ann Lee said that work has improved.', 'Head of the office Ann Lee'],
  ['The director, Dana Petrov, stressed that work has improved.', 'The director, Dana Petrov'],
  ['According to the mayor, work has improved.', 'the mayor'],
  ['Work has improved, according to Ann Lee.', 'Ann Lee'],
  ['“Work has improved,” Lee told us.', 'Lee'],
  ['“Work has improved,” says Moser.', 'Moser'],
  ['Work has improved.', null],
  ['It is said that work has improved.', null],
])('“%s” names who said it', (sentence, name) => {
  expect(speakerOf('has improved', sentence)).toBe(name);
});

test('the speaker of a continued quotation is named before it', () => {
  const text = 'A. Lee said: “Work has improved. It will go on so”.';
  expect(speakerOf('It will go on', text)).toBe('A. Lee');
});

test('“she added” means the last speaker before', () => {
  const text = 'Dana Petrov noted that clocks stop. “They are furniture,” she added.';
  expect(speakerOf('furniture', text)).toBe('Dana Petrov');
});

test('a sentence without a quotation has no speaker from before', () => {
  expect(speakerOf('It rained', 'Ann Lee said that work has improved. It rained.')).toBeNull();
  expect(speakerOf('“Go', 'Ann Lee said that work has improved.', '“Go on.”')).toBeNull();
});

test('“she added” never means a later speaker', () => {
  expect(speakerOf('furniture', '“They are furniture,” she added. Dana Petrov said nothing.')).toBeNull();
});
