import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readQuestion } from '../../../src/answering/question/question.ts';
import { isWorthShowing } from '../../../src/answering/verdict/outcome.ts';
import { findDecidingWords, readAlternatives } from '../../../src/answering/yes-no/deciding-words.ts';
import { FactBase } from '../../../src/search/fact-base.ts';
import { baseOf, plainArticle } from '../../articles.ts';

/** The first sentence of an article with what stands out for a question in [brackets]. */
function marked(question: string, ...facts: readonly string[]): string {
  const base = FactBase.build([plainArticle('Notes', ...facts)]);
  const read = readQuestion(base, question);
  const candidate = base.find(read.terms, 100).find(({ index }) => index === 0);
  const text = base.facts[0]?.text ?? '';
  const found = candidate && findDecidingWords(read, candidate);
  if (!found || !isWorthShowing(found.probability)) return text;
  const { start, end } = found.span;
  return `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;
}

describe('the words that settle a yes-no question', () => {
  test.each([
    ['Are there offices in China?', 'There are offices in Finland, [China] and Germany.'],
    ['Is parking free?', 'Parking in front of the library is [free].'],
    ['is the library part of the university', 'The library is [part of the university].'],
    ['Must cyclists pay a toll?', 'Cyclists must [pay a toll].'],
    ['Was the bridge built by Ada Flint?', 'The bridge was [built by Ada Flint] in 1905.'],
    ['Is the tournament weekly?', 'The [weekly] tournament takes place on Fridays.'],
    ['Can food be eaten in the courtyard?', 'Food may be eaten [only in the courtyard].'],
    ['The bridge carries trains, doesn’t it?', 'The bridge [carries trains].'],
    ['Does it carry trains?', 'It [carries trains] but no cars.'],
  ])('%s are those that it asks last: %s', (question, fact) =>
    expect(marked(question, fact.replace(/[[\]]/g, ''))).toBe(fact),
  );

  test.each([
    ['Does the bot store messages?', 'The bot does [not store messages].'],
    ['Is swearing tolerated?', 'Swearing is [never tolerated] here.'],
    ['Is there a café in the building?', 'There is [no café in the building].'],
    ['Are voice channels open to guests?', 'Voice channels are open to everyone [except guests].'],
    ['Was it designed by Jan Lund?', 'It was designed by Arne Holm [rather than by Jan Lund].'],
    ['Has the bridge ever been closed because of ice?', 'The bridge has [never been closed because of ice].'],
    ['Are the postulates applicable to viruses?', 'For viruses, the postulates are [not applicable].'],
    ['Can new members post links?', 'New members are [not able to post links].'],
    ['Does the ferry run on Sundays?', 'On Sundays the ferry does [not run].'],
    ['Do children pay?', 'Children under 14 [pay nothing].'],
    ['Does the bridge carry cars?', 'The bridge carries trains but [no cars].'],
    ['Are fish harmed by the lights?', 'Fish are [not harmed by the lights].'],
    ['Are all offices in China?', '[Not all offices are in China].'],
  ])('%s take their negation with them: %s', (question, fact) =>
    expect(marked(question, fact.replace(/[[\]]/g, ''))).toBe(fact),
  );

  test.each([
    ['Were there 9 offices?', 'There are [8 representative offices] today.'],
    ['Was it the first meeting of this level?', 'It is the [second meeting] of the same level.'],
    ['Is it the oldest bridge in the county?', 'It is the [second oldest bridge in the county].'],
    ['Was the building opened in 1990?', 'The building was [opened in 1994] by a queen.'],
    ['Does the tournament take place on Saturdays?', 'The tournament takes [place on Fridays].'],
    [
      'Did the attack take place in November 1973?',
      'On [October 6, 1973], Syria and Egypt began an attack that took place for days.',
    ],
    ['Is there an office in Japan?', 'There is an [office in China, Germany and Finland].'],
  ])('%s are a counterpart of what is asked: %s', (question, fact) =>
    expect(marked(question, fact.replace(/[[\]]/g, ''))).toBe(fact),
  );

  test.each([
    ['Is a ban temporary or permanent?', 'A ban is [permanent].'],
    [
      'Was it designed by Arne Holm or by Jan Lund?',
      'It was designed by [Arne Holm] rather than by Jan Lund.',
    ],
    ['Are prizes paid in coins or in money?', 'Prizes are paid in [coins], not in money.'],
    ['Is the virus single or double-stranded?', 'The virus is [double-stranded].'],
    ['Are they predators, vegetarian or parasitic?', 'Most of them are [predators].'],
    ['Is it a suspension bridge or a cantilever bridge?', 'It is a [suspension] bridge.'],
  ])('%s are the alternative that is said: %s', (question, fact) =>
    expect(marked(question, fact.replace(/[[\]]/g, ''))).toBe(fact),
  );

  test('are found quickly beside a million question marks', () => {
    const question = `Is the bridge long ${'?'.repeat(1_000_000)}`;
    expect(marked(question, 'The bridge is long.')).toContain('[');
  });

  test.each([
    [
      'does not speak of what is asked last',
      'Was the meeting held in Moscow?',
      'The meeting was held yesterday.',
    ],
    ['speaks of something else', 'Can books be borrowed?', 'Magazines cannot be borrowed.'],
    ['leaves out most of what is asked', 'Did Belyaninov open a new office in Finland?', 'Finland is large.'],
    ['says both alternatives', 'Is it internal or external?', 'It is internal in ants and external in fish.'],
    [
      'says none of the alternatives',
      'Is it red or blue?',
      'It is a red-backed bird, that is all.'.replace('red-backed ', ''),
    ],
    ['cannot settle two questions', 'Is it safe? How long is it safe?', 'It is safe.'],
    ['leaves a choice unread', 'Are levels going up, down or staying the same?', 'The levels fall.'],
    [
      'holds its words far apart',
      'Is Harvard a public university?',
      'Harvard University is organized into ten units and many other parts of which one is for public health.',
    ],
    ['says the opposite of the word', 'Do smokers cough?', 'Non-smokers cough.'],
  ])('are none if the sentence %s', (_, question, fact) => expect(marked(question, fact)).toBe(fact));

  test('lie inside the sentence and have a probability, whatever question and sentence are', () => {
    const words = [
      'office',
      'not',
      'no',
      'or',
      'or',
      ',',
      '8',
      'second',
      'China',
      'is',
      '-',
      '?',
      'open',
      'ﷺ',
      '.',
      '(',
    ];
    const text = fc
      .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength: 4 })), {
        maxLength: 14,
      })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, text, (asked, said) => {
        const base = FactBase.build([plainArticle('Notes', `office ${said}`)]);
        const question = readQuestion(base, `Is office ${asked}`);
        for (const candidate of base.find(question.terms, 3)) {
          const found = findDecidingWords(question, candidate);
          if (found === null) continue;
          expect(found.span.start).toBeGreaterThanOrEqual(0);
          expect(found.span.end).toBeGreaterThan(found.span.start);
          expect(found.span.end).toBeLessThanOrEqual(candidate.fact.text.length);
          expect(found.probability).toBeGreaterThanOrEqual(0);
          expect(found.probability).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 500 },
    );
  });
});

const base = baseOf('Nothing.');

function alternativesOf(question: string): readonly string[] | null {
  return readAlternatives(readQuestion(base, question))?.map(({ folded }) => folded) ?? null;
}

describe('the alternatives of a question', () => {
  test.each([
    ['Is it red or blue?', ['red', 'blue']],
    ['Is it red, or blue?', ['red', 'blue']],
    ['Are ctenophores predators, vegetarian or parasitic?', ['predators', 'vegetarian', 'parasitic']],
    ['Is it red or blue or green?', ['red', 'blue', 'green']],
    ['Do members go by train or by bus?', ['train', 'bus']],
    ['Is it a red book or a blue book?', ['red', 'blue']],
    ['Of the offices, is it China or Japan?', ['china', 'japan']],
  ])('%s → %j', (question, expected) => expect(alternativesOf(question)).toEqual(expected));

  test.each(['Is it red?', 'Is it red or not?', 'Is it so or so?'])('are none in “%s”', (question) =>
    expect(alternativesOf(question)).toEqual([]),
  );

  test('cannot be read if one of them is no content word', () => {
    expect(alternativesOf('Do levels go up, down or stay?')).toBeNull();
    expect(alternativesOf('Or blue?')).toBeNull();
  });
});
