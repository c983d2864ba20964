import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readQuestion } from '../../../src/answering/question/question.ts';
import { findExplanation, saysLongForm } from '../../../src/answering/question/short-form.ts';
import { FactBase } from '../../../src/search/fact-base.ts';
import { markdownArticle } from '../../articles.ts';

const base = FactBase.build([
  markdownArticle(
    'a.md',
    '---\ntitle: A\naliases:\n  DSC: decentralised server council\n  WHO: World Hamster Organisation\n---\n\nThe DSC and the WHO meet.\n',
  ),
]);

function asked(question: string): string | null {
  return readQuestion(base, question).shortForm?.folded ?? null;
}

function explained(text: string, folded: string, long: string | null = null): string | null {
  const found = findExplanation(text, { folded, long });
  return found && text.slice(found.span.start, found.span.end);
}

describe('a short form', () => {
  test.each([
    ['What is the DSC?', 'dsc'],
    ['what does dsc mean', 'dsc'],
    ['What does DSC stand for?', 'dsc'],
    ['DSC?', 'dsc'],
    ['DSC DSC?', 'dsc'],
    ['DSC meaning', 'dsc'],
    ['What is DSC short for?', 'dsc'],
    ['What is an MTU?', 'mtu'],
    ['What is WHO?', 'who'],
    ['Hi, what does WHO stand for?', 'who'],
  ])('is asked about by “%s”', (question, short) => expect(asked(question)).toBe(short));

  test.each([
    'What does the DSC do?',
    'When does the DSC meet?',
    'Who leads the DSC?',
    'What is the DSC meeting?',
    'Where is the DSC?',
    'What is it?',
    'who is it',
    'WHO IS IT?',
    'What is a screwdriver?',
    '',
  ])('is not asked about by “%s”', (question) => expect(asked(question)).toBeNull());
});

describe('the explanation of a short form', () => {
  test.each([
    ['The Charge-Coupled Device (CCD) is old.', 'ccd', 'Charge-Coupled Device'],
    ['MTU (maximum transmission unit) limits it.', 'mtu', 'maximum transmission unit'],
    ['NATO stands for North Atlantic Treaty Organization.', 'nato', 'North Atlantic Treaty Organization'],
    ['The FAQ, short for frequently asked questions, is long.', 'faq', 'frequently asked questions'],
    ['An Application Programming Interface, or API, connects.', 'api', 'Application Programming Interface'],
    ['The Ministry of Health (MOH) spoke.', 'moh', 'Ministry of Health'],
    ['The Ministry of Health (MH) spoke.', 'mh', 'Ministry of Health'],
  ])('in “%s” of “%s” is “%s”', (text, short, long) => expect(explained(text, short)).toBe(long));

  test.each([
    ['The (CCD) spoke.', 'ccd'],
    ['Very General Words (CCD) spoke.', 'ccd'],
    ['Cats Can Dance CCD.', 'ccd'],
    ['A ban (bold and new) is long.', 'ban'],
    ['CCD stands for nothing.', 'ccd'],
    ['', 'ccd'],
  ])('in “%s” of “%s” is none', (text, short) => expect(explained(text, short)).toBeNull());

  test('is the long form that the front matter gives, in any of its forms', () => {
    const long = 'decentralised server council';
    expect(explained('Decentralised server councils meet.', 'dsc', long)).toBe(
      'Decentralised server councils',
    );
    expect(explained('The council meets.', 'dsc', long)).toBeNull();
    expect(explainsBySpelling('A decentralised server council (DSC) meets.', long)).toBe(true);
    expect(explainsBySpelling('A decentralised server council meets.', long)).toBe(false);
  });

  test('is likely if all content words of the long form are said in another order', () => {
    const long = 'decentralised server council';
    expect(saysLongForm('The council of a decentralised server meets.', { long })).toBe(true);
    expect(saysLongForm('The server council meets.', { long })).toBe(false);
    expect(saysLongForm('The council meets.', { long: 'council' })).toBe(false);
    expect(saysLongForm('The council meets.', { long: null })).toBe(false);
  });

  test('lies inside the text and is not empty, whatever that is', () => {
    const part = fc.oneof(
      fc.constantFrom('AB', '(AB)', 'Ab Bc', 'a', 'big', ', or', 'stands for', 'of', 'ﷺ'),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join(' ');
        const found = findExplanation(text, { folded: 'ab', long: 'big of' });
        if (found === null) return;
        expect(found.span.start).toBeGreaterThanOrEqual(0);
        expect(found.span.end).toBeGreaterThan(found.span.start);
        expect(found.span.end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

test('is not looked for beside more letters than a short form has, which would take hours', () => {
  const letters = `${'a'.repeat(40)}z`;
  const text = `The ${letters.toUpperCase()} (${'a '.repeat(60)}b) met.`;
  expect(findExplanation(text, { folded: letters, long: 'something else' })).toBeNull();
});

function explainsBySpelling(text: string, long: string): boolean | undefined {
  return findExplanation(text, { folded: 'dsc', long })?.isSpeltOut;
}
