import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toJudgement } from '../../src/encoders/judgement.ts';
import type { Span } from '../../src/text/sentences/sentences.ts';

/** The stretches between white space, as the pieces of a text stand in them. */
function wordsOf(text: string): readonly Span[] {
  return Array.from(text.matchAll(/\S+/gu), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
}

function pointingAt(words: readonly Span[], first: number, last: number) {
  const ends = new Float32Array(2 * words.length).fill(-5);
  ends[2 * first] = 5;
  ends[2 * last + 1] = 5;
  return { answers: 1.5, ends };
}

test('the likeliest span is trimmed of the marks around it', () => {
  const text = 'It opened in 1994 (“the old year”), they say.';
  const words = wordsOf(text);
  const { span, spanProbability, answers } = toJudgement(text, { ids: [], words }, pointingAt(words, 4, 6));
  expect(span && text.slice(span.start, span.end)).toBe('the old year');
  expect(spanProbability).toBeGreaterThan(0.9);
  expect(answers).toBe(1.5);
});

test('marks alone stay as they are', () => {
  const text = 'Press …';
  const words = wordsOf(text);
  const { span } = toJudgement(text, { ids: [], words }, pointingAt(words, 1, 1));
  expect(span && text.slice(span.start, span.end)).toBe('…');
});

test('a blank text has no span', () => {
  const nothing = toJudgement(' ', { ids: [], words: [] }, { answers: 0, ends: new Float32Array() });
  expect(nothing).toEqual({ answers: 0, span: null, spanProbability: 0 });
});

test('whatever the reader’s output, the span is some words of the text, and has a probability', () => {
  const logit = fc.float({ min: -20, max: 20, noNaN: true });
  const drawn = fc
    .array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 50 })
    .map((parts) => parts.join(' '))
    .filter((text) => /\S/u.test(text))
    .chain((text) => fc.tuple(fc.constant(text), fc.array(logit, { minLength: 120, maxLength: 120 })));
  fc.assert(
    fc.property(drawn, ([text, logits]) => {
      const words = wordsOf(text).slice(0, 60);
      const ends = Float32Array.from(logits.slice(0, 2 * words.length));
      const { span, spanProbability } = toJudgement(text, { ids: [], words }, { answers: 0, ends });
      expect(spanProbability).toBeGreaterThan(0);
      expect(spanProbability).toBeLessThanOrEqual(1);
      const { start, end } = span ?? { start: 0, end: 0 };
      expect(end).toBeGreaterThan(start);
      expect(text.slice(start, end)).toMatch(/^\S(?:[\s\S]*\S)?$/u);
    }),
  );
});
