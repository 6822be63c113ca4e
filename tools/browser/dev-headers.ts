import { readFileSync } from 'node:fs';

const headers = JSON.parse(readFileSync(new URL('headers.json', import.meta.url), 'utf8'));
const POLICY = 'Content-Security-Policy';

/**
 * The headers of Vite's server, which shows the sources. Its page of errors has inline styles, and there tfjs makes its threads out of
 * text (`tools/build/wasm-threads.ts` mends that in a build only).
 */
export const devHeaders: Readonly<Record<string, string>> = Object.freeze({
  ...headers,
  [POLICY]: String(headers[POLICY])
    .replace("script-src 'self'", "script-src 'self' blob:")
    .replace("worker-src 'self'", "worker-src 'self' blob:")
    .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
});
