import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { yourData as german } from '../../../src/i18n/de/diagnostics.ts';
import { yourData } from '../../../src/i18n/en/diagnostics.ts';
import { common as germanCommon } from '../../../src/i18n/de/common.ts';
import { common } from '../../../src/i18n/en/common.ts';

describe('the privacy text', () => {
  it('has ten lines in each language, and docs/privacy.md has the same ones as the app', () => {
    expect([yourData.privacy.lines.length, german.privacy.lines.length]).toEqual([10, 10]);
    const written = readFileSync('docs/privacy.md', 'utf8').matchAll(/^\d+\. (.*)$/gm);
    expect([...written].map(([, line]) => line)).toEqual(yourData.privacy.lines);
  });

  it('names the page by its heading', () => {
    expect(yourData.privacy.lines.at(-1)).toContain(`“${common.yourData}”`);
    expect(german.privacy.lines.at(-1)).toContain(`„${germanCommon.yourData}“`);
  });
});
