import { nodeIsSupported } from './lib/node-version.mjs';

if (nodeIsSupported())
  void import('./lib/run-tests.mjs').then((module) => module.main(process.argv.slice(2)));
