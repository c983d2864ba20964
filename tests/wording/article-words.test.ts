import { expect, test } from 'vitest';
import { describeQuoteLanguage } from '../../src/wording/article-words.ts';
import { LANGUAGES } from '../../src/wording/languages.ts';

test.each([
  ['en', 'The quote is in German.'],
  ['ru', 'Язык цитаты: немецкий.'],
  ['es', 'Idioma de la cita: alemán.'],
  ['pt-BR', 'A citação está em alemão.'],
  ['fr', 'Langue de la citation : allemand.'],
] as const)('a German quote is named on a card in “%s”', (language, words) => {
  expect(describeQuoteLanguage('de', LANGUAGES[language])).toBe(words);
});

test('variants of a language are named, and of the card’s own they are not told', () => {
  expect(describeQuoteLanguage('pt-BR', LANGUAGES.en)).toContain('Brazilian Portuguese');
  expect(describeQuoteLanguage('en-US', LANGUAGES.en)).toBeNull();
  expect(describeQuoteLanguage('de-AT', LANGUAGES.de)).toBeNull();
});

test('nothing is told of a language that is not known, or that has no name', () => {
  expect(describeQuoteLanguage(null, LANGUAGES.en)).toBeNull();
  expect(describeQuoteLanguage('qqq', LANGUAGES.en)).toBeNull();
});
