import { expect, test } from 'vitest';
import { noNumberText, startAgainText } from '../../../src/ui/live-set/no-number.ts';

test('in the place of the number stands a sentence and what to do, never a code', () => {
  expect(noNumberText('thigh-towards-lens', null)).toEqual({
    what: 'Your thigh points at the lens',
    todo: 'Move the laptop to the place in the drawing.',
  });
  for (const code of [null, 'some-code-of-a-later-version', 'toString'])
    expect(noNumberText(code, null)).toEqual({ what: 'No number yet', todo: '' });
});

test('nobody is told to step into the picture when there is no picture or no measurement', () => {
  for (const blind of ['camera-lost', 'camera-silent', 'worker-gone'] as const)
    expect(noNumberText('no-person', blind).what).toMatch(/camera|measurement/i);
});

test('a start that is asked for again in mid-set comes with its reason and with what to do', () => {
  for (const code of ['not-the-start', 'already-stretched', 'camera-moved']) {
    expect(startAgainText(code)).not.toContain('No start position yet');
    expect(startAgainText(code)).toMatch(/ Go back to your start position and hold still\.$/);
  }
  for (const code of [null, 'no-neutral', 'no-person', 'a-code-of-a-later-version'])
    expect(startAgainText(code)).toMatch(/^No start position yet\. Go back/);
});
