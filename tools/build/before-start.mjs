import { parseArgs } from 'node:util';
import { refuseTakenPort } from '../shared/free-port.mjs';
import { importTool } from '../shared/import-tool.mjs';
import { PlainError, runTool } from '../shared/plain-error.mjs';

const usage = 'npm start -- [--port NUMBER] [--host] [--lan [--cert FILE --key FILE]] [--dev]';

/**
 * @param {readonly string[]} args
 * @returns {{ port: number, everywhere: boolean, dev: boolean, lan: { cert: string | null, key: string | null } | null }} `lan`: null
 *   without it; its certificate is home-made where none is given
 * @throws {PlainError} when an option is unknown, the port is no port, or options do not go together
 */
export function readOptions(args) {
  const parsed = parse(args);
  const port = Number(parsed.port ?? 4173);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new PlainError(`--port takes a number from 1 to 65535, not "${parsed.port}".`);
  }
  const { cert = null, key = null } = parsed;
  if ((cert === null) !== (key === null)) throw new PlainError('--cert and --key are given together or not at all.');
  if (cert !== null && !parsed.lan) throw new PlainError('--cert and --key belong to --lan.');
  if (parsed.lan && parsed.dev) throw new PlainError('--lan serves the built app; leave out --dev.');
  if (parsed.lan && port === 65535)
    throw new PlainError('--lan also takes the port after --port; choose a smaller one.');
  return {
    port,
    everywhere: parsed.host === true,
    dev: parsed.dev === true,
    lan: parsed.lan ? { cert, key } : null,
  };
}

/** @param {readonly string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'boolean' },
        lan: { type: 'boolean' },
        cert: { type: 'string' },
        key: { type: 'string' },
        dev: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    const why = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new PlainError(`${why}; usage: ${usage}`);
  }
}

/**
 * `npm start`: installs missing packages, builds if needed, serves the app and prints its address.
 * @param {readonly string[]} args
 */
export function main(args) {
  return runTool(async () => {
    const options = readOptions(args);
    const host = options.everywhere ? '0.0.0.0' : '127.0.0.1';
    await refuseTakenPort(options.port, host);
    if (options.lan) await refuseTakenPort(options.port + 1, '0.0.0.0');
    const { startApp } = await importTool('build/start-app.ts');
    await startApp({ ...options, host });
  });
}
