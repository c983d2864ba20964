import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/answering/question.ts';
import { findShortAnswer } from '../../src/answering/short-answer.ts';
import { baseOf } from '../articles.ts';

const CCD = 'Head of Customs Cooperation Directorate (CCD) Sergei Konovalenko spoke.';
const base = baseOf(CCD, 'In 1994 they signed 50 agreements and opened 8 offices for 3 years.');

function shortAnswer(question: string, fact: string): string | null {
  const span = findShortAnswer(readQuestion(base, question), fact);
  return span === null ? null : fact.slice(span.start, span.end);
}

describe('the short answer', () => {
  const FACT = 'In 1994 they signed 50 agreements and opened 8 offices for 3 years.';

  it.each([
    ['is the date for “when”', 'When were agreements signed?', '1994'],
    ['is the number next to the words that are asked about', 'How many offices were opened?', '8'],
    ['is the other number next to other words', 'How many agreements were signed?', '50'],
    ['has its unit for “how long”', 'How long were offices open?', '3 years'],
    ['is the first one where the fact says none of the asked words', 'How many zebras?', '50'],
    ['is none for “who”, since the nearest name is often wrong', 'Who opened offices?', null],
    ['is none for “what”', 'What was signed?', null],
  ])('%s', (_, question, answer) => expect(shortAnswer(question, FACT)).toBe(answer));

  it('is none where the fact holds no such thing', () => {
    expect(shortAnswer('When was it?', 'It was once.')).toBeNull();
    expect(shortAnswer('When was it?', '')).toBeNull();
  });

  it.each([
    ['What does CCD stand for?', CCD, 'Customs Cooperation Directorate'],
    ['what does ccd stand for', CCD, 'Customs Cooperation Directorate'],
    ['What does CCD stand for?', 'The Directorate (CCD) spoke.', null],
    ['What does CCD stand for?', 'The (CCD) spoke.', null],
    ['What does CCD stand for?', 'Very General Words (CCD) spoke.', null],
    [
      'What does VGW stand for?',
      'Customs Cooperation Directorate (CCD) and Very General Words (VGW).',
      'Very General Words',
    ],
    ['What does it stand for?', CCD, null],
  ])('to “%s” in “%s” is %s', (question, fact, answer) => expect(shortAnswer(question, fact)).toBe(answer));

  it('lies inside the fact and is not empty, whatever question and fact are', () => {
    const fact = fc
      .array(
        fc.oneof(
          fc.constantFrom('1994 ', '8 ', 'Ab Cd (', 'AC', ')', ' offices', 'ﷺ', '$5'),
          fc.string({ unit: 'binary' }),
        ),
      )
      .map((parts) => parts.join(''));
    const question = fc.constantFrom(
      'When were offices?',
      'How many offices?',
      'How much?',
      'What does AC stand for?',
    );
    fc.assert(
      fc.property(question, fact, (asked, text) => {
        const span = findShortAnswer(readQuestion(base, asked), text);
        if (span === null) return;
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
