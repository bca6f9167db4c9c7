// Property tests draw the same values every time, so that the suite says the same twice.
// EPOCH_LENS_SEED chooses others, EPOCH_LENS_DRAWS how many a property without a number of its own tries (see scripts/fuzz.mjs).
const { configureGlobal } = require('fast-check');

configureGlobal({
  seed: Number(process.env.EPOCH_LENS_SEED ?? 2026),
  numRuns: Number(process.env.EPOCH_LENS_DRAWS ?? 100),
});
