import { nodeIsSupported } from './shared/node-version.mjs';

if (nodeIsSupported()) void import('./build/before-start.mjs').then((module) => module.main(process.argv.slice(2)));
