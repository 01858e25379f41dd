import { ConcurrencyError } from '../errors/platform.errors';
import { UniqueViolationError } from '../persistence/persistence.errors';
import { attemptCommand, attemptWork, Undo } from './attempt';

describe(attemptWork.name, () => {
  const failing = (times: number, error: Error): { work: () => Promise<string>; calls: () => number } => {
    let calls = 0;
    const work = (): Promise<string> => {
      calls += 1;
      return calls <= times ? Promise.reject(error) : Promise.resolve('done');
    };
    return { work, calls: () => calls };
  };

  it('calls the work again after a lost race', async () => {
    const { work, calls } = failing(3, new ConcurrencyError('row'));
    await expect(attemptWork(work)).resolves.toBe('done');
    expect(calls()).toBe(4);
  });

  it('gives up after five attempts with the error of the last', async () => {
    const { work, calls } = failing(9, new ConcurrencyError('row'));
    await expect(attemptWork(work)).rejects.toThrow(ConcurrencyError);
    expect(calls()).toBe(5);
  });

  it('calls the work again when somebody else was faster to insert a row', async () => {
    const { work, calls } = failing(1, new UniqueViolationError('uq_campaigns_code'));
    await expect(attemptWork(work)).resolves.toBe('done');
    expect(calls()).toBe(2);
  });

  it('does not try again for any other error', async () => {
    const { work, calls } = failing(9, new Error('out of order'));
    await expect(attemptWork(work)).rejects.toThrow('out of order');
    expect(calls()).toBe(1);
  });
});

describe(attemptCommand.name, () => {
  it('answers what ended the unit of work', async () => {
    const stale = { outcome: 'stale', version: 3 } as const;
    await expect(attemptCommand(() => Promise.reject(new Undo(stale)))).resolves.toBe(stale);
  });

  it('refuses what is there already on every attempt', async () => {
    const taken = attemptCommand(() => Promise.reject(new UniqueViolationError('pk_campaigns')));
    await expect(taken).resolves.toMatchObject({
      outcome: 'refused',
      reasons: [{ code: 'PLATFORM.ALREADY_EXISTS' }],
    });
  });
});
