import { worstFinding } from './appraisal';
import type { Finding } from './award.types';

describe(worstFinding.name, () => {
  it.each([
    [[], 'met'],
    [['met', 'met'], 'met'],
    [['met', 'notProven'], 'notProven'],
    [['notProven', 'notMet', 'met'], 'notMet'],
  ] as const)('of %j is %s', (findings, worst) => {
    const conditions = (findings as readonly Finding[]).map((finding) => ({ condition: 'sáng kiến', finding }));
    expect(worstFinding(conditions)).toBe(worst);
  });
});
