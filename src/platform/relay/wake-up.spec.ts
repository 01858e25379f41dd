import { WakeUp } from './wake-up';

const A_MINUTE = 60_000;

describe(WakeUp.name, () => {
  it('ends a wait that has begun', async () => {
    const wakeUp = new WakeUp();
    const waiting = wakeUp.wait(A_MINUTE);
    wakeUp.ring();
    await expect(waiting).resolves.toBeUndefined();
  });

  it('remembers one ring for the next wait, and only one', async () => {
    const wakeUp = new WakeUp();
    wakeUp.ring();
    wakeUp.ring();
    await wakeUp.wait(A_MINUTE);
    let isOver = false;
    const second = wakeUp.wait(A_MINUTE).then(() => (isOver = true));
    await Promise.resolve();
    expect(isOver).toBe(false);
    wakeUp.ring();
    await second;
    expect(isOver).toBe(true);
  });

  it('ends by itself when nobody rings', async () => {
    await expect(new WakeUp().wait(1)).resolves.toBeUndefined();
  });
});
