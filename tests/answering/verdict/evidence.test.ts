import { describe, expect, test } from 'vitest';
import { readQuestion } from '../../../src/answering/question/question.ts';
import { type Evidence, weighEvidence } from '../../../src/answering/verdict/evidence.ts';
import { FactBase } from '../../../src/search/fact-base.ts';
import { markdownArticle, plainArticle } from '../../articles.ts';

const base = FactBase.build([
  plainArticle(
    'Moscow',
    'The meeting was long. It ended in 1994.',
    'Offices are many.',
    'A meeting is a meeting.',
    // So that no passage shows all of it.
    'Somebody spoke of this and that. '.repeat(20),
  ),
]);

function evidenceFor(text: string): Evidence {
  const question = readQuestion(base, text);
  const match = base.find(question.terms, 1)[0];
  if (match === undefined) throw new Error(`no fact for “${text}”`);
  return weighEvidence(question, match);
}

function unsaidOf(text: string): readonly string[] {
  return evidenceFor(text).unsaid.map(({ folded }) => folded);
}

describe('the evidence for a match', () => {
  test('tells that the sentence says all that is asked and holds it', () => {
    const dated = FactBase.build([
      plainArticle('A', 'The long meeting ended in 1994. The long meeting was dull.'),
    ]);
    const says = (text: string): boolean | undefined => {
      const question = readQuestion(dated, text);
      const [first] = dated.find(question.terms, 1);
      return first && weighEvidence(question, first).saysAll;
    };
    expect(says('When did the long meeting end?')).toBe(true);
    expect(says('When did it end?')).toBe(false);
    expect(says('Where did the long meeting end?')).toBe(false);
    expect(says('Why did the long meeting end?')).toBe(false);
    expect(says('When did the long meeting with Kim end?')).toBe(false);
  });

  test('leaves nothing unsaid if sentence, paragraph and title say it together', () => {
    expect(unsaidOf('the long meeting')).toEqual([]);
    expect(unsaidOf('the long meeting that ended in Moscow')).toEqual([]);
  });

  test('tells what no article mentions, and what they mention elsewhere only', () => {
    expect(unsaidOf('long xylophones')).toEqual(['xylophones']);
    expect(unsaidOf('long meeting in many offices ended')).toEqual(['offices']);
  });

  test('tells that the article answers a question that says less than was asked', () => {
    const faq = FactBase.build([
      markdownArticle('faq.md', '---\ntitle: A\n---\n\n## Is it closed on Sundays?\n\nYes, all day.\n'),
    ]);
    const answersAnother = (text: string): boolean | undefined => {
      const question = readQuestion(faq, text);
      const first = faq.find(question.terms, 1)[0];
      return first && weighEvidence(question, first).answersAnother;
    };
    expect(answersAnother('Is it closed on Sundays?')).toBe(false);
    expect(answersAnother('Is it closed on Sundays in xylophones?')).toBe(true);
    expect(answersAnother('xylophones on Sundays in Lisbon')).toBe(false);
  });

  test('tells that the passage lacks the kind of thing that is asked for', () => {
    const lone = FactBase.build([
      plainArticle('Meetings', 'The meeting was long.', 'Somebody spoke of this and that. '.repeat(20)),
    ]);
    const found = (text: string): Evidence | undefined => {
      const question = readQuestion(lone, text);
      const [first] = lone.find(question.terms, 1);
      return first && weighEvidence(question, first);
    };
    expect(found('When was it long?')).toMatchObject({ lacksDetail: true });
    expect(found('Why was it long?')?.lacksDetail).toBe(false);
    expect(found('Where was it long?')).toMatchObject({ lacksDetail: true });
    // The sentence beside it tells when.
    expect(evidenceFor('When was it long?').lacksDetail).toBe(false);
  });

  test.each([
    ['how long was the meeting in France', true],
    ['how long was the meeting in the Louvre', true],
    ['how long was the meeting in 1994', false],
    ['how long was the louvre meeting', false],
  ])('tells whether what no article holds narrows the question: %s', (text, isNarrowed) =>
    expect(evidenceFor(text).isNarrowed).toBe(isNarrowed),
  );
});
