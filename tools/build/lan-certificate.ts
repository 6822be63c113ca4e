import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../shared/paths.mjs';
import { PlainError } from '../shared/plain-error.mjs';

/** What an HTTPS server proves itself with, as PEM. */
export interface Certificate {
  cert: string;
  key: string;
}

/** Days. Phones refuse certificates that hold for longer than 825. */
const LASTS = 365;
/** A certificate that ends sooner is made anew. */
const DAYS_LEFT = 30;
const DAY = 86_400_000;

const usualFolder = join(root, '.cache', 'lan');

/** Whether a certificate is of these addresses and holds for a while. */
function serves(pem: string, addresses: readonly string[], now: number): boolean {
  try {
    const certificate = new X509Certificate(pem);
    const isOf = addresses.every((address) => certificate.checkIP(address) !== undefined);
    return isOf && Date.parse(certificate.validTo) - now > DAYS_LEFT * DAY;
  } catch {
    return false;
  }
}

/**
 * A home-made certificate for addresses of this machine. It is kept, so that a phone that has been told to trust it is not asked
 * again; a new one is made for a new address, or when it is about to end.
 * @param folder where it is kept, readable by this user only
 */
export async function lanCertificate(
  addresses: readonly string[],
  { folder = usualFolder, now = Date.now() }: { folder?: string; now?: number } = {},
): Promise<Certificate> {
  const files = { cert: join(folder, 'certificate.pem'), key: join(folder, 'key.pem') };
  if (existsSync(files.cert) && existsSync(files.key)) {
    const kept = { cert: readFileSync(files.cert, 'utf8'), key: readFileSync(files.key, 'utf8') };
    if (serves(kept.cert, addresses, now)) return kept;
  }
  const { generate } = await import('selfsigned');
  const made = await generate([{ name: 'commonName', value: 'Truehip on this computer' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - DAY),
    notAfterDate: new Date(now + LASTS * DAY),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [{ type: 2, value: 'localhost' }, ...addresses.map((ip) => ({ type: 7 as const, ip }))],
      },
    ],
  });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(files.cert, made.cert);
  await writeFile(files.key, made.private, { mode: 0o600 });
  return { cert: made.cert, key: made.private };
}

/**
 * The user's own certificate.
 * @throws {PlainError} when a file cannot be read
 */
export function ownCertificate(cert: string, key: string): Certificate {
  const read = (file: string): string => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      throw new PlainError(
        `cannot read ${file}; --cert and --key take the files of a certificate and its key, as PEM.`,
      );
    }
  };
  return { cert: read(cert), key: read(key) };
}
