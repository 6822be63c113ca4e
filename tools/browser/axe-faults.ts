import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';

/** A script that leaves `axe` in the page. */
export const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** axe-core's rules for WCAG 2.2 AA, and its best practices. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** @param rules ids; absent: all */
export const axeOptions = (rules?: readonly string[]): RunOptions => ({
  runOnly: rules ? { type: 'rule', values: [...rules] } : { type: 'tag', values: TAGS },
  resultTypes: ['violations'],
});

/** Runs in the page. */
export const runAxe = (options: RunOptions): Promise<AxeResults> =>
  (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(options);

/** One line for each fault: rule, impact, element. */
export const axeLines = ({ violations }: Pick<AxeResults, 'violations'>): string[] =>
  violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id} (${impact}): ${target.flat().join(' ')}: ${failureSummary?.split('\n').slice(1).join(';').trim()}`,
    ),
  );
