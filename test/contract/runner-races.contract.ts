import { instant } from '../../workflows/kernel';
import { readStream, type PersistenceOptions } from '../../src/platform/persistence';
import { purgeProcessed } from '../../src/platform/persistence/processed-messages';
import { verifyStream } from '../../src/platform/persistence/verify-stream';
import type { CommandRequest } from '../../src/platform/runner/command-request';
import type { CommandResult } from '../../src/platform/runner/command-result';
import { actorWith, openHarness, PLAN, UNIT, type RunnerHarness } from '../integration/runner-harness';

const CAMPAIGN = '00000000-0000-7000-8000-0000000000c1';
const office = actorWith('standingOffice');
const authority = actorWith('decidingAuthority');
const TWENTY = Array.from({ length: 20 }, (_, index) => `command-${index}`);
const AFTER_EVERYTHING = instant('2030-01-01T00:00:00.000Z');

/** What the runner promises when many ask at once and when somebody asks again, on every database. */
export function runnerRacesContract(options: () => PersistenceOptions): void {
  describe('many at once', () => {
    let harness: RunnerHarness;
    beforeAll(async () => {
      harness = await openHarness(options());
    });
    afterAll(() => harness.persistence.close());
    afterEach(async () => {
      const { reads, uow } = harness.persistence;
      expect(verifyStream(await readStream(reads, CAMPAIGN))).toMatchObject({ isWhole: true });
      if (reads.dialect === 'postgres') await uow.run((tx) => tx.change('ALTER TABLE events DISABLE TRIGGER USER'));
      else await uow.run((tx) => tx.change('DROP TRIGGER IF EXISTS events_refuse_delete'));
      for (const table of ['campaigns', 'events', 'processed_messages', 'deadlines', 'outbox']) {
        await uow.run((tx) => tx.change(`DELETE FROM ${table}`));
      }
    });

    const draft = (commandId = 'draft'): Promise<CommandResult> =>
      harness.runner.open(harness.feature, {
        actor: office,
        commandId,
        type: 'campaign.draft',
        instanceId: CAMPAIGN,
        input: PLAN,
        unit: UNIT,
      });
    const send = (name: string, commandId: string, input: object = {}, actor = office): Promise<CommandResult> =>
      harness.runner.run(harness.feature, { actor, commandId, type: `campaign.${name}`, instanceId: CAMPAIGN, input });
    const holdReview = (commandId: string): Promise<CommandResult> =>
      send('interimReview', commandId, { heldOn: '2024-01-10' });
    const launch = async (): Promise<void> => {
      await draft();
      await send('submit', 'submit');
      await send('approve', 'approve', { number: '15', symbol: 'KH', approvedOn: '2024-01-19' }, authority);
      await send('launch', 'launch', {}, authority);
    };
    const once = (results: readonly CommandResult[]): void => {
      expect(results.map(({ outcome }) => outcome)).toEqual(Array<string>(results.length).fill('accepted'));
      expect(results.filter((result) => result.outcome === 'accepted' && !result.isRepeat)).toHaveLength(1);
    };
    const purge = (): Promise<number> => harness.persistence.uow.run((tx) => purgeProcessed(tx, AFTER_EVERYTHING));

    it('opens one instance for a command that is sent twenty times at once', async () => {
      once(await Promise.all(TWENTY.map(() => draft())));
    });

    it('gives one effect to a command that is sent twenty times at once, whether it moves the instance or not', async () => {
      await draft();
      once(await Promise.all(TWENTY.map(() => send('submit', 'submit'))));
      await send('approve', 'approve', { number: '15', symbol: 'KH', approvedOn: '2024-01-19' }, authority);
      await send('launch', 'launch', {}, authority);
      once(await Promise.all(TWENTY.map(() => holdReview('review'))));
    });

    it('accepts all of twenty commands that do not exclude each other', async () => {
      await launch();
      const results = await Promise.all(TWENTY.map(holdReview));
      expect(results.map(({ outcome }) => outcome)).toEqual(TWENTY.map(() => 'accepted'));
    });

    it('says that an instance is there already when its opening is sent again after the answer was forgotten', async () => {
      await draft();
      expect(await purge()).toBe(1);
      expect(await draft()).toMatchObject({ outcome: 'refused', reasons: [{ code: 'PLATFORM.ALREADY_EXISTS' }] });
    });

    it('gives one effect to a bulk that is sent twenty times at once', async () => {
      await draft();
      const submit = { actor: office, commandId: 'submit', type: 'campaign.submit', instanceId: CAMPAIGN, input: {} };
      const results = await Promise.all(TWENTY.map(() => harness.bulk.runMany(harness.bulkFeature, [submit])));
      once(results.flat());
    });

    it('takes nothing in bulk that it would drop or write twice', async () => {
      await draft();
      const submit = { actor: office, type: 'campaign.submit', instanceId: CAMPAIGN, input: {} };
      const bulk = (...requests: readonly CommandRequest[]): Promise<unknown> =>
        harness.bulk.runMany(harness.bulkFeature, requests);
      const [one, two] = [
        { ...submit, commandId: 'one' },
        { ...submit, commandId: 'two' },
      ];
      await expect(bulk(one, two)).rejects.toThrow(/twice/);
      await expect(bulk({ ...one, texts: { comment: 'Gấp' } })).rejects.toThrow(/texts/);
      await expect(bulk({ ...one, expectedVersion: 1 })).rejects.toThrow(/version/);
    });

    it('takes one and the same command for one, in whatever order its fields come', async () => {
      await draft();
      const reordered = Object.fromEntries(Object.entries(PLAN).reverse());
      const request = { actor: office, commandId: 'draft', type: 'campaign.draft', instanceId: CAMPAIGN, unit: UNIT };
      const again = await harness.runner.open(harness.feature, {
        ...request,
        input: { ...reordered, theme: undefined },
        texts: {},
      });
      expect(again).toMatchObject({ outcome: 'accepted', isRepeat: true });
    });
  });
}
