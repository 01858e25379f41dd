import { addMilliseconds } from '../../workflows/kernel';
import { VirtualClock } from '../../src/platform/clock';
import { addToOutbox, markFailed } from '../../src/platform/persistence';
import { RelayElsewhereError } from '../../src/platform/relay/outbox-relay';
import { DEFAULT_RELAY_SETTINGS } from '../../src/platform/relay/relay-settings';
import { eventually } from '../support/eventually';
import type { Rig, RigOptions } from './background-rig';
import { SampleJobs } from './sample-jobs';
import { describeOnBoth, START, useRig } from './use-rig';

const { leaseMs, forgottenAfterMs } = DEFAULT_RELAY_SETTINGS;

describeOnBoth('relay', (database) => {
  const { rig: makeRig } = useRig(database);

  const make = (options: Partial<RigOptions> = {}): Promise<Rig> =>
    makeRig({ jobs: (rig) => [new SampleJobs(rig)], ...options });

  const add = (rig: Rig, names: readonly string[], delayMs = 0): Promise<unknown> =>
    rig.persistence.uow.run(async (tx) => {
      const now = rig.clock.now();
      const messages = names.map((name) => ({
        id: rig.ids.next(),
        job: 'note-once',
        payload: { name },
        availableAt: addMilliseconds(now, delayMs),
        createdAt: now,
      }));
      await addToOutbox(tx, messages);
      tx.afterCommit(() => rig.wakeUp.ring());
    });

  const effects = async (rig: Rig): Promise<string[]> => {
    const rows = await rig.rows<{ user_id: string }>('SELECT user_id FROM notices ORDER BY user_id');
    return rows.map(({ user_id }) => user_id);
  };
  const open = (rig: Rig): Promise<object[]> => rig.rows('SELECT id FROM outbox WHERE done_at IS NULL');

  it('hands over what is due, and what is not when its time has come', async () => {
    const rig = await make();
    await add(rig, ['now']);
    await add(rig, ['later'], 1_000);
    await rig.relay.drain();
    expect(await effects(rig)).toEqual(['now']);
    rig.clock.advance(1_000);
    await rig.relay.drain();
    expect(await effects(rig)).toEqual(['later', 'now']);
    expect(await open(rig)).toEqual([]);
  });

  it('is woken by a commit and need not wait for its next look', async () => {
    const rig = await make({ relay: { pollMs: 60_000 } });
    rig.relay.start();
    await add(rig, ['a']);
    await eventually(async () => expect(await effects(rig)).toEqual(['a']));
  });

  it('finds by looking what nobody rang for', async () => {
    const rig = await make({ relay: { pollMs: 10 } });
    const other = await make();
    rig.relay.start();
    await add(other, ['a']);
    await eventually(async () => expect(await effects(rig)).toEqual(['a']));
  });

  it('admits one relay at a time; another takes over when the first one is silent', async () => {
    const clock = new VirtualClock(START);
    const first = await make({ clock });
    const second = await make({ clock });
    await first.relay.drain();
    await add(first, ['a']);
    await expect(second.relay.drain()).rejects.toThrow(RelayElsewhereError);
    expect(await effects(first)).toEqual([]);
    clock.advance(leaseMs - 1);
    await expect(second.relay.drain()).rejects.toThrow(RelayElsewhereError);
    clock.advance(1);
    await second.relay.drain();
    expect(await effects(first)).toEqual(['a']);
    await expect(first.relay.drain()).rejects.toThrow(RelayElsewhereError);
  });

  it('lets another take over at once when it stops', async () => {
    const clock = new VirtualClock(START);
    const [first, second] = [await make({ clock }), await make({ clock })];
    await first.relay.drain();
    await first.relay.stop();
    await expect(second.relay.drain()).resolves.toBeUndefined();
  });

  it('does not wait for a lease that was taken while the clock was ahead', async () => {
    const clock = new VirtualClock(addMilliseconds(START, 7 * 86_400_000));
    const [dead, living] = [await make({ clock }), await make({ clock })];
    await dead.relay.drain();
    clock.set(START);
    await expect(living.relay.drain()).resolves.toBeUndefined();
  });

  it('does again at once, when it takes over, what the relay before it had in hand', async () => {
    const clock = new VirtualClock(START);
    const dying = await make({ clock, failpoints: ['job.beforeHandler=throw'] });
    const living = await make({ clock });
    await dying.queue.stop();
    await add(dying, ['claimed']);
    // Its queue takes nothing, as if the process had died in between.
    await expect(dying.relay.drain()).rejects.toMatchObject({ code: 'JOB.QUEUE_NOT_RUNNING' });
    await dying.relay.stop();
    await living.relay.drain();
    expect(await effects(living)).toEqual(['claimed']);
  });

  it.each(['relay.afterClaim', 'relay.afterEnqueue', 'relay.afterMark', 'job.beforeHandler', 'job.afterHandler'])(
    'loses nothing and does nothing twice when a step fails at %s',
    async (place) => {
      const rig = await make({ failpoints: [`${place}=throw`] });
      await add(rig, ['a', 'b', 'c']);
      await rig.relay.drain().catch(() => undefined);
      await rig.queue.whenIdle();
      rig.clock.advance(forgottenAfterMs + 60_000);
      await rig.relay.drain();
      expect(await effects(rig)).toEqual(['a', 'b', 'c']);
      expect(await open(rig)).toEqual([]);
    },
  );

  it('hands over again what the queue forgot', async () => {
    const rig = await make();
    await add(rig, ['a']);
    const forgetful = jest.spyOn(rig.queue, 'addMany').mockResolvedValueOnce();
    await rig.relay.drain();
    expect(forgetful).toHaveBeenCalled();
    expect(await effects(rig)).toEqual([]);
    rig.clock.advance(forgottenAfterMs + 1);
    await rig.relay.drain();
    expect(await effects(rig)).toEqual(['a']);
  });

  it('does not leave jobs for later that were added while the clock was wrongly ahead', async () => {
    const rig = await make({ now: addMilliseconds(START, 7 * 86_400_000) });
    await rig.relay.drain();
    await add(rig, ['at once']);
    await add(rig, ['a second later'], 1_000);
    rig.clock.set(START);
    await rig.relay.drain();
    expect(await effects(rig)).toEqual(['at once']);
  });

  it('does not leave for later what failed or was forgotten while the clock was wrongly ahead', async () => {
    const rig = await make();
    await add(rig, ['failed', 'forgotten']);
    rig.clock.advance(7 * 86_400_000);
    jest.spyOn(rig.queue, 'addMany').mockResolvedValueOnce();
    await rig.relay.drain();
    const [failed] = await rig.rows<{ id: string }>(`SELECT id FROM outbox WHERE payload LIKE '%failed%'`);
    const retryAt = addMilliseconds(rig.clock.now(), 5_000);
    await rig.persistence.uow.run((tx) => markFailed(tx, failed!.id, 'the server is away', { retryAt }));
    rig.clock.set(addMilliseconds(START, 60_000));
    await rig.relay.drain();
    expect(await effects(rig)).toEqual(['failed', 'forgotten']);
  });

  it('hands over no more than the queue is to hold, and all in the end', async () => {
    const rig = await make({ relay: { batchSize: 4, mostInFlight: 6 } });
    const sizes: number[] = [];
    const addMany = rig.queue.addMany.bind(rig.queue);
    jest.spyOn(rig.queue, 'addMany').mockImplementation((jobs) => {
      sizes.push(jobs.length);
      return addMany(jobs);
    });
    const names = Array.from({ length: 15 }, (_, index) => `name-${10 + index}`);
    await add(rig, names);
    await rig.relay.drain();
    expect(Math.max(...sizes)).toBeLessThanOrEqual(4);
    expect(await effects(rig)).toEqual(names);
  });

  it('goes on after the database or the queue was out of reach', async () => {
    const rig = await make({ relay: { pollMs: 10 } });
    jest.spyOn(rig.persistence.uow, 'run').mockRejectedValueOnce(new Error('the database is away'));
    jest.spyOn(rig.queue, 'addMany').mockRejectedValueOnce(new Error('the queue is away'));
    rig.relay.start();
    await eventually(() => add(rig, ['a']).then(() => undefined));
    await eventually(async () => expect(await effects(rig)).toContain('a'));
  });
});
