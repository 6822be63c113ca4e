import { nodeIsSupported } from './lib/node-version.mjs';

if (nodeIsSupported())
  void import('./lib/start-app.mjs').then((module) => module.main(process.argv.slice(2)));
