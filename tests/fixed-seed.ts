import fc from 'fast-check';

/**
 * The same examples in every run, so that a red test stays red until it is mended. `FAST_CHECK_SEED=$RANDOM npm test`
 * looks for others. Lengths reach the bounds that arbitraries name: by its own default, fast-check would make texts of ten
 * characters where `maxLength` says two hundred, and a property that speaks of long texts could not fail.
 */
fc.configureGlobal({
  seed: Number(process.env['FAST_CHECK_SEED'] ?? 20_261_123),
  baseSize: 'medium',
  defaultSizeToMaxWhenMaxSpecified: true,
});
