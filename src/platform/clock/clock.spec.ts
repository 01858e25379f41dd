import { instant } from '../../../workflows/kernel';
import { SystemClock } from './system-clock';
import { VirtualClock } from './virtual-clock';

const MOMENT = instant('2024-01-19T07:00:00.000Z');

describe(SystemClock.name, () => {
  it('tells the present', () => {
    const [before, now, after] = [Date.now(), Date.parse(new SystemClock().now()), Date.now()];
    expect(before <= now && now <= after).toBe(true);
  });
});

describe(VirtualClock.name, () => {
  it('stands still until it is told otherwise', () => {
    const clock = new VirtualClock(MOMENT);
    expect([clock.now(), clock.now()]).toEqual([MOMENT, MOMENT]);
  });

  it('goes on, back, and to any moment', () => {
    const clock = new VirtualClock(MOMENT);
    expect(clock.advance(60_000)).toBe('2024-01-19T07:01:00.000Z');
    expect(clock.advance(-86_400_000)).toBe('2024-01-18T07:01:00.000Z');
    clock.set(MOMENT);
    expect(clock.now()).toBe(MOMENT);
  });
});
