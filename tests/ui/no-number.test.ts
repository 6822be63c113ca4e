import { expect, test } from 'vitest';
import { noNumberText } from '../../src/ui/no-number.ts';

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
