import { defineCommand } from '../shared/command.ts';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../shared/paths.mjs';

interface LockEntry {
  version?: string;
  resolved?: string;
  dev?: boolean;
  optional?: boolean;
  os?: readonly string[];
  cpu?: readonly string[];
  libc?: readonly string[];
  optionalDependencies?: Record<string, string>;
}

type Lock = { packages: Record<string, LockEntry> };

const platform = /(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|x64|ia32|ppc64|riscv64|s390x)(-.*)?$/;

/**
 * Native packages of other systems that are missing in the lockfile. npm writes only those that its registry serves.
 * With an incomplete registry the lockfile lacks some; npm 11 then calls it out of date, and other systems would get no
 * native package.
 * @returns by place; without integrity, which this registry does not know
 */
export function missingPlatformPackages(lock: Lock): Record<string, LockEntry> {
  const missing: Record<string, LockEntry> = {};
  for (const entry of Object.values(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const match = platform.exec(name);
      const place = `node_modules/${name}`;
      if (!match?.[1] || !match[2] || lock.packages[place] || !/^\d/.test(version)) continue;
      const libc = match[3]?.includes('musl') ? 'musl' : match[3]?.includes('gnu') ? 'glibc' : null;
      missing[place] = {
        version,
        cpu: [match[2]],
        ...(entry.dev ? { dev: true } : {}),
        ...(libc ? { libc: [libc] } : {}),
        optional: true,
        os: [match[1]],
      };
    }
  }
  return missing;
}

const command = defineCommand({
  name: 'lab -- complete-lock',
  about: 'Adds the native packages of other systems to package-lock.json.',
  options: {},
});

/** `npm run lab -- complete-lock`. */
export async function main(args: readonly string[]): Promise<void> {
  if (command.read(args) === 'help') return command.printHelp();
  const file = join(root, 'package-lock.json');
  const lock = JSON.parse(await readFile(file, 'utf8'));
  const missing = missingPlatformPackages(lock);
  const all = Object.entries({ ...lock.packages, ...missing });
  lock.packages = Object.fromEntries(all.sort(([a], [b]) => a.localeCompare(b, 'en')));
  await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`package-lock.json: ${Object.keys(missing).length} packages of other systems added`);
}
