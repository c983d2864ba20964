import { type Encoders, EncodersGoneError } from '../../src/encoders/encoders.ts';

const gone = (): Promise<never> => Promise.reject(new EncodersGoneError());

/** Encoders that have ended. */
export const goneEncoders: Encoders = { embedQuestion: gone, embedFacts: gone, read: gone };
