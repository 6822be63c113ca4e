import { nodeIsSupported } from './shared/node-version.mjs';

if (nodeIsSupported()) void import('./build/start-app.mjs').then((module) => module.main(process.argv.slice(2)));
