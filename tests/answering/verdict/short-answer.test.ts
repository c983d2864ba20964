import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PassageKind } from '../../../src/answering/passage/passage.ts';
import type { AnswerType } from '../../../src/answering/question/answer-type.ts';
import { readQuestion } from '../../../src/answering/question/question.ts';
import { rankFacts } from '../../../src/answering/ranking/rank.ts';
import { findShortAnswer, selectShownAnswer } from '../../../src/answering/verdict/short-answer.ts';
import { FactBase } from '../../../src/search/fact-base.ts';
import { baseOf, markdownArticle, seedBase } from '../../articles.ts';

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

  test.each([
    ['the date', 'When were the agreements signed?', '1994'],
    ['the number that is asked for', 'How many offices were opened?', '8'],
    ['the other number for other words', 'How many agreements were signed?', '50'],
    ['what settles a yes-no question', 'Did they open 8 offices?', 'opened 8 offices'],
    ['the place', 'In which city were the agreements signed?', 'Moscow'],
  ])('is %s', async (_, question, answer) => expect(await shortAnswer(question, FACT)).toContain(answer));

  test('is the whole list if several things are asked for', async () => {
    const base = await seedBase();
    const question = readQuestion(base, 'With which countries are there bilateral governmental agreements?');
    const [best] = await rankFacts(question, { limit: 1, vectors: null });
    const span = best && findShortAnswer(question, best)?.span;
    expect(best?.candidate.fact.text.slice(span?.start, span?.end)).toBe(
      'Azerbaijan, Turkmenistan, Ukraine and Uzbekistan',
    );
  });

  test.each([
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

  test('to a yes-no question that the sentence does not settle is a guess that is never shown', async () => {
    const base = baseOf(FACT);
    const question = readQuestion(base, 'Were the offices in Paris?');
    const [best] = await rankFacts(question, { limit: 1, vectors: null });
    expect(best && findShortAnswer(question, best)).toBeNull();
  });

  test('lies inside the fact, is not empty and has a probability, whatever question and fact are', async () => {
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

/** What is shown of a sure short answer in the fact of an article that holds it. */
function shown(
  markdown: string,
  part: string,
  { asksFor, kind = 'sentence' }: { readonly asksFor: AnswerType; readonly kind?: PassageKind },
): string | null {
  const base = FactBase.build([markdownArticle('a.md', `# A\n\n${markdown}\n`)]);
  const fact = base.facts.find(({ text }) => text.includes(part));
  const candidate = base.findFact(fact?.id ?? '');
  if (candidate === null || fact === undefined) throw new Error(`no fact with “${part}”`);
  const start = fact.text.indexOf(part);
  const short = { span: { start, end: start + part.length }, probability: 1 };
  const span = selectShownAnswer({ asksFor }, short, { candidate, kind });
  return span && fact.text.slice(span.start, span.end);
}

describe('the short answer that is shown', () => {
  test('is the whole of a host name, an address or a time', () => {
    expect(shown('Join at play.example.org now.', 'play', { asksFor: 'place' })).toBe('play.example.org');
    expect(shown('It restarts at 04:00 UTC.', '00 UTC', { asksFor: 'date' })).toBe('04:00 UTC');
  });

  test('is none if it would lose its denial', () => {
    expect(shown('Never download mods from there.', 'from there', { asksFor: 'place' })).toBeNull();
    expect(shown('Lag machines are forbidden.', 'Lag machines', { asksFor: 'yes-no' })).toBeNull();
    expect(shown('Lag machines are forbidden.', 'are forbidden', { asksFor: 'yes-no' })).toBe(
      'are forbidden',
    );
    expect(shown('It is not long, 5 minutes.', '5 minutes', { asksFor: 'amount' })).toBe('5 minutes');
  });

  test('is none for how and why, nor for a list', () => {
    expect(shown('Press the red button.', 'red button', { asksFor: 'manner' })).toBeNull();
    expect(shown('Since it is red.', 'red', { asksFor: 'reason' })).toBeNull();
    expect(
      shown('These are allowed on our server:', 'our server', { asksFor: 'things', kind: 'list' }),
    ).toBeNull();
    expect(shown('Kim is the captain.', 'captain', { asksFor: 'things' })).toBe('captain');
  });

  test('is none in the headers of a table', () => {
    expect(
      shown('| Rank | Price |\n| - | - |\n| Gold | 5 |', 'Rank', { asksFor: 'things', kind: 'rows' }),
    ).toBeNull();
  });
});
