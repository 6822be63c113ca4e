import { nodeIsSupported } from './shared/node-version.mjs';

if (nodeIsSupported()) void import('./hosting/run-hosting.mjs').then((module) => module.main());
