import { describe, expect, test } from 'vitest';
import { substitutePhrase } from '../../../src/answering/follow-up/substitute-phrase.ts';
import { splitWords } from '../../../src/text/words/words.ts';
import { lastQuestion } from './last-question.ts';

/** The question with the phrase in it. */
function exchanged(text: string, question: string): string | null {
  return substitutePhrase({ text, words: splitWords(text) }, lastQuestion(question));
}

describe('a phrase of the same kind', () => {
  test.each([
    ['Finland', 'How many offices does Germany have?', 'How many offices does Finland have?'],
    ['the Louvre', 'When was the Prado founded?', 'When was the Louvre founded?'],
    ['The Louvre', 'When was the Prado founded?', 'When was The Louvre founded?'],
    ['watches', 'How many clocks does the museum show?', 'How many watches does the museum show?'],
    [
      'offices in Germany',
      'How many branches does Lidl have?',
      'How many offices in Germany does Lidl have?',
    ],
    ['the head of the CCD', 'Who is the director of the museum?', 'Who is the head of the CCD?'],
    ['Qorv', 'How many cars does Zebb take?', 'How many cars does Qorv take?'],
    ['bananas', 'When was Larkspur 4.0 released?', null],
    ['Q.E.D.', '???', null],
    ['', 'When was the Prado founded?', null],
  ])('“%s” in “%s”', (text, question, asked) => {
    expect(exchanged(text, question)).toBe(asked);
  });
});
