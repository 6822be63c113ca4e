// Only syntax that old Node versions know: this file runs before anything else and must be able to tell them.

/**
 * What stands in the way of running here, as a sentence, or null. The bounds are those of Vite and Vitest.
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
 * Says why this Node will not do, sets the exit status and returns false; true when it will.
 * `TRUEHIP_PRETEND_NODE` puts another version in the place of the real one, for the test.
 * @returns {boolean}
 */
export function nodeIsSupported() {
  const why = unsupportedNode(process.env.TRUEHIP_PRETEND_NODE || process.versions.node);
  if (!why) return true;
  console.error('truehip: ' + why);
  process.exitCode = 1;
  return false;
}
