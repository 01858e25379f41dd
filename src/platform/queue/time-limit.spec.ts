import { withTimeLimit } from './time-limit';

const A_MINUTE = 60_000;
const onTimeout = (): Error => new Error('too long');

describe(withTimeLimit.name, () => {
  it('answers what the work answers', async () => {
    await expect(withTimeLimit(A_MINUTE, onTimeout, () => Promise.resolve(7))).resolves.toBe(7);
  });

  it('rejects as the work rejects', async () => {
    await expect(withTimeLimit(A_MINUTE, onTimeout, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  it('rejects and aborts when the time is over, and ignores a late failure of the work', async () => {
    let seen: AbortSignal | undefined;
    let fail: (error: Error) => void = () => undefined;
    const limited = withTimeLimit(1, onTimeout, (signal) => {
      seen = signal;
      return new Promise<never>((_, reject) => (fail = reject));
    });
    await expect(limited).rejects.toThrow('too long');
    expect(seen?.aborted).toBe(true);
    fail(new Error('late'));
  });
});
