import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeCustomId, encodeCustomId } from '../../../src/discord/kit/custom-id.ts';

const component = fc.stringMatching(/^[a-z-]{1,20}$/);

describe('custom ids', () => {
  test('come back as they were encoded, whatever the argument, also with colons', () => {
    fc.assert(
      fc.property(component, fc.string({ maxLength: 60 }), (name, argument) => {
        const id = { component: name, argument };
        expect(decodeCustomId(encodeCustomId(id))).toEqual(id);
      }),
    );
  });

  test('come back with the language of their card, and are nothing where nobody speaks it', () => {
    fc.assert(
      fc.property(component, fc.string({ maxLength: 60 }), (name, argument) => {
        for (const language of ['en', 'ru', 'de', 'es', 'fr'] as const) {
          const id = { component: name, argument, language };
          expect(decodeCustomId(encodeCustomId(id))).toEqual(id);
        }
      }),
    );
    expect(decodeCustomId('f2:helpful:ja:x')).toBeNull();
    expect(decodeCustomId('f2:helpful:constructor:x')).toBeNull();
    expect(decodeCustomId('f2:helpful')).toBeNull();
  });

  test('are never longer than Discord allows: what is, is a mistake of ours', () => {
    const argument = 'a'.repeat(100 - 'f1:sources:'.length);
    expect(encodeCustomId({ component: 'sources', argument })).toHaveLength(100);
    expect(() => encodeCustomId({ component: 'sources', argument: `${argument}a` })).toThrow(RangeError);
  });

  test('that a running bot has written before a restart stay readable', () => {
    expect(decodeCustomId('f1:sources:2')).toEqual({ component: 'sources', argument: '2' });
  });

  test.each(['', 'f1', 'f1:', 'f1::2', 'f0:sources:2', 'F1:sources:2', 'sources:2', ' f1:sources:2'])(
    'are nothing where %j is not ours',
    (id) => {
      expect(decodeCustomId(id)).toBeNull();
    },
  );

  test('can be read whatever a client sends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (id) => {
        const read = decodeCustomId(id);
        expect(read === null || read.component !== '').toBe(true);
      }),
    );
  });
});
