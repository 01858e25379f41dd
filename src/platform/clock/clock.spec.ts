import { instant } from '../../../workflows/kernel';
import { HandoverClock } from './handover-clock';
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

describe(HandoverClock.name, () => {
  it('tells the time of the clock that has it, then of the one it was handed to', () => {
    const past = new VirtualClock(MOMENT);
    const clock = new HandoverClock(past);
    past.advance(60_000);
    const played = clock.now();
    clock.handTo(new VirtualClock(instant('2026-01-01T00:00:00.000Z')));
    expect([played, clock.now()]).toEqual(['2024-01-19T07:01:00.000Z', '2026-01-01T00:00:00.000Z']);
  });
});
