import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Cooldown } from '../../../src/requests/kit/cooldown.ts';

/** A cooldown of three in a row, then one a second, with the clock that it reads. */
function threeThenOneASecond() {
  const clock = { nowMs: 0 };
  const cooldown = new Cooldown({ nowMs: () => clock.nowMs });
  return { clock, cooldown: { take: (key: string) => cooldown.take(key, { burst: 3, everyMs: 1000 }) } };
}

test('lets a burst through, then says how long to wait', () => {
  const { clock, cooldown } = threeThenOneASecond();
  for (let n = 0; n < 3; n++) cooldown.take('mia');
  clock.nowMs = 400;
  expect(() => cooldown.take('mia')).toThrow(
    expect.objectContaining({ code: 'cooling-down', refusal: { kind: 'cooling-down', waitMs: 600 } }),
  );
});

test('is over after as long as it said, however often somebody tries meanwhile', () => {
  const { clock, cooldown } = threeThenOneASecond();
  for (let n = 0; n < 3; n++) cooldown.take('mia');
  for (let n = 0; n < 50; n++) expect(() => cooldown.take('mia')).toThrow(/1 second\./);
  clock.nowMs = 1000;
  cooldown.take('mia');
  expect(() => cooldown.take('mia')).toThrow(/1 second\./);
});

test('can be asked whether it is too early, which takes one where it is not', () => {
  const cooldown = new Cooldown({ nowMs: () => 0 });
  const taken = Array.from({ length: 4 }, () => cooldown.tryTake('mia', { burst: 3, everyMs: 1000 }));
  expect(taken).toEqual([true, true, true, false]);
});

test('says how long the latest of several keys takes, and counts none of them until then', () => {
  const clock = { nowMs: 0 };
  const cooldown = new Cooldown({ nowMs: () => clock.nowMs });
  const [short, long] = [
    { burst: 1, everyMs: 1000 },
    { burst: 1, everyMs: 5000 },
  ];
  cooldown.takeAll([{ key: 'server', rate: long }]);
  const uses = ['channel', 'server'].map((key) => ({ key, rate: key === 'server' ? long : short }));
  for (let n = 0; n < 20; n++)
    expect(() => cooldown.takeAll(uses)).toThrow(
      expect.objectContaining({ refusal: { kind: 'cooling-down', waitMs: 5000 } }),
    );
  clock.nowMs = 5000;
  cooldown.takeAll(uses);
  expect(() => cooldown.take('channel', short)).toThrow(/1 second\./);
});

test('keeps nobody else waiting', () => {
  const { cooldown } = threeThenOneASecond();
  for (let n = 0; n < 3; n++) cooldown.take('mia');
  expect(() => cooldown.take('theo')).not.toThrow();
});

test('in the long run nobody gets more than the burst and one use for each interval', () => {
  const waits = fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 60 });
  fc.assert(
    fc.property(waits, (pauses) => {
      const { clock, cooldown } = threeThenOneASecond();
      let taken = 0;
      for (const pause of pauses) {
        clock.nowMs += pause;
        try {
          cooldown.take('mia');
          taken++;
        } catch {
          // Refused: not taken.
        }
        expect(taken).toBeLessThanOrEqual(3 + clock.nowMs / 1000);
      }
    }),
  );
});

test('counts a use under several keys, or under none where one is not free', () => {
  const cooldown = new Cooldown({ nowMs: () => 0 });
  const rate = { burst: 1, everyMs: 1000 };
  const take = (...keys: readonly string[]): boolean =>
    cooldown.tryTakeAll(keys.map((key) => ({ key, rate })));
  expect(take('channel', 'mia')).toBe(true);
  expect(take('channel', 'theo')).toBe(false);
  expect(cooldown.tryTake('theo', rate)).toBe(true);
});
