import { defineCommand, oneOf } from '../shared/command.ts';
import { serveDist } from './serve-dist.ts';
import { WebKit } from './webkit-driver.ts';
import { openApp, type Part, PARTS, stepsOf, take } from './webkit-visit.ts';

const command = defineCommand({
  name: 'webkit',
  about:
    'The app in WebKit, the engine of Safari: demo, a set without a camera by its keys, a recorded clip, export and import, every page with axe. Needs webkit2gtk-driver and xvfb of Debian.',
  options: { part: oneOf('PART', 'only this', ['all', ...PARTS], 'all') },
  more: 'Exit status: 0 no fault; 1 a fault; 2 wrong use.',
});

export async function main(args: readonly string[]): Promise<number | void> {
  const given = command.read(args);
  if (given === 'help') return command.printHelp();
  const server = await serveDist();
  try {
    const faults = await visit(server.url, given.values.part);
    for (const fault of faults) console.log(`WRONG: ${fault}`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await server.close();
  }
}

async function visit(url: string, part: Part | 'all'): Promise<readonly string[]> {
  const webkit = await WebKit.open();
  try {
    console.log(`WebKit ${webkit.version}`);
    const faults = [...(await openApp(webkit, url))];
    const steps = stepsOf(webkit.home);
    for (const name of faults.length > 0 ? [] : part === 'all' ? PARTS : [part])
      faults.push(...(await take(webkit, name, steps[name])));
    return faults;
  } finally {
    await webkit.close();
  }
}
