import { connect, createServer } from 'node:net';
import { once } from 'node:events';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * A line to a local server that carries only so much. All connections share it, as they share a real one. The browser's own
 * throttle does not reach what workers fetch.
 * @param {object} options
 * @param {number} options.port of the server
 * @param {number} options.bytesPerSecond to the browser
 * @param {number} options.delay ms before the first byte of a connection
 */
export async function slowLine({ port, bytesPerSecond, delay }) {
  let carried = 0;
  let free = 0;
  const throttle = () =>
    new Transform({
      transform: (chunk, _encoding, done) => {
        const now = performance.now();
        free = Math.max(free, now) + (1000 * chunk.length) / bytesPerSecond;
        carried += chunk.length;
        setTimeout(() => done(null, chunk), free - now);
      },
    });
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set();
  /** @param {import('node:net').Socket} socket */
  const carry = async (socket) => {
    const behind = connect(port, '127.0.0.1');
    for (const one of [socket, behind]) {
      sockets.add(one);
      one.on('error', () => one.destroy());
      one.on('close', () => sockets.delete(one));
    }
    await wait(delay);
    // A connection that breaks off ends both ways.
    await Promise.allSettled([pipeline(socket, behind), pipeline(behind, throttle(), socket)]);
  };
  const server = createServer((socket) => void carry(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the line has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    /** Bytes to the browser so far, with headers. */
    carried: () => carried,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
