import { nodeIsSupported } from './shared/node-version.mjs';

if (nodeIsSupported()) void import('./lab/run-puppets.mjs').then((module) => module.main(process.argv.slice(2)));
