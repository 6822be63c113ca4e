// Only syntax of old Node versions, because this file runs first and must be able to refuse them.

/**
 * A sentence that says why this Node version is too old, or null. The bounds are those of Vite and Vitest.
 * @param {string} version such as `20.19.0`
 * @returns {string | null}
 */
export function unsupportedNode(version) {
  const parts = version.split('.').map(Number);
  const major = parts[0] || 0;
  const minor = parts[1] || 0;
  if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return null;
  return (
    'Truehip needs Node 20.19, 22.12 or newer and this is Node ' +
    version +
    '; install a newer one from https://nodejs.org and run again.'
  );
}

/**
 * Returns true if this Node is supported. If not, prints why, sets the exit status and returns false.
 * `TRUEHIP_PRETEND_NODE` replaces the version, for a test.
 * @returns {boolean}
 */
export function nodeIsSupported() {
  const why = unsupportedNode(process.env['TRUEHIP_PRETEND_NODE'] || process.versions.node);
  if (!why) return true;
  console.error('truehip: ' + why);
  process.exitCode = 1;
  return false;
}
