import fc from 'fast-check';

/**
 * The same examples in every run, so that a red test stays red until it is mended. `FAST_CHECK_SEED=$RANDOM npm test`
 * looks for others.
 */
fc.configureGlobal({ seed: Number(process.env['FAST_CHECK_SEED'] ?? 20_261_123) });
