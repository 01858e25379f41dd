import { FailureLog } from './failure-log';

describe(FailureLog.name, () => {
  it('logs a failure that comes again and again once, and once that it is over', () => {
    const [error, log] = [jest.fn(), jest.fn()];
    const failures = new FailureLog({ error, log }, 'the pass');
    failures.worked();
    for (let time = 0; time < 100; time += 1) failures.failed(new Error('the database is away'));
    failures.failed(new Error('the disk is full'));
    failures.worked();
    failures.worked();
    expect(error.mock.calls.map(([line]) => line as string)).toEqual([
      'the pass failed and is tried again: Error: the database is away',
      'the pass failed and is tried again: Error: the disk is full',
    ]);
    expect(log.mock.calls).toEqual([['the pass works again, after 101 failures']]);
    failures.failed(new Error('the disk is full'));
    expect(error).toHaveBeenCalledTimes(3);
  });
});
