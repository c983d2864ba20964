import { expect, test } from 'vitest';
import { tellsCause } from '../../../src/answering/follow-up/cause.ts';

test.each([
  'The store was removed because hardly anyone used it.',
  'Because of the flood the cellar is closed.',
  'The store was removed since hardly anyone used it.',
  'Since hardly anyone used it, the store was removed.',
  'The delay was due to ice.',
  'It closed owing to rain.',
  'Thanks to its members it stays open.',
  'It sank as a result.',
  'It was moved in order to save rent.',
  'It is locked so that nobody falls.',
  'It is therefore closed.',
  'THE REASON IS NOT KNOWN.',
])('“%s” tells a cause', (sentence) => {
  expect(tellsCause(sentence)).toBe(true);
});

test.each([
  '',
  'Larkspur is developed in Tallinn.',
  'She has been the captain since 2011.',
  'She has been the captain since May.',
  'It has been closed since the war.',
  'It has been closed since then, it seems.',
  'It has been closed since.',
  'It has been closed ever since, with one exception.',
  'It has been closed since last summer.',
  'It has been closed since early spring.',
  'Since its foundation in 1952 it has grown.',
  'It has been closed since half past nine.',
  'It has been closed since yesterday.',
  'A sincere word.',
  'It sold so many that it closed.',
])('“%s” tells none', (sentence) => {
  expect(tellsCause(sentence)).toBe(false);
});
