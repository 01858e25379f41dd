import { redact, scrub } from './redact';

describe(redact.name, () => {
  it('keeps choices, tokens and bodies out at every depth and in any case', () => {
    const line = JSON.stringify(
      redact({
        command: { id: '1', Input: { choice: 'SECRET-1' }, list: [{ choices: ['SECRET-2'] }, { Token: 'SECRET-3' }] },
        headers: { authorization: 'SECRET-4' },
        body: 'SECRET-5',
      }),
    );
    expect(line).not.toContain('SECRET');
    expect(line).toContain('"id":"1"');
  });

  it('keeps the parameters that a database driver hangs on its error out, down to the last cause', () => {
    const driver = Object.assign(new Error('UNIQUE constraint failed'), {
      code: 'SQLITE_CONSTRAINT',
      parameters: ['SECRET-1'],
      detail: 'Key (choice)=(SECRET-2) already exists',
    });
    const error = Object.assign(new Error('query failed', { cause: driver }), { query: 'INSERT SECRET-3' });
    const line = JSON.stringify(redact({ err: error }));
    expect(line).not.toContain('SECRET');
    expect(line).toContain('SQLITE_CONSTRAINT');
  });

  it('ends on values that contain themselves', () => {
    const loop: { self?: object } = {};
    loop.self = loop;
    expect(JSON.stringify(redact(loop))).toContain('[deep]');
  });

  it('takes what JSON cannot hold', () => {
    expect(redact({ amount: 10n, at: new Date(0), bytes: Buffer.from('x'), run: () => 1 })).toEqual({
      amount: '10',
      at: '1970-01-01T00:00:00.000Z',
      bytes: '[bytes]',
      run: '[function]',
    });
  });
});

describe(scrub.name, () => {
  it('removes tokens and passwords from text', () => {
    expect(scrub('sent Bearer abc.def-1 to postgres://u:pw@db/x')).toBe(
      'sent Bearer [redacted] to postgres://u:[redacted]@db/x',
    );
  });
});
