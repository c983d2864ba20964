import { expect, test } from 'vitest';
import { describePassedOver } from '../../src/wording/passed-over.ts';

test('no document gives no sentence', () => expect(describePassedOver([])).toBeNull());

test('one document is named', () => {
  expect(describePassedOver(['a/rules.pdf'])).toBe(
    '1 file was passed over, because I can’t read its kind: a/rules.pdf. docs/articles.md tells how to convert them.',
  );
});

test('at most ten are named, and the others counted', () => {
  const paths = Array.from({ length: 1012 }, (_, index) => `${index}.pdf`);
  expect(describePassedOver(paths)).toContain('8.pdf, 9.pdf, 1002 more. docs/');
});
