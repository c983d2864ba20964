import { describe, expect, test } from 'vitest';
import { findAntecedents } from '../../../src/answering/follow-up/antecedent.ts';
import { lastQuestion } from './last-question.ts';

const QUINT = { fact: 'Ada Quint has been the captain since 2011.', words: 'Ada Quint' };

describe('a pronoun may stand for', () => {
  test.each([
    ['it', 'When does the ferry leave?', {}, ['the ferry']],
    ['it', 'When was a new wing built?', {}, ['the new wing']],
    ['its', 'When was The Louvre founded?', {}, ['the Louvre’s']],
    ['its', 'What does the bus cost?', {}, ['the bus’']],
    ['it', 'Who is the head of the CCD?', {}, ['the CCD']],
    ['it', 'Who is the captain of the ferry?', QUINT, ['the ferry', 'Ada Quint']],
    ['she', 'Who is the captain of the ferry?', QUINT, ['Ada Quint']],
    ['his', 'Who is the captain of the ferry?', QUINT, ['Ada Quint’s']],
    ['he', 'How much is a ticket?', { fact: 'A ticket costs 9 euros.', words: '9 euros' }, []],
    ['they', 'How many cars does the ferry carry?', {}, ['cars', 'the ferry']],
    [
      'there',
      'Where was the museum founded?',
      { fact: 'It was founded in Varn.', words: 'Varn' },
      ['in Varn'],
    ],
    ['there', 'Who works at the museum?', {}, ['at the museum']],
    ['it', 'When?', { title: 'The ferry of Marrow' }, ['the ferry of Marrow']],
    ['it', 'Is it open on Sundays?', { title: 'The ferry' }, ['the ferry']],
    ['they', 'Is it open on Sundays?', { title: 'The ferry' }, ['the ferry']],
    ['them', '???', { title: 'Notes' }, ['Notes']],
  ] as const)('“%s” after “%s” %j: %j', (...[pronoun, question, answered, meant]) => {
    expect(findAntecedents(pronoun, lastQuestion(question, answered))).toEqual(meant);
  });
});

test('at most three things', () => {
  const last = lastQuestion('Does the ferry take the car for the price of the ticket at the pier?');
  expect(findAntecedents('it', last)).toHaveLength(3);
});
