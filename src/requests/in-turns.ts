import { setImmediate as otherWork } from 'node:timers/promises';

/** Taking in so many questions of a queue, or merging them, takes some 5 ms. */
const AT_ONCE = 100;

/** The items in their order, for work on many that must not keep others waiting: after each hundred they get their turn. */
export async function* inTurns<T>(items: Iterable<T>): AsyncIterable<T> {
  let count = 0;
  for (const item of items) {
    if (count % AT_ONCE === 0) await otherWork();
    count++;
    yield item;
  }
}
