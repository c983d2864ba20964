import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../../src/answering/follow-up/exchange.ts';
import { applySpelling, readFollowUp } from '../../../src/answering/follow-up/follow-up.ts';
import { readQuestion } from '../../../src/answering/question/question.ts';
import type { FactBase } from '../../../src/search/fact-base.ts';
import { baseOf } from '../../articles.ts';

const base = baseOf(
  'The ferry to Marrow leaves at eight and at noon. It carries 40 cars.',
  'Ada Quint has been the captain of the ferry since 2011.',
  'A ticket costs 9 euros for children and 12 euros for adults.',
);

interface Before {
  readonly question: string;
  /** Number of the fact that answered. */
  readonly fact?: number;
  readonly words?: string;
  readonly isLatest?: boolean;
}

function exchangeOf({ question, fact = 0, words, isLatest = true }: Before, of: FactBase = base): Exchange {
  const quoted = of.facts[fact];
  if (quoted === undefined) throw new Error(`no fact ${fact}`);
  return { question, fact: quoted, words: words ?? null, isLatest };
}

function understood(text: string, before: Before): string | null {
  const followUp = readFollowUp(readQuestion(base, text), exchangeOf(before));
  return followUp?.readings[0].understoodAs ?? null;
}

describe('a question word by itself', () => {
  test.each([
    ['when?', 'Where does the ferry leave?', 'When does the ferry leave?'],
    ['and where exactly?', 'When does the ferry leave?', 'Where does the ferry leave?'],
    ['wehn', 'Does the ferry carry cars?', 'When does the ferry carry cars?'],
    ['how many?', 'Which cars does the ferry carry?', 'How many cars does the ferry carry?'],
    ['which ones?', 'How many cars does the ferry carry?', 'Which cars does the ferry carry?'],
    ['when was that?', 'Who steered the ferry?', 'when was that? — Who steered the ferry?'],
  ])('“%s” after “%s”', (text, question, asked) => {
    expect(understood(text, { question })).toBe(asked);
  });
});

describe('a phrase by itself', () => {
  test.each([
    ['and for adults?', 'How much is a ticket for children?', 'How much is a ticket for adults?'],
    ['what about adults?', 'How much is a ticket for children?', 'How much is a ticket for adults?'],
    ['on sundays?', 'When does the ferry leave?', 'When does the ferry leave on sundays?'],
    ['how about sundays', 'When does the ferry leave on weekdays?', 'When does the ferry leave on sundays?'],
    ['and to marrow?', 'When does the ferry to Tallow leave?', 'When does the ferry to Marrow leave?'],
    ['and in 2012?', 'Who was captain in 2011?', 'Who was captain in 2012?'],
  ])('“%s” after “%s”', (text, question, asked) => {
    expect(understood(text, { question })).toBe(asked);
  });
});

describe('a pronoun', () => {
  test.each([
    ['how many cars does it carry?', 'When does the ferry leave?', 'How many cars does the ferry carry?'],
    ['who steers it', 'When does the ferry leave?', 'Who steers the ferry?'],
    ['what is its name?', 'When does the ferry leave?', 'What is the ferry’s name?'],
    ['how long can i keep it?', 'What does a ticket cost?', 'How long can I keep the ticket?'],
    ['where are they?', 'How many cars does the ferry carry?', 'Where are cars?'],
  ])('“%s” after “%s”', (text, question, asked) => {
    expect(understood(text, { question })).toBe(asked);
  });

  test('stands for the person that the last answer names', () => {
    const before = { question: 'Who is the captain of the ferry?', fact: 2, words: 'Ada Quint' };
    expect(understood('when did she start?', before)).toBe('When did Ada Quint start?');
    expect(understood('how many cars does it carry?', before)).toBe('How many cars does the ferry carry?');
  });
});

describe('a text that stands by itself', () => {
  const before = { question: 'When does the ferry leave?' };

  test.each([
    'How many cars does the ferry carry?',
    'Where did Ada Quint live when she was young?',
    'who sings it’s a hard knock life',
    'Which university has its origins in a school of medicine?',
    'How long does it take to boil an egg?',
    'When did they stop making jello pudding pops?',
    'Is it the second meeting?',
    'what is the captain’s name',
    'ferry tickets',
    'hello',
    'what?',
    '',
    '???',
  ])('“%s”', (text) => {
    expect(understood(text, before)).toBeNull();
  });

  test('is any text once the article that answered is gone', () => {
    const last = exchangeOf({ question: 'When?' }, baseOf('The ferry leaves at eight.'));
    const elsewhere = { ...last, fact: { ...last.fact, path: 'gone.txt' } };
    expect(readFollowUp(readQuestion(base, 'when?'), elsewhere)).toBeNull();
  });
});

test('a complete question that begins with “and” continues, but is shown as it is', () => {
  const last = exchangeOf({ question: 'When does the ferry leave?' });
  const followUp = readFollowUp(readQuestion(base, 'and who is the captain?'), last);
  expect(followUp?.readings).toEqual([
    { understoodAs: null, text: 'Who is the captain?', fullQuestion: 'Who is the captain?' },
  ]);
});

test('after an unanswered question, a pronoun refers to nothing, but “when?” is still a follow-up', () => {
  const before = { question: 'Where does the ferry leave?', isLatest: false };
  expect(understood('how many cars does it carry?', before)).toBeNull();
  expect(understood('when?', before)).toBe('When does the ferry leave?');
});

const SPELLINGS = new Map([
  ['marrow', 'Marrow'],
  ['macos', 'macOS'],
  ['up', 'UP'],
]);

test.each([
  ['and in marrow, on macos?', 'and in Marrow, on macOS?'],
  ['marrow marrow', 'Marrow Marrow'],
  ['MARROW maRRow marrows', 'MARROW maRRow marrows'],
  ['up to marrow’s pier', 'up to marrow’s pier'],
  ['old-marrow', 'old-Marrow'],
  ['', ''],
])('“%s” is spelt “%s”', (text, written) => {
  expect(applySpelling(text, (word) => SPELLINGS.get(word) ?? null)).toBe(written);
});
