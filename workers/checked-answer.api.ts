import type { Fault, ListedFile, OfflineList } from './offline.api.ts';

type Types = OfflineList['types'];

/** Header of a stored answer: the hash that it was found to have. Answers of earlier versions lack it. */
const MARK = 'X-Truehip-Hash';

/** The longest answer of this share of a file counts as cut off. What a CDN makes of a script that is packed already is longer. */
const CUT_SHARE = 0.95;

const HASH_LENGTH = 16;

/** Headers that describe how the host sent the bytes, not the bytes. */
const OF_TRANSPORT = ['Content-Encoding', 'Content-Length', 'Content-Range', 'Vary'];

async function hashOf(content: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return btoa(String.fromCharCode(...digest)).slice(0, HASH_LENGTH);
}

/** Whether an answer is a page of the host in the place of another file. */
function isPage(answer: Response, content: ArrayBuffer): boolean {
  const start = new TextDecoder().decode(content.slice(0, 100));
  return /^text\/html/i.test(answer.headers.get('Content-Type') ?? '') || /^\s*<(!doctype|html)/i.test(start);
}

/**
 * An answer of the host as it may be stored: the bytes that the build knows, as no redirect, with the right type. Whatever else a host
 * gives is not stored.
 */
export async function checkedAnswer(answer: Response, file: ListedFile, types: Types): Promise<Response | Fault> {
  if (answer.status >= 500) return 'network';
  if (answer.status !== 200) return 'missing';
  const content = await answer.arrayBuffer().catch(() => null);
  if (content === null) return 'network';
  const { path, bytes, hash } = file;
  if ((await hashOf(content)) !== hash) {
    if (answer.redirected) return 'redirected';
    if (!path.endsWith('.html') && isPage(answer, content)) return 'page';
    return content.byteLength < bytes * CUT_SHARE ? 'cut' : 'changed';
  }
  const headers = new Headers(answer.headers);
  for (const name of OF_TRANSPORT) headers.delete(name);
  const type = types[path.slice(path.lastIndexOf('.'))];
  if (type !== undefined) headers.set('Content-Type', type);
  headers.set('Content-Length', String(content.byteLength));
  headers.set(MARK, hash);
  return new Response(content, { headers });
}

/** The stored file. What an earlier version stored without a look is checked, and deleted if it is another file. */
export async function storedFile(
  cache: Cache,
  url: string,
  file: ListedFile,
  types: Types,
): Promise<Response | undefined> {
  const found = await cache.match(url);
  if (!found || found.headers.get(MARK) === file.hash) return found;
  const checked = await checkedAnswer(found, file, types);
  if (typeof checked === 'string') {
    await cache.delete(url);
    return undefined;
  }
  // Where the disk is full, it is checked again next time.
  await cache.put(url, checked.clone()).catch(() => undefined);
  return checked;
}
