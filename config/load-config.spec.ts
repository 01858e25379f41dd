import { ConfigError, loadConfig } from '.';

const HOME = '/srv/thidua';

function problemsOf(variables: Record<string, string>): Record<string, string> {
  try {
    loadConfig(variables, HOME);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return Object.fromEntries(error.problems.map(({ variable, expected }) => [variable, expected]));
  }
  return {};
}

describe(loadConfig.name, () => {
  it('needs nothing: every variable has a default', () => {
    expect(loadConfig({}, HOME)).toEqual({
      environment: 'development',
      http: { host: '127.0.0.1', port: 3000, bodyLimitBytes: 1_048_576 },
      logLevel: 'info',
      database: { kind: 'sqlite', file: '/srv/thidua/data/thidua.sqlite' },
      profile: { database: 'sqlite', queue: 'inProcess' },
      dataDirectory: '/srv/thidua/data',
      ballotKeyFile: '/srv/thidua/data/ballot.key',
      mailDirectory: '/srv/thidua/data/mail',
      relay: { pollMs: 500, leaseMs: 30_000 },
      planner: { horizonHours: 48 },
      clock: 'system',
      shutdownTimeoutMs: 10_000,
      failpoints: [],
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: '', THIDUA_FAILPOINTS: '' }, HOME)).toEqual(loadConfig({}, HOME));
  });

  it('is frozen to the last member', () => {
    const config = loadConfig({}, HOME);
    expect([config, ...Object.values(config)].every((part) => Object.isFrozen(part))).toBe(true);
  });

  it('keeps key and mail beside the SQLite file unless told otherwise', () => {
    const beside = loadConfig({ DATABASE_URL: 'sqlite:/var/db/a.sqlite' }, HOME);
    expect(beside).toMatchObject({ ballotKeyFile: '/var/db/ballot.key', mailDirectory: '/var/db/mail' });
    const told = loadConfig({ THIDUA_BALLOT_KEY_FILE: '/safe/key', THIDUA_MAIL_DIRECTORY: 'outbox' }, HOME);
    expect(told).toMatchObject({ ballotKeyFile: '/safe/key', mailDirectory: '/srv/thidua/outbox' });
  });

  it('keeps them in the working directory when the database is a server', () => {
    const config = loadConfig({ DATABASE_URL: 'postgres://postgres@127.0.0.1:5432/thidua' }, HOME);
    expect(config.profile.database).toBe('postgres');
    expect(config.ballotKeyFile).toBe('/srv/thidua/data/ballot.key');
  });

  it('names every bad variable at once', () => {
    const problems = problemsOf({
      PORT: '70000',
      NODE_ENV: 'staging',
      DATABASE_URL: 'mysql://x/y',
      THIDUA_LOG_LEVEL: 'loud',
      THIDUA_HOST: 'a b',
      THIDUA_RELAY_POLL_MS: '1e3',
      THIDUA_BALOT_KEY_FILE: '/safe/key',
    });
    expect(Object.keys(problems).sort()).toEqual([
      'DATABASE_URL',
      'NODE_ENV',
      'PORT',
      'THIDUA_BALOT_KEY_FILE',
      'THIDUA_HOST',
      'THIDUA_LOG_LEVEL',
      'THIDUA_RELAY_POLL_MS',
    ]);
    expect(problems.PORT).toBe('a whole number from 0 to 65535');
    expect(problems.NODE_ENV).toBe('one of development, test, production');
  });

  it.each(['-1', '1.5', '0x10', ' 80', '8O', 'NaN', '99999999999999999999'])('refuses %j as a port', (PORT) => {
    expect(problemsOf({ PORT })).toEqual({ PORT: 'a whole number from 0 to 65535' });
  });

  it('never repeats a value, since it may be a secret', () => {
    expect(() => loadConfig({ DATABASE_URL: 'postgres://thidua:s3cret@[bad' }, HOME)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('s3cret') }),
    );
  });

  it('allows failpoints in tests and refuses them in production', () => {
    const THIDUA_FAILPOINTS = 'relay.afterEnqueue,runner.beforeCommit';
    expect(loadConfig({ THIDUA_FAILPOINTS }, HOME).failpoints).toEqual(['relay.afterEnqueue', 'runner.beforeCommit']);
    expect(problemsOf({ THIDUA_FAILPOINTS, NODE_ENV: 'production' })).toHaveProperty('THIDUA_FAILPOINTS');
  });

  it('lets a demonstration share a clock and refuses that in production', () => {
    expect(loadConfig({}, HOME).clock).toBe('system');
    expect(loadConfig({ THIDUA_CLOCK: 'shared' }, HOME).clock).toBe('shared');
    expect(problemsOf({ THIDUA_CLOCK: 'shared', NODE_ENV: 'production' })).toHaveProperty('THIDUA_CLOCK');
  });

  it('refuses a lease that ends before the next look at the outbox', () => {
    expect(problemsOf({ THIDUA_RELAY_LEASE_MS: '2000', THIDUA_RELAY_POLL_MS: '2000' })).toEqual({
      THIDUA_RELAY_LEASE_MS: 'longer than THIDUA_RELAY_POLL_MS',
    });
  });

  it('leaves alone what is not its own: other programs, and the test suite', () => {
    expect(problemsOf({ HOME: '/root', TZ: 'UTC', THIDUA_TEST_POSTGRES_URL: 'postgres://127.0.0.1/postgres' })).toEqual(
      {},
    );
  });
});
