import { describe, expect, test } from 'vitest';
import { readFollowUpForm } from '../../../src/answering/follow-up/follow-up-form.ts';
import { splitWords } from '../../../src/text/words/words.ts';

/** How a text is a follow-up: its kind, and the words that matter, one of them marked where it is a pronoun. */
function leaning(text: string): string | null {
  const read = readFollowUpForm(splitWords(text), ({ start }) => /^\p{Lu}/u.test(text.slice(start)));
  if (read === null) return null;
  if (read.kind === 'speaker') return read.kind;
  const pronoun = read.kind === 'pronoun' ? read.pronoun : null;
  return `${read.kind}: ${read.words.map((word) => (word === pronoun ? `[${word.folded}]` : word.folded)).join(' ')}`;
}

describe('a text is a follow-up', () => {
  test.each([
    ['Who said that?', 'speaker'],
    ['and who told us so', 'speaker'],
    ['who siad this?', 'speaker'],
    ['according to whom?', 'speaker'],
    ['Whose words are these?', 'speaker'],
    ['When?', 'question-word: when'],
    ['and by whom exactly?', 'question-word: by whom'],
    ['ok so how many of them', 'question-word: how many of them'],
    ['since when', 'question-word: since when'],
    ['why not?', 'question-word: why not'],
    ['When did that happen?', 'question-word: when did that happen'],
    ['in what year?', 'question-word: in what year'],
    ['And in Germany?', 'phrase: in germany'],
    ['what about the CCD', 'phrase: the ccd'],
    ['but what of sundays then', 'phrase: sundays'],
    ['on sundays', 'phrase: on sundays'],
    ['and today?', 'phrase: today'],
    ['How many employees does it have?', 'pronoun: how many employees does [it] have'],
    ['and who leads them', 'pronoun: who leads [them]'],
    ['And who is the director?', 'continuation: who is the director'],
    ['so is the museum open', 'continuation: is the museum open'],
  ])('“%s”', (text, read) => {
    expect(leaning(text)).toBe(read);
  });
});

describe('a text stands by itself', () => {
  test.each([
    '',
    '?!',
    'and',
    'and so then',
    'what about',
    'and the?',
    'hello',
    'thanks',
    'ferry tickets',
    'in the town hall of Marrow by night',
    'and the old grey ferry that carries cars',
    'Who said that the ferry is late?',
    'Who is the director?',
    'What is the time in Marrow?',
    'Who wrote “And Then There Were None”?',
    'in the hall of Marrow',
    'and the old grey ferry with red cars',
    `how many cars does it carry ${'on sundays '.repeat(12)}`,
    `how many ${'very '.repeat(30)}big cars does it carry?`,
    'and '.repeat(5000),
  ])('“%s”', (text) => {
    expect(leaning(text)).toBeNull();
  });
});
