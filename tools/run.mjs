import { nodeIsSupported } from './shared/node-version.mjs';

if (nodeIsSupported()) void import('./shared/commands.mjs').then((module) => module.main(process.argv.slice(2)));
