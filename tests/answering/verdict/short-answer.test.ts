import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/answering/question/question.ts';
import { rankFacts } from '../../../src/answering/ranking/rank.ts';
import { findShortAnswer } from '../../../src/answering/verdict/short-answer.ts';
import { baseOf, seedBase } from '../../articles.ts';

const CCD = 'Head of Customs Cooperation Directorate (CCD) Sergei Konovalenko spoke.';

/** What is found in the best sentence of a base that says `facts`; null for none. */
async function shortAnswer(asked: string, ...facts: readonly string[]): Promise<string | null> {
  const base = baseOf(...facts);
  const question = readQuestion(base, asked);
  const [best] = await rankFacts(question, { limit: 5, vectors: null });
  const found = best && findShortAnswer(question, best);
  return found ? best.candidate.fact.text.slice(found.span.start, found.span.end) : null;
}

describe('the short answer', () => {
  const FACT = 'In 1994 they signed 50 agreements in Moscow and opened 8 offices for 3 years.';

  it.each([
    ['the date', 'When were the agreements signed?', '1994'],
    ['the number that is asked for', 'How many offices were opened?', '8'],
    ['the other number for other words', 'How many agreements were signed?', '50'],
    ['what settles a yes-no question', 'Did they open 8 offices?', 'opened 8 offices'],
    ['the place', 'In which city were the agreements signed?', 'Moscow'],
  ])('is %s', async (_, question, answer) => expect(await shortAnswer(question, FACT)).toContain(answer));

  it('is the whole list where several are asked for', async () => {
    const base = await seedBase();
    const question = readQuestion(base, 'With which countries are there bilateral governmental agreements?');
    const [best] = await rankFacts(question, { limit: 1, vectors: null });
    const span = best && findShortAnswer(question, best)?.span;
    expect(best?.candidate.fact.text.slice(span?.start, span?.end)).toBe(
      'Azerbaijan, Turkmenistan, Ukraine and Uzbekistan',
    );
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
  ])('to “%s” in “%s” is %s', async (question, fact, answer) =>
    expect(await shortAnswer(question, fact)).toBe(answer),
  );

  it('to a yes-no question that the sentence does not settle is a guess that is never shown', async () => {
    const base = baseOf(FACT);
    const question = readQuestion(base, 'Were the offices in Paris?');
    const [best] = await rankFacts(question, { limit: 1, vectors: null });
    expect(best && findShortAnswer(question, best)).toBeNull();
  });

  it('lies inside the fact, is not empty and has a probability, whatever question and fact are', async () => {
    const fact = fc
      .array(
        fc.oneof(
          fc.constantFrom('1994 ', '8 ', 'Ab Cd (', 'AC', ')', ' offices', 'ﷺ', '$5', ', ', ' and '),
          fc.string({ unit: 'binary', maxLength: 30 }),
        ),
        { maxLength: 12 },
      )
      // No file holds a NUL: such a one is no text.
      .map((parts) => `offices ${parts.join('').replaceAll('\0', '')}`);
    const question = fc.constantFrom(
      'When were offices?',
      'How many offices?',
      'Which offices?',
      'What does AC stand for?',
    );
    await fc.assert(
      fc.asyncProperty(question, fact, async (asked, text) => {
        const base = baseOf(text);
        const read = readQuestion(base, asked);
        const [best] = await rankFacts(read, { limit: 1, vectors: null });
        const found = best && findShortAnswer(read, best);
        if (!found) return;
        expect(found.span.start).toBeGreaterThanOrEqual(0);
        expect(found.span.end).toBeGreaterThan(found.span.start);
        expect(found.span.end).toBeLessThanOrEqual(best?.candidate.fact.text.length ?? 0);
        expect(found.probability).toBeGreaterThanOrEqual(0);
        expect(found.probability).toBeLessThanOrEqual(1);
      }),
    );
  });
});
