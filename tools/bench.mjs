import { nodeIsSupported } from './shared/node-version.mjs';

if (nodeIsSupported()) void import('./bench/run-bench.mjs').then((module) => module.main(process.argv.slice(2)));
