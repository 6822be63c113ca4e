import { nodeIsSupported } from './shared/node-version.mjs';

if (nodeIsSupported()) void import('./soak/run-soak.mjs').then((module) => module.main(process.argv.slice(2)));
