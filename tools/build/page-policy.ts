import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalizePath, type Plugin } from 'vite';
import { root } from '../shared/paths.mjs';

/** Directives that browsers take from a header only. */
const headerOnly = /^(frame-ancestors|report-to|report-uri|sandbox)\b/;

const headers: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL('../browser/headers.json', import.meta.url), 'utf8'),
);

/** The Content-Security-Policy of the headers, as far as a page may state it by itself. */
export const policyOfPage = (headers['Content-Security-Policy'] ?? '')
  .split(';')
  .map((directive) => directive.trim())
  .filter((directive) => !headerOnly.test(directive))
  .join('; ');

/** The app's own pages. Those of tests and bench are built with the same settings. */
const pages = new Set(['index.html', 'phone.html'].map((name) => normalizePath(join(root, name))));
const first = '<meta charset="utf-8" />';

/**
 * Writes the security policy into the built pages, before anything that a page loads: a host such as GitHub Pages sends no headers, and
 * the service worker adds them from the second visit on.
 */
export function pagePolicy(): Plugin {
  return {
    name: 'truehip-page-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { filename }) {
        if (!pages.has(normalizePath(filename))) return html;
        if (!html.includes(first)) throw new Error(`${filename} has no ${first}, after which the policy is written`);
        return html.replace(
          first,
          `${first}\n    <meta http-equiv="Content-Security-Policy" content="${policyOfPage}" />`,
        );
      },
    },
  };
}
