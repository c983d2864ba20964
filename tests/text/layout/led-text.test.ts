import { expect, test } from 'vitest';
import { joinLead } from '../../../src/text/layout/led-text.ts';

test.each([
  ['The following mods are not allowed:', 'Baritone', 100, 'The following mods are not allowed: Baritone'],
  ['', 'Baritone', 100, 'Baritone'],
  ['The following mods are not allowed:', 'Baritone', 38, 'The following mods are not… Baritone'],
  ['The following mods are not allowed:', 'Baritone', 20, 'Baritone'],
  ['Not:', 'Baritone', 20, 'Not: Baritone'],
  ['Mods:', 'Meteor Client', 10, 'Meteor…'],
])('%j before %j in %i characters is %j', (...[lead, text, maxChars, expected]) => {
  expect(joinLead({ lead, text }, maxChars)).toBe(expected);
});
