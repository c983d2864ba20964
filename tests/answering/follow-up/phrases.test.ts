import { expect, test } from 'vitest';
import { lastQuestion } from './last-question.ts';

/** Each phrase with what stands before it, its role unless that is `other`, and a + where there are several. */
function phrasesIn(question: string, said = ''): readonly string[] {
  return lastQuestion(question, { said }).phrases.map(({ start, end, preposition, role, isPlural }) => {
    const before = preposition === null ? '' : `(${preposition.folded}) `;
    return `${before}${question.slice(start, end)}${role === 'other' ? '' : ` = ${role}`}${isPlural ? ' +' : ''}`;
  });
}

test.each([
  ['How many offices does Germany have?', ['offices = asked +', 'Germany = subject']],
  ['Who is the head of the CCD?', ['the head of the CCD = subject', '(of) the CCD']],
  ['When does the ferry to Marrow leave?', ['the ferry = subject', '(to) Marrow']],
  ['Where was the meeting held?', ['the meeting = subject']],
  ['When was the museum founded by Emil Harrow?', ['the museum = subject', '(by) Emil Harrow']],
  ['Who founded the museum?', ['the museum = subject']],
  ['How long is the river?', ['the river = subject']],
  ['What is the telescope’s mirror made of?', ['the telescope', 'the telescope’s mirror = subject']],
  ['Which cars, vans and bikes does it carry?', ['cars = asked +', 'vans +', 'bikes +']],
  ['Which people work there?', ['people = asked +']],
  ['in of the?', []],
  ['of of of of', []],
  ['', []],
  ['!!! … ???', []],
] as const)('“%s” names %j', (question, phrases) => {
  expect(phrasesIn(question)).toEqual(phrases);
});

test('ends where the article says it ends', () => {
  expect(phrasesIn('Does the night ferry start run on Sundays?')).not.toContain('the night ferry = subject');
  expect(phrasesIn('Does the night ferry start?', 'night ferry')).toEqual(['the night ferry = subject']);
});

test('a thousand nested phrases are read', () => {
  expect(phrasesIn(`Who is ${'the head of '.repeat(1000)}it?`).length).toBeGreaterThan(0);
});
