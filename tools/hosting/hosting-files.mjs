import { readFileSync } from 'node:fs';
import { caching, contentTypes } from '../browser/static-answer.mjs';

/** The one list of headers for every host. @type {Readonly<Record<string, string>>} */
const headers = JSON.parse(readFileSync(new URL('../browser/headers.json', import.meta.url), 'utf8'));

const written =
  '# Written by `npm run hosting` from tools/browser/headers.json. Put the built folder and the address into the marked lines.';

/** @param {string} value */
const quoted = (value) => `"${value.replaceAll('"', '\\"')}"`;

/** @param {(name: string, value: string) => string} line */
const headerLines = (line) => Object.entries(headers).map(([name, value]) => line(name, value));

/** For `/etc/nginx/conf.d`, which is read inside of `http`. @returns {string} */
function nginx() {
  /** @type {Map<string, string[]>} */
  const endings = new Map();
  for (const [ending, type] of Object.entries(contentTypes)) {
    const plain = /** @type {string} */ (type.split(';')[0]);
    endings.set(plain, [...(endings.get(plain) ?? []), ending.slice(1)]);
  }
  return `${written}
# Errors below assets/ must not be stored, so the status decides too.
map "$status $uri" $truehip_caching {
  default "${caching.other}";
  "~^(200|206|304) /assets/" "${caching.hashed}";
}
server {
  listen 8080;                  # change: your address; browsers give the camera on https only
  root /var/www/truehip;        # change: the built folder
  server_tokens off;
  disable_symlinks on from=$document_root;
  charset utf-8;
  charset_types text/javascript text/css application/json application/manifest+json text/plain;
  default_type application/octet-stream;
  types {
${[...endings].map(([type, names]) => `    ${type} ${names.join(' ')};`).join('\n')}
  }
  # The .gz files that the build has left beside the others. With the module ngx_brotli add: brotli_static on;
  gzip_static on;
  gzip_vary on;
${headerLines((name, value) => `  add_header ${name} ${quoted(value)} always;`).join('\n')}
  add_header Cache-Control $truehip_caching always;
  location / { try_files $uri $uri/ =404; }
  location ~ /\\. { return 404; }
}
`;
}

/** A whole Caddyfile. @returns {string} */
function caddy() {
  return `${written}
(truehip) {
  header {
${headerLines((name, value) => `    ${name} ${quoted(value)}`).join('\n')}
    -Server
  }
}
# change: your domain here; Caddy then gets the certificate by itself
:8080 {
  # change: the built folder
  root * /var/www/truehip
  import truehip
  @manifest path *.webmanifest
  header @manifest Content-Type "${contentTypes['.webmanifest']}"
  @hashed path /assets/*
  @other not path /assets/*
  header @hashed Cache-Control "${caching.hashed}"
  header @other Cache-Control "${caching.other}"
  @hidden path */.*
  error @hidden 404
  # The .br and .gz files that the build has left beside the others.
  file_server {
    precompressed br gzip
  }
  handle_errors {
    import truehip
    header Cache-Control "${caching.other}"
    respond "{err.status_code}"
  }
}
`;
}

/**
 * For Netlify, inside of the built folder. Netlify joins the values of a header that two rules set, and sends
 * "public, max-age=0, must-revalidate" of its own where none does, so only the assets get a rule of caching.
 * @returns {string}
 */
export function netlifyHeaders() {
  return `/*
${headerLines((name, value) => `  ${name}: ${value}`).join('\n')}
/*.webmanifest
  Content-Type: ${contentTypes['.webmanifest']}
/assets/*
  Cache-Control: ${caching.hashed}
`;
}

/** @returns {Readonly<Record<string, string>>} the files of `docs/hosting`, by name */
export const hostingFiles = () => ({ 'nginx.conf': nginx(), Caddyfile: caddy() });
