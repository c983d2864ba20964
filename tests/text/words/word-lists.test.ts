import { describe, expect, test } from 'vitest';
import { isFunctionWord } from '../../../src/text/words/word-lists.ts';
import { splitWords } from '../../../src/text/words/words.ts';

function contentOf(text: string): string[] {
  return splitWords(text)
    .map(({ folded }) => folded)
    .filter((folded) => !isFunctionWord(folded));
}

describe('function words', () => {
  test.each([
    ['an English question', 'What does the FCS have to do with it?', ['fcs']],
    ['English contractions', 'I’d say they’re what’s there, isn’t it? Don’t you?', []],
    ['contractions without an apostrophe', 'Im told theyre here', ['told']],
    ['a Russian question', 'Когда и где было совещание? Какой ещё?', ['совещание']],
    ['a German question', 'Wann wurde das Abkommen über Zölle für alle?', ['abkommen', 'zolle', 'alle']],
    ['a Spanish question', '¿Cuándo y dónde fue la reunión?', ['reunion']],
    ['a Portuguese question', 'Quando e onde foi a reunião? Você já tem mais de uma?', ['e', 'reuniao']],
    ['a French question', 'Où et quand a été la réunion ?', ['reunion']],
  ])('are left out of %s', (_, text, content) => expect(contentOf(text)).toEqual(content));

  test.each([
    'EU',
    'MIT',
    'ID',
    'ill',
    'era',
    'sin',
    'hat',
    'hay',
    'bin',
    'plus',
    'die',
    'war',
    'son',
    'COM',
    'DoS',
    'NAS',
    'São',
    'E',
    'U.S',
    'three',
    '2008',
  ])('are not taken for one of them: %s', (name) => expect(contentOf(name)).toHaveLength(1));

  test('are recognised in folded form only, and an empty text is not one', () => {
    expect(isFunctionWord('The')).toBe(false);
    expect(isFunctionWord('')).toBe(false);
  });
});
