import type { Page } from '@playwright/test';
import { axeLines, axeOptions, axeSource, runAxe } from '../../../tools/browser/axe-faults.ts';

/** One line for each fault: rule, impact, element. @param rules ids; absent: all for WCAG 2.2 AA, and best practices */
export async function axeFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  const there = await page.evaluate(() => 'axe' in window);
  if (!there) await page.evaluate(axeSource);
  return axeLines(await page.evaluate(runAxe, axeOptions(rules)));
}
