import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dropServerPhrases } from '../../../src/text/words/server-phrases.ts';
import { splitWords } from '../../../src/text/words/words.ts';

const left = (question: string): string =>
  dropServerPhrases(splitWords(question).map(({ folded }) => folded)).join(' ');

test.each([
  ['Who is the owner of this server?', 'who is the owner'],
  ['On this Discord, who is the owner?', 'who is the owner'],
  ['what are the rules here', 'what are the rules'],
  ['Was ist auf diesem Server verboten?', 'was ist verboten'],
  ['quelles sont les règles du serveur', 'quelles sont les regles'],
  ['¿Quién es el dueño de este servidor?', 'quien es el dueno'],
  ['quem é o dono deste servidor', 'quem e o dono'],
  ['какие правила на этом сервере', 'какие правила на этом сервере'],
  ['какие есть правила на этом сервере', 'какие есть правила'],
])('“%s” asks “%s”', (question, core) => {
  expect(left(question)).toBe(core);
});

test.each([
  'how do I leave the server',
  'where is here',
  'is there a second server',
  'which server is this',
  'on this server',
  'what is on the screen',
])('“%s” keeps all its words', (question) => {
  expect(left(question)).toBe(question.toLowerCase());
});

test('what is left are words of the question in their order, and never none', () => {
  const word = fc.constantFrom<string>(...'who is the owner of this server here on discord'.split(' '));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
      const kept = dropServerPhrases(words);
      expect(kept.length).toBeGreaterThan(0);
      let from = 0;
      for (const each of kept) from = words.indexOf(each, from) + 1;
      expect(from).toBeGreaterThan(0);
    }),
  );
});
