import { describe, expect, it } from 'vitest';
import { type Evidence, weighEvidence } from '../../src/answering/evidence.ts';
import { readQuestion } from '../../src/answering/question.ts';
import { FactBase } from '../../src/search/fact-base.ts';
import { plainArticle } from '../articles.ts';

const base = new FactBase([
  plainArticle(
    'Moscow',
    'The meeting was long. It ended in 1994.',
    'Offices are many.',
    'A meeting is a meeting.',
  ),
]);

function evidenceFor(text: string): Evidence {
  const question = readQuestion(base, text);
  const match = base.find(question.terms, 1)[0];
  if (match === undefined) throw new Error(`no fact for “${text}”`);
  return weighEvidence(base, question, match);
}

describe('the evidence for a match', () => {
  it('is whole where the sentence says all that is asked', () => {
    expect(evidenceFor('the long meeting')).toEqual({
      said: 1,
      saidAround: 1,
      missing: 0,
      holdsAnswer: null,
      unsaid: [],
      leavesOutName: false,
    });
  });

  it('tells what only the paragraph or the title says from what the sentence says', () => {
    const { said, saidAround, missing, unsaid } = evidenceFor('the long meeting that ended in Moscow');
    expect(said).toBeGreaterThan(0);
    expect(said).toBeLessThan(1);
    expect({ saidAround, missing, unsaid }).toEqual({ saidAround: 1, missing: 0, unsaid: [] });
  });

  it('tells what no article mentions', () => {
    const { missing, unsaid } = evidenceFor('long xylophones');
    expect(missing).toBeGreaterThan(0.5);
    expect(missing).toBeLessThan(1);
    expect(unsaid.map(({ folded }) => folded)).toEqual(['xylophones']);
  });

  it('tells what the articles mention elsewhere', () => {
    const { missing, unsaid, saidAround } = evidenceFor('long meeting in many offices ended');
    expect(missing).toBe(0);
    expect(saidAround).toBeLessThan(1);
    expect(unsaid.length).toBeGreaterThan(0);
  });

  it('counts a rare word more than a frequent one', () => {
    expect(evidenceFor('long xylophones').said).toBeGreaterThan(evidenceFor('meeting xylophones').said);
  });

  it('tells whether the sentence holds the kind of thing that is asked for', () => {
    expect(evidenceFor('When did it end in 1990?').holdsAnswer).toBe(true);
    expect(evidenceFor('When was it long?').holdsAnswer).toBe(false);
    expect(evidenceFor('Why was it long?').holdsAnswer).toBeNull();
  });

  it('tells that a name of the question is left out, but not another word', () => {
    expect(evidenceFor('When was the meeting with Ukraine?').leavesOutName).toBe(true);
    expect(evidenceFor('When was the meeting with zebras?').leavesOutName).toBe(false);
    expect(evidenceFor('Ukraine, when did it end?').leavesOutName).toBe(false);
  });

  it('is none for a question without content words', () => {
    const question = readQuestion(base, 'What is it?');
    const match = base.find(readQuestion(base, 'meeting').terms, 1)[0];
    expect(match && weighEvidence(base, question, match)).toMatchObject({
      said: 0,
      saidAround: 0,
      missing: 0,
      unsaid: [],
    });
  });
});
