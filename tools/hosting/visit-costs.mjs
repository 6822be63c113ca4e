import { readdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { serveDist } from '../browser/serve-dist.mjs';

/** @typedef {{ name: string, bytes: number }} Cost bytes on the wire, headers of the answers included */

/**
 * Bytes that the server sends for one file to a browser that takes brotli.
 * @param {string} url of the server
 * @param {string} path
 * @param {string} [known] ETag of the copy that the browser has
 * @returns {Promise<{ bytes: number, tag: string }>}
 */
function sent(url, path, known) {
  const { hostname, port } = new URL(url);
  return new Promise((done, failed) => {
    const socket = connect(Number(port), hostname);
    let bytes = 0;
    let head = '';
    const asked = known ? `If-None-Match: ${known}\r\n` : '';
    socket.write(`GET /${path} HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br\r\n${asked}Connection: close\r\n\r\n`);
    socket.on('data', (part) => {
      bytes += part.length;
      if (head.length < 4000) head += part.toString('latin1');
    });
    socket.on('error', failed);
    socket.on('close', () => {
      if (!/^HTTP\/1\.1 (200|304) /.test(head)) failed(new Error(`${path}: ${head.split('\r\n')[0]}`));
      else done({ bytes, tag: /^ETag: (.*)\r$/im.exec(head)?.[1] ?? '' });
    });
  });
}

/**
 * What visits cost, counted at the server of `npm start`.
 * @param {string} folder the built app
 * @returns {Promise<Cost[]>}
 */
export async function visitCosts(folder) {
  const server = await serveDist({ folder });
  try {
    const size = async (/** @type {readonly string[]} */ paths) => {
      let sum = 0;
      for (const path of paths) sum += (await sent(server.url, path)).bytes;
      return sum;
    };
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    const first = [
      'index.html',
      ...[...page.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? ''),
    ];
    const worker = await readFile(join(folder, 'service-worker.js'), 'utf8');
    const names = await readdir(join(folder, 'assets'));
    const whole = names.filter((name) => !/\.(br|gz)$/.test(name));
    // Without the page of `npm run analyze`, which visitors never load.
    const scripts = whole
      .filter((name) => /\.(js|css)$/.test(name) && worker.includes(name))
      .map((name) => `assets/${name}`);
    const shell = ['index.html', 'truehip.webmanifest', 'third-party.json', 'offline.json', ...scripts];
    const later = [...shell.filter((path) => !first.includes(path)), 'service-worker.js'];
    const only = (/** @type {RegExp} */ pattern) =>
      whole.filter((name) => pattern.test(name)).map((name) => `assets/${name}`);
    const largest = async (/** @type {RegExp} */ pattern) => {
      const sizes = await Promise.all(only(pattern).map((path) => size([path])));
      return Math.max(0, ...sizes);
    };
    const common =
      (await size([...only(/^tfjs-backend-wasm-threaded-simd/), ...only(/^blazepose-detector/)])) +
      (await largest(/^pelvis-.*\.bin$/));
    const model = (/** @type {string} */ name) => size(only(new RegExp(`^blazepose-${name}`)));
    const { tag } = await sent(server.url, 'service-worker.js');
    return [
      { name: 'the first screen', bytes: await size(first) },
      {
        name: 'all other screens and the scripts of the worker, stored after the first screen',
        bytes: await size(later),
      },
      { name: 'a first set with the lite model', bytes: common + (await model('lite')) },
      { name: 'a first set with the full model', bytes: common + (await model('full')) },
      { name: 'a first set with the heavy model', bytes: common + (await model('heavy')) },
      {
        name: 'a return, all of it stored: the question whether there is a new version',
        bytes: (await sent(server.url, 'service-worker.js', tag)).bytes,
      },
      {
        name: 'an update in which every script changes and no weight',
        bytes: await size([...shell, 'service-worker.js']),
      },
    ];
  } finally {
    await server.close();
  }
}

/** @param {readonly Cost[]} costs @returns {string} a table in Markdown, for one visitor and for a million */
export function costTable(costs) {
  const rows = costs.map(({ name, bytes }) => {
    const one =
      bytes < 10_000
        ? `${bytes} bytes`
        : bytes < 1e6
          ? `${Math.round(bytes / 1000)} kB`
          : `${(bytes / 1e6).toFixed(1)} MB`;
    // A million times the bytes, in GB: bytes · 10⁶ / 10⁹.
    const gigabytes = bytes / 1000;
    const million =
      gigabytes < 1000
        ? `${gigabytes < 10 ? gigabytes.toFixed(2) : Math.round(gigabytes)} GB`
        : `${(gigabytes / 1000).toFixed(1)} TB`;
    return `| ${name} | ${one} | ${million} |`;
  });
  return ['| what is loaded | one visitor | a million |', '|---|---|---|', ...rows].join('\n');
}
