import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../../src/knowledge/article/detect-language.ts';

const ENGLISH =
  'The library opens at nine. It closes at five, on Fridays at three. An inter-library loan takes two weeks.';
const RUSSIAN =
  'Библиотека открывается в девять утра и закрывается в пять вечера. Книги можно брать на четыре недели, а книги из других библиотек приходят примерно через две недели. Летом читальный зал по субботам закрыт, потому что сотрудников меньше. Дети до двенадцати лет получают первый читательский билет вместе со взрослым, а вернуть книгу можно в любое время через ящик у входа.';
const GERMAN =
  'Die Bibliothek öffnet um neun und schließt um fünf, freitags um drei. Eine Fernleihe dauert zwei Wochen.';
const DANISH =
  'Biblioteket åbner klokken ni om morgenen og lukker klokken fem om eftermiddagen. Man kan låne bøger i fire uger, og bøger fra andre biblioteker kommer efter omkring to uger. Børn under tolv år skal have en voksen med, når de får deres første lånerkort.';

const languageOf = (...texts: readonly string[]) => detectLanguage(texts.map((text) => ({ text })));

describe('the language of a text', () => {
  test.each([
    ['en', ENGLISH],
    ['ru', RUSSIAN],
    ['de', GERMAN],
    [
      'fr',
      'La bibliothèque ouvre à neuf heures et ferme à cinq heures. On peut emprunter des livres pendant un mois.',
    ],
    [
      'es',
      'La biblioteca abre a las nueve y cierra a las cinco. Los libros se pueden tomar prestados durante un mes.',
    ],
    ['zh', '图书馆上午九点开门，下午五点关门。书可以借四个星期。'],
    ['ja', '図書館は午前九時に開き、午後五時に閉まります。本は四週間借りることができます。'],
    ['el', 'Η βιβλιοθήκη ανοίγει στις εννέα και κλείνει στις πέντε.'],
  ])('is detected: %s', (tag, text) => {
    expect(languageOf(text)).toBe(tag);
  });

  test.each([
    ['nothing', ''],
    ['a word', 'Library'],
    ['numbers and marks', '12 345 | 67,8 | 9:00–17:00 | € 120 | +++ ### 2024-05-01 1.2.3'],
    ['a language that is not known, though its relatives are', DANISH],
  ])('is not guessed from %s', (_, text) => {
    expect(languageOf(text)).toBeNull();
  });

  test('is detected from several short paragraphs together', () => {
    expect(languageOf(ENGLISH.slice(0, 40))).toBeNull();
    expect(languageOf(...ENGLISH.split(/(?<=\.) /))).toBe('en');
  });

  test('is detected after a beginning without words', () => {
    expect(languageOf('1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | '.repeat(8), ENGLISH.repeat(4))).toBe('en');
  });

  test('is the first one of a mixed article', () => {
    expect(languageOf(GERMAN.repeat(4), ENGLISH.repeat(40))).toBe('de');
  });

  test('is null or a valid tag, for any text', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 2000 }));
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        const tag = languageOf(...texts);
        expect(tag === null || Intl.getCanonicalLocales(tag)[0] === tag).toBe(true);
      }),
    );
  });
});
