import { createServer } from 'node:net';
import { PlainError } from './plain-error.mjs';

/**
 * @param {import('node:net').Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<void>}
 */
export function listen(server, port, host) {
  return new Promise((done, failed) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      const taken = `port ${port} is in use; stop what uses it (perhaps another Truehip) or choose another: npm start -- --port ${port + 1}`;
      failed(new PlainError(error.code === 'EADDRINUSE' ? taken : `cannot serve at ${host}:${port}: ${error.message}`));
    });
    server.listen(port, host, () => done());
  });
}

/**
 * Refuses a port that is in use, before minutes are spent on installing.
 * @param {number} port
 * @param {string} host
 * @throws {PlainError}
 */
export async function refuseTakenPort(port, host) {
  const server = createServer();
  await listen(server, port, host);
  await new Promise((done) => {
    server.close(done);
  });
}
