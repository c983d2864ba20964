const CLOCK = new URL('./moved-clock.js', import.meta.url).href;

/** Returns the environment of a bot that starts now, and whose clock shows this moment then. */
export function clockAt(moment: string): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--import ${CLOCK}`, MOVED_BY: String(Date.parse(moment) - Date.now()) };
}

const LEAPING_CLOCK = new URL('./leaping-clock.js', import.meta.url).href;

/** Returns the environment of a bot whose monotonic clock leaps forward by so much at each SIGUSR2. */
export function clockThatLeaps(byMs: number): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--import ${LEAPING_CLOCK}`, LEAP_MS: String(byMs) };
}
