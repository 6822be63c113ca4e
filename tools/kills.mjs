import { nodeIsSupported } from './shared/node-version.mjs';

if (nodeIsSupported()) void import('./soak/run-kills.mjs').then((module) => module.main(process.argv.slice(2)));
