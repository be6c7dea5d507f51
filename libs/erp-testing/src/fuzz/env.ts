const given = Number(process.env['FUZZ_RUNS']);

/** Mutated answers for each operation of an adapter; `npm run fuzz` asks for many more than the tests do. */
export const fuzzRuns = Number.isSafeInteger(given) && given > 0 ? given : 200;
