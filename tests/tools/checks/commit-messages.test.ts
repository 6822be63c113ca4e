import { describe, expect, it } from 'vitest';
import { messageBreaches, readLog } from '../../../tools/checks/commit-messages.ts';

const commit = (subject: string, body = 'Because it was seen to fail.') => ({ id: 'abc1234', subject, body });

describe('the message of a commit', () => {
  it.each([
    'Widen the band while the pelvis is hidden',
    'Embed the font',
    'Bring the weights',
    'Pass the time as a number',
  ])('may be "%s"', (subject) => {
    expect(messageBreaches(commit(subject))).toEqual([]);
  });

  it.each([
    ['A '.padEnd(73, 'x'), 'characters'],
    ['widen the band', 'capital'],
    ['Widen the band.', 'full stop'],
    ['Widened the band', 'imperative'],
    ['Widening of the band', 'imperative'],
    ['Adds a band', 'imperative'],
    ['Fixes: a band', 'imperative'],
    ['The band is wider', 'imperative'],
  ])('may not be "%s"', (subject, says) => {
    expect(messageBreaches(commit(subject)).join('\n')).toContain(says);
  });

  it('says why in its body', () => {
    expect(messageBreaches(commit('Widen the band', ' \n'))).toEqual([expect.stringContaining('the body is empty')]);
  });

  it('is read from the log, with bodies of many lines or none', () => {
    const log = 'a1\x1fAdd one\x1fWhy.\n\nAnd more.\n\x1e\nb2\x1fAdd two\x1f\x1e\n';
    expect(readLog(log)).toEqual([
      { id: 'a1', subject: 'Add one', body: 'Why.\n\nAnd more.' },
      { id: 'b2', subject: 'Add two', body: '' },
    ]);
  });
});
