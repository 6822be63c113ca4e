import { constants } from 'node:fs';
import { open, realpath, type FileHandle } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import type { IncomingHttpHeaders } from 'node:http';

export const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.webm': 'video/webm',
  '.mp4': 'video/mp4',
  '.mov': 'video/quicktime',
  '.mkv': 'video/x-matroska',
};

/** Compressed copies that the build leaves beside a file, the smallest first. */
const encodings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

/** Names below `assets/` change with their content; everything else is asked for again. */
export const caching = Object.freeze({ hashed: 'public, max-age=31536000, immutable', other: 'no-cache' });

/** What the answer depends on. */
interface Question {
  method: string;
  /** The request target as it came. */
  url: string;
  headers: IncomingHttpHeaders;
}

export interface Answer {
  status: number;
  headers: Record<string, string | number>;
  /** Bytes `start` to `end`, included; null: no body. Whoever gets the answer closes the handle. */
  body: { handle: FileHandle; start: number; end: number } | null;
}

/**
 * The bytes that a `Range` header requests. Several ranges at once get the whole file, as RFC 9110 allows.
 * @returns `end` is the last byte, included
 */
export function parseRange(
  range: string | undefined,
  size: number,
): { start: number; end: number } | 'all' | 'unsatisfiable' {
  const match = /^bytes=(\d*)-(\d*)$/i.exec(range ?? '');
  if (!match || (!match[1] && !match[2])) return 'all';
  const last = Math.max(0, size - 1);
  const start = match[1] ? Number(match[1]) : Math.max(0, size - Number(match[2]));
  const end = match[1] && match[2] ? Math.min(Number(match[2]), last) : last;
  return start > end || start >= size ? 'unsatisfiable' : { start, end };
}

/**
 * The decoded path of a request target.
 * @returns begins with a slash; null: no path, a bad percent code, or a character that no file name has
 */
function pathOf(url: string): string | null {
  // A proxy sends the whole address.
  const target = url.replace(/^https?:\/\/[^/?#]*(?=\/)/i, '').replace(/[?#].*$/s, '');
  if (!target.startsWith('/')) return null;
  try {
    const path = decodeURIComponent(target);
    return /[\p{Cc}\\]/u.test(path) ? null : path;
  } catch {
    return null;
  }
}

/**
 * The file of a path below a folder. Names that begin with a dot are not served: `..`, and what tools keep there.
 * @param path decoded, begins with a slash
 * @returns null: the path points to no file of the folder
 */
function fileFor(folder: string, path: string): string | null {
  const names = (path.endsWith('/') ? `${path}index.html` : path).slice(1).split('/');
  if (names.some((name) => name === '' || name.startsWith('.') || (sep === '\\' && name.includes(':')))) return null;
  return join(resolve(folder), ...names);
}

/**
 * Opens a regular file.
 * @param refuseLinks true: no part of the path may be a link, so that nothing outside the folder is reached
 */
async function openFile(
  file: string,
  refuseLinks: boolean,
): Promise<{ handle: FileHandle; size: number; mtimeMs: number } | null> {
  if (refuseLinks && (await realpath(file).catch(() => null)) !== file) return null;
  // Without O_NONBLOCK a named pipe would wait for a writer. Windows has neither flag.
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (refuseLinks ? (constants.O_NOFOLLOW ?? 0) : 0);
  const handle = await open(file, flags).catch(() => null);
  if (!handle) return null;
  const stat = await handle.stat().catch(() => null);
  if (stat?.isFile()) return { handle, size: stat.size, mtimeMs: stat.mtimeMs };
  await handle.close();
  return null;
}

/**
 * The encodings that a client takes, by RFC 9110: named or `*`, and not with a weight of 0.
 * @param header `Accept-Encoding`
 */
export function acceptedEncodings(header: string | string[] | undefined): (name: string) => boolean {
  const weights = new Map(
    String(header ?? '')
      .toLowerCase()
      .split(',')
      .map((one) => {
        const [name = '', ...rest] = one.split(';').map((part) => part.trim());
        const weight = rest.find((part) => part.startsWith('q='))?.slice(2);
        return [name, weight === undefined ? 1 : Number(weight)] as const;
      }),
  );
  return (name) => (weights.get(name) ?? weights.get('*') ?? 0) > 0;
}

/** Opens the smallest copy that the client takes. A range always counts in the file itself, as the app's own downloads expect. */
async function openBest(file: string, { headers }: Question) {
  const plain = await openFile(file, true);
  if (!plain || headers.range !== undefined) return plain && { ...plain, encoding: null };
  const takes = acceptedEncodings(headers['accept-encoding']);
  for (const { name, ending } of encodings) {
    const copy = takes(name) ? await openFile(`${file}${ending}`, true) : null;
    // A copy that is older than its file was made of another one.
    if (copy && copy.mtimeMs >= plain.mtimeMs) {
      await plain.handle.close();
      return { ...copy, encoding: name };
    }
    await copy?.handle.close();
  }
  return { ...plain, encoding: null };
}

/** @param header `If-None-Match` */
const isKnown = (header: string | undefined, tag: string) =>
  header !== undefined &&
  header
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''))
    .some((one) => one === tag || one === '*');

