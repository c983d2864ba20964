import { describe, expect, test } from 'vitest';
import type { PassageKind } from '../../../src/answering/passage/passage.ts';
import type { AnswerType } from '../../../src/answering/question/answer-type.ts';
import { selectShownAnswer } from '../../../src/answering/verdict/shown-answer.ts';
import { FactBase } from '../../../src/search/fact-base.ts';
import { markdownArticle } from '../../articles.ts';

/** What is shown of a sure short answer in the fact of an article that holds it. */
function shown(
  markdown: string,
  part: string,
  { asksFor, kind = 'sentence' }: { readonly asksFor: AnswerType; readonly kind?: PassageKind },
): string | null {
  const base = new FactBase([markdownArticle('a.md', `# A\n\n${markdown}\n`)]);
  const fact = base.facts.find(({ text }) => text.includes(part));
  const candidate = base.findFact(fact?.id ?? '');
  if (candidate === null || fact === undefined) throw new Error(`no fact with “${part}”`);
  const start = fact.text.indexOf(part);
  const short = { span: { start, end: start + part.length }, probability: 1 };
  const span = selectShownAnswer(short, { candidate, asksFor, kind });
  return span && fact.text.slice(span.start, span.end);
}

describe('the short answer that is shown', () => {
  test('is the whole of a host name, an address or a time', () => {
    expect(shown('Join at play.example.org now.', 'play', { asksFor: 'place' })).toBe('play.example.org');
    expect(shown('It restarts at 04:00 UTC.', '00 UTC', { asksFor: 'date' })).toBe('04:00 UTC');
  });

  test('is none where it would lose what denies it', () => {
    expect(shown('Never download mods from there.', 'from there', { asksFor: 'place' })).toBeNull();
    expect(shown('Lag machines are forbidden.', 'Lag machines', { asksFor: 'yes-no' })).toBeNull();
    expect(shown('Lag machines are forbidden.', 'are forbidden', { asksFor: 'yes-no' })).toBe(
      'are forbidden',
    );
    expect(shown('It is not long, 5 minutes.', '5 minutes', { asksFor: 'amount' })).toBe('5 minutes');
  });

  test('is none of how and why, nor of a list', () => {
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
