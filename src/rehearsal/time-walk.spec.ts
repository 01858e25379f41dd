import { instant, type Instant } from '../../workflows/kernel';
import { TimeStandsStillError } from './rehearsal.errors';
import { TimeWalk } from './time-walk';
import type { WorldTime } from './world/rehearsal-world';

const day = (number: number): Instant => instant(`2024-01-${String(number).padStart(2, '0')}T01:00:00.000Z`);

/** A world in which only these moments are due; what is done may make others due. */
class DueMoments implements WorldTime {
  readonly settled: Instant[] = [];
  private present = day(1);

  constructor(
    private due: Instant[],
    private readonly follows: (at: Instant) => readonly Instant[] = () => [],
  ) {}

  now(): Instant {
    return this.present;
  }

  moveTo(moment: Instant): void {
    this.present = moment;
  }

  next(): Promise<Instant | undefined> {
    return Promise.resolve([...this.due].sort()[0]);
  }

  settle(): Promise<void> {
    this.settled.push(this.present);
    this.due = [...this.due.filter((moment) => moment > this.present), ...this.follows(this.present)];
    return Promise.resolve();
  }

  drain(): Promise<void> {
    return Promise.resolve();
  }
}

describe(TimeWalk.name, () => {
  it('stops at every moment at which something is due, and at no other', async () => {
    const time = new DueMoments([day(3), day(5), day(9)]);
    const heard: Instant[] = [];
    await new TimeWalk(time, () => Promise.resolve(void heard.push(time.now()))).to(day(6));
    expect(time.settled).toEqual([day(3), day(5)]);
    expect(heard).toEqual(time.settled);
    expect(time.now()).toBe(day(6));
  });

  it('does what was due before now without turning the clock back', async () => {
    const time = new DueMoments([day(1)]);
    time.moveTo(day(4));
    await new TimeWalk(time, () => Promise.resolve()).to(day(6));
    expect(time.settled).toEqual([day(4)]);
  });

  it('does what only becomes due on the way', async () => {
    const more = [[day(3), day(4)]];
    const time = new DueMoments([day(3)], () => more.pop() ?? []);
    await new TimeWalk(time, () => Promise.resolve()).to(day(6));
    expect(time.settled).toEqual([day(3), day(3), day(4)]);
  });

  it('refuses to go on over what is never done', async () => {
    const time = new DueMoments([day(3)], () => [day(3)]);
    await expect(new TimeWalk(time, () => Promise.resolve()).to(day(6))).rejects.toThrow(TimeStandsStillError);
  });
});
