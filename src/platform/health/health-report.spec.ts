import { AppError } from '../errors/app-error';
import { healthReport } from './health-report';
import { databaseAnswers, migrationsAreApplied, relayKeepsUp } from './standard-checks';

describe(healthReport.name, () => {
  const well = [
    databaseAnswers({ rows: async () => [] }),
    migrationsAreApplied(async () => []),
    relayKeepsUp(async () => 10, 60_000),
  ];

  it('is ready when every check is well, with their figures', async () => {
    expect(await healthReport(well, 1000)).toEqual({
      status: 'ready',
      checks: {
        database: { isWell: true },
        migrations: { isWell: true, pending: [] },
        relay: { isWell: true, lagMs: 10 },
      },
    });
  });

  it('says what is not well and what to do', async () => {
    const checks = [
      migrationsAreApplied(async () => ['1767225600000-create-pledges']),
      relayKeepsUp(async () => 61_000, 60_000),
    ];
    const report = await healthReport(checks, 1000);
    expect(report.status).toBe('notReady');
    expect(report.checks.migrations).toMatchObject({ isWell: false, pending: ['1767225600000-create-pledges'] });
    expect(report.checks.relay).toMatchObject({ isWell: false, lagMs: 61_000, limitMs: 60_000 });
  });

  it('tells a code and no text of the inside', async () => {
    const rows = (error: Error) => databaseAnswers({ rows: () => Promise.reject(error) });
    const coded = await healthReport([rows(new AppError('PERSISTENCE.OUT_OF_REACH', 'SECRET'))], 1000);
    expect(coded.checks.database).toEqual({ isWell: false, reason: 'PERSISTENCE.OUT_OF_REACH' });
    const plain = await healthReport([rows(new Error('SECRET'))], 1000);
    expect(plain.checks.database).toEqual({ isWell: false, reason: 'failed' });
  });

  it('does not wait for a check that hangs', async () => {
    const hangs = databaseAnswers({ rows: () => new Promise(() => undefined) });
    expect((await healthReport([hangs], 5)).checks.database).toEqual({
      isWell: false,
      reason: 'no answer within 5 ms',
    });
  });
});
