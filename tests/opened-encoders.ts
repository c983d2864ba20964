import { embedBase } from '../src/answering/reading/fact-vectors.ts';
import { openEncoders } from '../src/encoders/open-encoders.ts';
import type { FactBase } from '../src/search/fact-base.ts';

/** The encoders that come with the project: what answers in use. Each worker of the tests opens them once. */
export const encoders = await openEncoders({ folder: 'models', threads: 1, vectors: null });

/** What the facts of a base mean. */
export function meaningOf(base: FactBase) {
  return embedBase(base, encoders);
}
