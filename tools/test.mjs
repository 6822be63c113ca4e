import { nodeIsSupported } from './shared/node-version.mjs';

if (nodeIsSupported()) void import('./checks/before-tests.mjs').then((module) => module.main(process.argv.slice(2)));
