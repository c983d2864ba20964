/** @see https://docs.discord.com/developers/reference#snowflakes */
const DISCORD_EPOCH_MS = 1_420_070_400_000n;

/** Makes an id whose timestamp lies `ageMs` before the clock's now. Never gives the same id twice. */
export type NewId = (ageMs?: number) => string;

/**
 * @param now the clock, in milliseconds since 1970.
 */
export function createIdGenerator(now: () => number): NewId {
  let made = 0n;
  return (ageMs = 0) => {
    made += 1n;
    const sinceEpoch = BigInt(Math.floor(now() - ageMs)) - DISCORD_EPOCH_MS;
    // All 22 low bits count up, so that ids stay distinct while an injected clock stands still.
    return String((sinceEpoch << 22n) | (made & 0x3fffffn));
  };
}
