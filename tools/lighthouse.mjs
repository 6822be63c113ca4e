import { nodeIsSupported } from './lib/node-version.mjs';

if (nodeIsSupported())
  void import('./lib/run-lighthouse.mjs').then((module) => module.main(process.argv.slice(2)));
