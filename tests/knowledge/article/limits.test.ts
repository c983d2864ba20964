import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  listAccessKeys,
  listUnknownNames,
  mayRead,
  NO_ACCESS,
  narrowReaders,
  type ReaderAccess,
} from '../../../src/knowledge/article/limits.ts';

const id = fc.stringMatching(/^[1-9]\d{16,19}$/);
const name = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.constantFrom('help', 'Staff room', 'İ'),
  )
  .filter((text) => text.trim() !== '' && !/^(?:[#@]|\d{17,20}$)/.test(text.trim()));
const named = fc.record({ id, name });

const fold = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Somebody in these channels with these roles. */
function accessOf(
  channels: readonly { readonly id: string; readonly name: string }[],
  roles: readonly { readonly id: string; readonly name: string }[] = [],
): ReaderAccess {
  return { channels: channels.flatMap(listAccessKeys), roles: roles.flatMap(listAccessKeys) };
}

describe('a channel or a role', () => {
  test('is meant by its id, and by its name in any case, with or without its sign', () => {
    fc.assert(
      fc.property(named, (each) => {
        const access = accessOf([each], [each]);
        for (const entry of [each.id, each.name, ` ${each.name}  `, each.name.normalize('NFD')])
          expect(mayRead({ channels: [entry], roles: [entry] }, access)).toBe(true);
        expect(mayRead({ channels: [`#${each.name}`], roles: [`@${each.name}`] }, access)).toBe(true);
      }),
    );
    const access = accessOf([{ id: '1', name: 'Staff ROOM' }]);
    expect(mayRead({ channels: ['sTAFF room'], roles: null }, access)).toBe(true);
  });

  test('is meant by nothing else', () => {
    fc.assert(
      fc.property(named, fc.oneof(id, name), (each, entry) => {
        fc.pre(entry !== each.id && fold(entry) !== fold(each.name));
        expect(mayRead({ channels: [entry], roles: null }, accessOf([each]))).toBe(false);
        expect(mayRead({ channels: null, roles: [entry] }, accessOf([], [each]))).toBe(false);
      }),
    );
  });

  test('that is called like the id of another is not taken for it', () => {
    const [own, other] = ['123456789012345678', '876543210987654321'];
    expect(mayRead({ channels: [other], roles: null }, accessOf([{ id: own, name: other }]))).toBe(false);
    const posing = accessOf([{ id: own, name: `#${other}` }], [{ id: own, name: `@${other}` }]);
    expect(mayRead({ channels: [`#${other}`], roles: null }, posing)).toBe(false);
    expect(mayRead({ channels: null, roles: [`@ ${other}`] }, posing)).toBe(false);
    expect(mayRead({ channels: [`#${own}`], roles: [`@${own}`] }, posing)).toBe(true);
  });
});

describe('limits', () => {
  const HELP = { id: '100000000000000001', name: 'help' };
  const MOD = { id: '200000000000000001', name: 'Moderator' };

  test.each([
    ['none', { channels: null, roles: null }, NO_ACCESS, true],
    ['a channel', { channels: ['help', 'staff'], roles: null }, accessOf([HELP]), true],
    ['a channel elsewhere', { channels: ['staff'], roles: null }, accessOf([HELP]), false],
    ['both', { channels: ['help'], roles: ['moderator'] }, accessOf([HELP], [MOD]), true],
    ['both without the role', { channels: ['help'], roles: ['moderator'] }, accessOf([HELP]), false],
    ['both elsewhere', { channels: ['staff'], roles: ['moderator'] }, accessOf([HELP], [MOD]), false],
    ['a role that is a channel here', { channels: null, roles: ['help'] }, accessOf([HELP]), false],
    ['nobody', { channels: [], roles: null }, accessOf([HELP], [MOD]), false],
    ['nobody by roles', { channels: null, roles: [] }, accessOf([HELP], [MOD]), false],
  ] as const)('of %s hold', (_, limits, access, isReadable) => {
    expect(mayRead(limits, access)).toBe(isReadable);
    expect(mayRead(limits, 'everything')).toBe(true);
  });

  test('are told where they name nothing that there is', () => {
    expect(listUnknownNames(['#Help', 'staff'], accessOf([HELP]).channels, '#')).toEqual(['staff']);
    expect(listUnknownNames(null, [], '@')).toEqual([]);
  });

  test('decide the same for readers of whom only the keys are left that matter', () => {
    const entries = fc.option(
      fc.array(fc.constantFrom('help', '#staff', 'Mod', '@mod', HELP.id), { maxLength: 3 }),
    );
    const limits = fc.array(fc.record({ channels: entries, roles: entries }), { maxLength: 4 });
    const keys = fc.array(fc.constantFrom('help', 'staff', 'mod', HELP.id, 'other'), { maxLength: 4 });
    fc.assert(
      fc.property(limits, fc.record({ channels: keys, roles: keys }), (all, access) => {
        const narrow = narrowReaders(access, all);
        expect(all.map((each) => mayRead(each, narrow))).toEqual(all.map((each) => mayRead(each, access)));
      }),
    );
  });
});
