import { nodeIsSupported } from './shared/node-version.mjs';

if (nodeIsSupported()) void import('./browser/run-hostile.mjs').then((module) => module.main(process.argv.slice(2)));
