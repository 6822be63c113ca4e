import { nodeIsSupported } from './lib/node-version.mjs';

if (nodeIsSupported()) void import('./lib/run-checks.mjs').then((module) => module.main());
