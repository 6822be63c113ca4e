import { createHash } from 'node:crypto';
import type { ListedFile } from '../../workers/offline.api.ts';

/** A file as the build lists it. */
export const listed = (path: string, content: string | Uint8Array): ListedFile => ({
  path,
  bytes: Buffer.byteLength(content),
  hash: createHash('sha256').update(content).digest('base64').slice(0, 16),
});
