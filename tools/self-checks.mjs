import { nodeIsSupported } from './shared/node-version.mjs';

if (nodeIsSupported()) void import('./accuracy/self-checks.mjs').then((module) => module.main(process.argv.slice(2)));
