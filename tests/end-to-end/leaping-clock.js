/* Loaded into a bot before it starts: at each SIGUSR2, its monotonic clock leaps forward by LEAP_MS. Its timers run as they do. */
let leaptMs = 0;
const real = performance.now.bind(performance);

Object.defineProperty(performance, 'now', { value: () => real() + leaptMs });
process.on('SIGUSR2', () => {
  leaptMs += Number(process.env.LEAP_MS ?? 0);
});
