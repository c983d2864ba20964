import { expect, test } from 'vitest';
import { readQuestion } from '../../src/answering/question/question.ts';
import { suggestSynonyms } from '../../src/answering/suggest-synonyms.ts';
import { FactBase } from '../../src/search/fact-base.ts';
import { markdownArticle } from '../articles.ts';
import { encoders } from '../opened-encoders.ts';

const TEXT = `Staff applications open in May. The voice channels are at the bottom of the list and open at six. A
temporary exclusion lasts seven days. The address of the server is play.example.org. ${'Very long sentence '.repeat(300)}ends.`;
const base = FactBase.build([markdownArticle('faq.md', `---\ntitle: FAQ\n---\n\n${TEXT}\n`)]);

function suggested(question: string, beginning: string) {
  const fact = base.facts.find(({ text }) => text.startsWith(beginning));
  const found = base.findFact(fact?.id ?? '');
  if (found === null) throw new Error('no such fact');
  return suggestSynonyms(readQuestion(base, question), { found, encoders });
}

test.each([
  ['where are the vcs', 'The voice', 'vcs', 'voice channels'],
  ['how long is a tempban', 'A\ntemporary', 'tempban', 'temporary exclusion'],
  ['when are mod apps', 'Staff', 'apps', 'Staff applications'],
  ['whats the ip', 'The address', 'ip', 'address'],
])('“%s” answered by “%s…” suggests what %s means: %s', async (question, beginning, word, meaning) => {
  const suggestions = await suggested(question, beginning.replace('\n', ' '));
  const found = suggestions.find((each) => each.word === word);
  expect(found?.meanings).toContain(meaning);
  expect(found?.meanings.length).toBeLessThanOrEqual(3);
});

test.each([
  ['all words of which the articles hold', 'when do applications open'],
  ['in another language than the articles', 'wann kann ich mich für das Team bewerben'],
  ['without words', '???'],
])('a question %s suggests nothing', async (_, question) => {
  expect(await suggested(question, 'Staff')).toEqual([]);
});

test('a question and a fact of any length suggest at most three meanings of two words', async () => {
  const question = `what about ${'frobnicator quuxes blargs '.repeat(500)}`;
  const suggestions = await suggested(question, 'Very long');
  expect(suggestions.length).toBeLessThanOrEqual(2);
  for (const { meanings } of suggestions) expect(meanings.length).toBeLessThanOrEqual(3);
});
