import { SeededRandomness } from '../ids/seeded-randomness';
import { backOffOf, DEFAULT_JOB_POLICY, policyProblems } from './job-policy';

const policy = { ...DEFAULT_JOB_POLICY, backOffMs: 1_000, maxBackOffMs: 8_000 };

describe(backOffOf.name, () => {
  it.each([
    [1, 1_000],
    [2, 2_000],
    [4, 8_000],
    [5, 8_000],
    [1_000, 8_000],
  ])('waits between half and the whole after %i failures', (failures, longest) => {
    const randomness = new SeededRandomness('jitter');
    const waits = Array.from({ length: 200 }, () => backOffOf(policy, failures, randomness));
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(longest / 2);
    expect(Math.max(...waits)).toBeLessThanOrEqual(longest);
    expect(new Set(waits).size).toBeGreaterThan(50);
    expect(waits.every(Number.isSafeInteger)).toBe(true);
  });
});

describe(policyProblems.name, () => {
  it('accepts the default', () => {
    expect(policyProblems(DEFAULT_JOB_POLICY)).toEqual([]);
  });

  it('refuses numbers that make no sense and time limits above a minute', () => {
    expect(policyProblems({ ...DEFAULT_JOB_POLICY, attempts: 0, concurrency: 1.5, timeoutMs: 60_001 })).toEqual([
      'attempts must be a whole number from 1',
      'concurrency must be a whole number from 1',
      'timeoutMs must be at most 60000: cut longer work into several jobs',
    ]);
  });

  it('refuses to wait for more than an hour between two tries', () => {
    expect(policyProblems({ ...DEFAULT_JOB_POLICY, maxBackOffMs: 3_600_001 })).toEqual([
      'maxBackOffMs must be at most 3600000',
    ]);
  });
});
