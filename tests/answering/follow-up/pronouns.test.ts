import { describe, expect, test } from 'vitest';
import { findOpenPronoun } from '../../../src/answering/follow-up/follow-up-form.ts';
import { splitWords } from '../../../src/text/words/words.ts';

/** The pronoun as it stands in the text. */
function pronounIn(text: string): string | null {
  const isName = ({ start }: { readonly start: number }): boolean => /^\p{Lu}/u.test(text.slice(start));
  const word = findOpenPronoun(splitWords(text), isName);
  return word === null ? null : text.slice(word.start, word.end);
}

describe('a pronoun stands for something said before', () => {
  test.each([
    ['How many employees does it have?', 'it'],
    ['In what year did they meet?', 'they'],
    ['What did he say?', 'he'],
    ['Who founded it in 1904?', 'it'],
    ['who plays for them', 'them'],
    ['how many countries use it', 'it'],
    ['Who was responsible for it?', 'it'],
    ['How long can I keep them?', 'them'],
    ['can you go into it', 'it'],
    ['Who is its director?', 'its'],
    ['its price?', 'its'],
    ['Who founded that?', 'that'],
    ['who lives there', 'there'],
    ['Where is IT?', 'IT'],
  ])('“%s”', (text, pronoun) => {
    expect(pronounIn(text)).toBe(pronoun);
  });
});

describe('a pronoun stands for nothing said before', () => {
  test.each([
    'How long does it take to boil an egg?',
    'Is it true that clocks stop?',
    'Is it the second meeting?',
    'Which university has its origins in a school of medicine?',
    'When did Ada Quint say she would go?',
    'who sings it’s a hard knock life',
    'who said that he was late',
    'When was that agreement signed?',
    'how many are there',
    'it is late',
    'his last words before he died there',
    'What does the museum charge when it rains?',
    'Who is the director?',
    '',
  ])('“%s”', (text) => {
    expect(pronounIn(text)).toBeNull();
  });
});
