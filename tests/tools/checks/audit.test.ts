import { describe, expect, it } from 'vitest';
import { auditResult } from '../../../tools/checks/audit.ts';

describe('the audit of the shipped packages', () => {
  it('fails for each package with a known hole', () => {
    const answer = { vulnerabilities: { lit: { severity: 'high', range: '<3' } } };
    expect(auditResult(`npm warn x\n${JSON.stringify(answer)}\n`).breaches).toEqual(['lit <3: high']);
  });

  it('passes where none is known', () => {
    expect(auditResult('{"vulnerabilities":{}}')).toEqual({ breaches: [], note: 'no known holes' });
  });

  it.each(['', 'no network', '{"message":"405 Method Not Allowed","error":{}}', '{"broken'])(
    'says that nothing was asked where the registry does not answer: %s',
    (output) => {
      expect(auditResult(output)).toEqual({
        breaches: [],
        note: 'not asked: the registry answers no audits here',
      });
    },
  );
});
