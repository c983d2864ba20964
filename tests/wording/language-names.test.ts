import { expect, test } from 'vitest';
import { quotedInWords } from '../../src/wording/language-names.ts';
import { LANGUAGES } from '../../src/wording/languages.ts';

test.each([
  ['en', 'The quote is in German.'],
  ['ru', 'Язык цитаты: немецкий.'],
  ['es', 'Idioma de la cita: alemán.'],
  ['pt-BR', 'A citação está em alemão.'],
  ['fr', 'Langue de la citation : allemand.'],
] as const)('a German quote is named on a card in “%s”', (language, words) => {
  expect(quotedInWords('de', LANGUAGES[language])).toBe(words);
});

test('variants of a language are named, and of the card’s own they are not told', () => {
  expect(quotedInWords('pt-BR', LANGUAGES.en)).toContain('Brazilian Portuguese');
  expect(quotedInWords('en-US', LANGUAGES.en)).toBeNull();
  expect(quotedInWords('de-AT', LANGUAGES.de)).toBeNull();
});

test('nothing is told of a language that is not known, or that has no name', () => {
  expect(quotedInWords(null, LANGUAGES.en)).toBeNull();
  expect(quotedInWords('qqq', LANGUAGES.en)).toBeNull();
});
