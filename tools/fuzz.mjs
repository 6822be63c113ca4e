import { nodeIsSupported } from './shared/node-version.mjs';

if (nodeIsSupported()) void import('./checks/run-fuzz.mjs').then((module) => module.main(process.argv.slice(2)));
