import { measureBundles } from './bundles.ts';
import { measureOperations } from './operations.ts';

// Everything the README and the design claim of speed and size, measured on this machine.

await measureBundles();
for (const facilities of [328, 10_000]) await measureOperations(facilities);