const refusal = (status: number, headers: Record<string, string | number> = {}): Answer => ({
  status,
  headers: { 'Cache-Control': caching.other, 'Content-Length': 0, ...headers },
  body: null,
});

/**
 * The answer to any request: a file of the folder, a part of it, or the status that says why not. Never throws for what a
 * client sends.
 * @param folder its real path, without links
 * @param shared path → file that is served besides, wherever it lies
 */
export async function answerTo(
  folder: string,
  shared: ReadonlyMap<string, string>,
  question: Question,
): Promise<Answer> {
  if (question.method !== 'GET' && question.method !== 'HEAD') return refusal(405, { Allow: 'GET, HEAD' });
  const path = pathOf(question.url);
  if (path === null) return refusal(400);
  const extra = shared.get(path);
  const file = extra ?? fileFor(folder, path);
  if (file === null) return refusal(404);
  const opened = extra ? await openFile(extra, false).then((one) => one && { ...one, encoding: null }) : null;
  const found = opened ?? (extra ? null : await openBest(file, question));
  return found ? fileAnswer(file, path.startsWith('/assets/'), found, question) : refusal(404);
}

async function fileAnswer(
  file: string,
  isHashed: boolean,
  { handle, size, mtimeMs, encoding }: { handle: FileHandle; size: number; mtimeMs: number; encoding: string | null },
  { method, headers }: Question,
): Promise<Answer> {
  const tag = `"${size.toString(36)}-${Math.round(mtimeMs * 1000).toString(36)}${encoding ? `-${encoding}` : ''}"`;
  const always = {
    ETag: tag,
    'Cache-Control': isHashed ? caching.hashed : caching.other,
    Vary: 'Accept-Encoding',
    'Accept-Ranges': 'bytes',
  };
  if (isKnown(headers['if-none-match'], tag)) {
    await handle.close();
    return { status: 304, headers: always, body: null };
  }
  const sameFile = headers['if-range'] === undefined || headers['if-range'] === tag;
  const range = sameFile ? parseRange(headers.range, size) : 'all';
  if (range === 'unsatisfiable') {
    await handle.close();
    return refusal(416, { 'Content-Range': `bytes */${size}` });
  }
  const { start, end } = range === 'all' ? { start: 0, end: size - 1 } : range;
  const isEmpty = method === 'HEAD' || size === 0;
  if (isEmpty) await handle.close();
  return {
    status: range === 'all' ? 200 : 206,
    headers: {
      ...always,
      'Content-Type': contentTypes[extname(file).toLowerCase()] ?? 'application/octet-stream',
      'Content-Length': end - start + 1,
      ...(encoding ? { 'Content-Encoding': encoding } : {}),
      ...(range === 'all' ? {} : { 'Content-Range': `bytes ${start}-${end}/${size}` }),
    },
    body: isEmpty ? null : { handle, start, end },
  };
}
