import { nodeIsSupported } from './shared/node-version.mjs';

if (nodeIsSupported()) void import('./checks/run-checks.mjs').then((module) => module.main());
