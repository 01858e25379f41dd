import { campaignWorkflow } from '../../workflows/campaign';
import { replay, type WorkflowCommand } from '../../workflows/kernel';
import { NotFoundError } from '../../src/platform/errors/platform.errors';
import { readStream, type PersistenceOptions } from '../../src/platform/persistence';
import { verifyStream } from '../../src/platform/persistence/verify-stream';
import { KeyReusedError } from '../../src/platform/runner/answered-commands';
import { derivedId } from '../../src/platform/ids/derived-id';
import type { BulkFeature } from '../../src/platform/runner/bulk-feature';
import type { CommandRequest, OpenRequest } from '../../src/platform/runner/command-request';
import type { CommandResult } from '../../src/platform/runner/command-result';
import { onTrial } from '../../src/platform/runner/trial';
import { actorWith, openHarness, PLAN, UNIT, type RunnerHarness } from '../integration/runner-harness';

const CAMPAIGN = '00000000-0000-7000-8000-0000000000c1';
const office = actorWith('standingOffice');
const authority = actorWith('decidingAuthority');

/** What the runner promises on every database. */
export function runnerContract(options: () => PersistenceOptions): void {
  let harness: RunnerHarness;
  beforeEach(async () => {
    harness = await openHarness(options());
  });
  afterEach(async () => {
    await clean(harness);
    await harness.persistence.close();
  });

  const draft = (commandId = 'draft', actor = office): Promise<CommandResult> =>
    harness.runner.open(harness.feature, {
      actor,
      commandId,
      type: 'campaign.draft',
      instanceId: CAMPAIGN,
      input: PLAN,
      unit: UNIT,
    });

  const send = (
    name: string,
    more: { input?: object; texts?: Record<string, string>; id?: string; actor?: typeof office; version?: number } = {},
  ): Promise<CommandResult> =>
    harness.runner.run(harness.feature, {
      actor: more.actor ?? office,
      commandId: more.id ?? `command-${name}`,
      type: `campaign.${name}`,
      instanceId: CAMPAIGN,
      input: more.input ?? {},
      ...(more.texts ? { texts: more.texts } : {}),
      ...(more.version === undefined ? {} : { expectedVersion: more.version }),
    });

  const launch = async (): Promise<void> => {
    await draft();
    await send('submit');
    await send('approve', {
      actor: authority,
      input: { number: '15', symbol: 'KH-UBND', approvedOn: '2024-01-19' },
    });
    expect(await send('launch', { actor: authority })).toMatchObject({ outcome: 'accepted', state: 'underway' });
  };

  const draftMany = async (count: number): Promise<string[]> => {
    const ids = Array.from({ length: count }, (_, index) => derivedId('many', String(index)));
    for (const id of ids) {
      await harness.runner.open(harness.feature, {
        actor: office,
        commandId: `draft-${id}`,
        type: 'campaign.draft',
        instanceId: id,
        input: PLAN,
        unit: UNIT,
      });
    }
    return ids;
  };

  const submitOf = (instanceId: string): CommandRequest => ({
    actor: office,
    commandId: `submit-${instanceId}`,
    type: 'campaign.submit',
    instanceId,
    input: {},
  });

  const countOf = async (table: string): Promise<number> => {
    const [row] = await harness.persistence.reads.rows<{ count: number }>(
      `SELECT CAST(COUNT(*) AS INTEGER) AS count FROM ${table}`,
    );
    return row?.count ?? 0;
  };

  const everything = async (): Promise<readonly unknown[]> => {
    const tables = ['campaigns', 'events', 'outbox', 'deadlines', 'processed_messages', 'private_texts'];
    return Promise.all(tables.map((table) => harness.persistence.reads.rows(`SELECT * FROM ${table} ORDER BY 1, 2`)));
  };

  it('writes state, events, deadlines, messages and the answer of a command together', async () => {
    await launch();
    expect(await countOf('outbox')).toBe(1);
    expect(await countOf('deadlines')).toBe(1);
    expect(await countOf('processed_messages')).toBe(4);
    const events = await readStream(harness.persistence.reads, CAMPAIGN);
    expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
    expect(verifyStream(events)).toMatchObject({ isWhole: true });
  });

  it('takes at most nine statements for a command', async () => {
    await draft();
    await send('submit');
    await send('approve', { actor: authority, input: { number: '15', symbol: 'KH', approvedOn: '2024-01-19' } });
    harness.statements.length = 0;
    await send('launch', { actor: authority });
    expect(harness.statements.length).toBeLessThanOrEqual(9);
  });

  it('replays the stored commands to the stored state', async () => {
    await launch();
    const [row] = await harness.persistence.reads.rows<{ snapshot: string }>('SELECT snapshot FROM campaigns');
    const events = await readStream(harness.persistence.reads, CAMPAIGN);
    const commands = events
      .filter((event) => event.kind === 'command')
      .map((event) => {
        const { type, at, by, data } = JSON.parse(event.body) as WorkflowCommand & {
          data: { input: object; facts: object };
        };
        return { type, at, by, ...data };
      });
    expect(replay(campaignWorkflow, commands)).toEqual(JSON.parse(row?.snapshot ?? ''));
  });

  it('changes nothing when a command is refused, and says every reason', async () => {
    await launch();
    const before = await everything();
    const refused = await send('extend', {
      actor: authority,
      input: { deadline: { of: 'registration' }, dueOn: '2023-01-01' },
      texts: { reason: ' ' },
    });
    expect(refused).toMatchObject({
      outcome: 'refused',
      reasons: [
        { code: 'CAMPAIGN.REASON_MISSING' },
        { code: 'CAMPAIGN.NO_SUCH_DEADLINE' },
        { code: 'CAMPAIGN.NEW_DAY_PAST' },
      ],
    });
    expect(await everything()).toEqual(before);
  });

  it('gives a command that is sent twice one effect and one answer', async () => {
    const first = await draft();
    const second = await draft();
    expect(second).toEqual({ ...first, isRepeat: true });
    expect(await countOf('campaigns')).toBe(1);
  });

  it('refuses a command id that was used for another command', async () => {
    await draft();
    await send('submit', { id: 'same' });
    await expect(send('cancel', { id: 'same', actor: office })).rejects.toThrow(KeyReusedError);
  });

  it('does not keep a refusal under the command id', async () => {
    await draft();
    expect(await send('launch', { id: 'again', actor: authority })).toMatchObject({ outcome: 'refused' });
    await send('submit');
    await send('approve', { actor: authority, input: { number: '15', symbol: 'KH', approvedOn: '2024-01-19' } });
    expect(await send('launch', { id: 'again', actor: authority })).toMatchObject({ outcome: 'accepted' });
  });

  it('accepts one of twenty commands that exclude each other and tells the rest why', async () => {
    await draft();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) => send('submit', { id: `race-${index}` })),
    );
    const accepted = results.filter((result) => result.outcome === 'accepted');
    const refused = results.flatMap((result) => (result.outcome === 'refused' ? result.reasons : []));
    expect(accepted).toHaveLength(1);
    expect(refused.map((reason) => reason.code)).toEqual(Array<string>(19).fill('CAMPAIGN.NOT_IN_STATE'));
    expect(verifyStream(await readStream(harness.persistence.reads, CAMPAIGN))).toMatchObject({ isWhole: true });
  });

  it('runs one command on many instances as it runs it on one, with few statements', async () => {
    const ids = await draftMany(25);
    harness.statements.length = 0;
    const results = await harness.bulk.runMany(
      harness.bulkFeature,
      ids.map((id) => submitOf(id)),
    );
    expect(results.map(({ outcome }) => outcome)).toEqual(Array<string>(25).fill('accepted'));
    expect(harness.statements.length).toBeLessThanOrEqual(9);
    for (const id of ids) {
      expect(verifyStream(await readStream(harness.persistence.reads, id))).toMatchObject({ isWhole: true });
    }
    const [counted] = await harness.persistence.reads.rows<{ count: number }>(
      "SELECT CAST(COUNT(*) AS INTEGER) AS count FROM campaigns WHERE state = 'awaitingApproval' AND version = 2",
    );
    expect(counted?.count).toBe(25);
  });

  it('knows in bulk no instance of which the actor may not know, and forbids what the seats do not cover', async () => {
    const [id = ''] = await draftMany(1);
    const stranger = actorWith('standingOffice', '/elsewhere/');
    const as = (actor: typeof office): Promise<readonly CommandResult[]> =>
      harness.bulk.runMany(harness.bulkFeature, [{ ...submitOf(id), actor }]);
    await expect(as(stranger)).rejects.toThrow(NotFoundError);
    expect(await as(actorWith('auditor'))).toMatchObject([{ outcome: 'forbidden' }]);
    const seen = { ...harness.bulkFeature, isSeenBy: () => Promise.resolve(true) };
    expect(await harness.bulk.runMany(seen, [{ ...submitOf(id), actor: stranger }])).toMatchObject([
      { outcome: 'forbidden' },
    ]);
    const elsewhere = { ...seen, authorityPathsOf: () => Promise.resolve(new Map([[id, '/elsewhere/']])) };
    expect(await harness.bulk.runMany(elsewhere, [{ ...submitOf(id), actor: stranger }])).toMatchObject([
      { outcome: 'accepted' },
    ]);
  });

  const openingsOf = (count: number, actor = office): OpenRequest[] =>
    Array.from({ length: count }, (_, index) => ({
      actor,
      commandId: `open-${index}`,
      type: 'campaign.draft',
      instanceId: derivedId('opened', String(index)),
      input: PLAN,
      unit: UNIT,
    }));

  it('opens many instances as it opens one, with few statements, and once', async () => {
    await harness.runner.open(harness.feature, openingsOf(1)[0] as OpenRequest);
    const alone = await stateRows(harness);
    await clean(harness);
    await harness.persistence.close();
    harness = await openHarness(options());
    harness.statements.length = 0;
    const results = await harness.bulk.openMany(harness.bulkFeature, openingsOf(20));
    expect(results.map(({ outcome }) => outcome)).toEqual(Array<string>(20).fill('accepted'));
    expect(harness.statements.length).toBeLessThanOrEqual(8);
    expect((await stateRows(harness)).filter(({ id }) => id === alone[0]?.id)).toEqual(alone);
    for (const { instanceId } of openingsOf(20)) {
      expect(verifyStream(await readStream(harness.persistence.reads, instanceId))).toMatchObject({ isWhole: true });
    }
    const again = await harness.bulk.openMany(harness.bulkFeature, openingsOf(20));
    expect(again).toEqual(results.map((result) => ({ ...result, isRepeat: true })));
    const anew = openingsOf(1).map((opening) => ({ ...opening, commandId: 'another' }));
    expect(await harness.bulk.openMany(harness.bulkFeature, anew)).toMatchObject([
      { outcome: 'refused', reasons: [{ code: 'PLATFORM.ALREADY_EXISTS' }] },
    ]);
    expect(await countOf('campaigns')).toBe(20);
  });

  it('opens nothing in bulk for whom the unit does not exist, and forbids what the seats do not cover', async () => {
    const openAs = (actor: typeof office): Promise<readonly CommandResult[]> =>
      harness.bulk.openMany(harness.bulkFeature, openingsOf(2, actor));
    await expect(openAs(actorWith('standingOffice', '/elsewhere/'))).rejects.toThrow(NotFoundError);
    expect((await openAs(actorWith('auditor'))).map(({ outcome }) => outcome)).toEqual(['forbidden', 'forbidden']);
    expect(await countOf('campaigns')).toBe(0);
  });

  it('gives what only one may take to the first of many, and decides the others when it is taken', async () => {
    const taken = new Set<string>();
    const feature: BulkFeature = {
      ...harness.bulkFeature,
      takes: () => 'the only place',
      gatherFactsOfMany: async (rows, questions) => {
        const facts = await harness.bulkFeature.gatherFactsOfMany(rows, questions);
        return new Map([...facts].map(([id, fact]) => [id, { ...fact, codeIsTaken: taken.size > 0 }]));
      },
      alongsideMany: (_, changes) => {
        for (const { instanceId } of changes) taken.add(instanceId);
        return Promise.resolve();
      },
    };
    const results = await harness.bulk.openMany(feature, openingsOf(3));
    expect(results).toMatchObject([
      { outcome: 'accepted' },
      { outcome: 'refused', reasons: [{ code: 'CAMPAIGN.CODE_TAKEN' }] },
      { outcome: 'refused', reasons: [{ code: 'CAMPAIGN.CODE_TAKEN' }] },
    ]);
    expect(await countOf('campaigns')).toBe(1);
  });

  it('writes nothing of those among many that the feature refuses', async () => {
    const [first, second] = openingsOf(2);
    const reasons = [{ code: 'CAMPAIGN.NOT_TODAY', message: { vi: 'Hôm nay không nhận.', en: 'Not today.' } }];
    const feature = {
      ...harness.bulkFeature,
      refusalsOfMany: () => Promise.resolve(new Map([[second?.instanceId ?? '', reasons]])),
    };
    const results = await harness.bulk.openMany(feature, [first as OpenRequest, second as OpenRequest]);
    expect(results).toMatchObject([{ outcome: 'accepted' }, { outcome: 'refused', reasons }]);
    expect((await stateRows(harness)).map(({ id }) => id)).toEqual([first?.instanceId]);
  });

  it('leaves no trace of many commands that are only tried', async () => {
    const before = await everything();
    const results = await onTrial(() => harness.bulk.openMany(harness.bulkFeature, openingsOf(3)));
    expect(results.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(await everything()).toEqual(before);
  });

  it('refuses the one among many that does not fit, and gives answers that were given before', async () => {
    const ids = await draftMany(3);
    await harness.runner.run(harness.feature, { ...submitOf(ids[1] ?? ''), commandId: 'alone' });
    const requests = ids.map((id) => submitOf(id));
    expect((await harness.bulk.runMany(harness.bulkFeature, requests)).map(({ outcome }) => outcome)).toEqual([
      'accepted',
      'refused',
      'accepted',
    ]);
    expect(await harness.bulk.runMany(harness.bulkFeature, requests)).toMatchObject([
      { outcome: 'accepted', isRepeat: true },
      { outcome: 'refused' },
      { outcome: 'accepted', isRepeat: true },
    ]);
  });

  it('tells a caller who has seen an older version that it is stale', async () => {
    await draft();
    await send('submit', { version: 1 });
    expect(await send('cancel', { version: 1, actor: authority, texts: { reason: 'late' } })).toEqual({
      outcome: 'stale',
      version: 2,
    });
  });

  it('tells who lacks the permission which one it takes, and who may not know of it nothing at all', async () => {
    await launch();
    expect(await send('conclude', { actor: office })).toMatchObject({
      outcome: 'forbidden',
      permissions: ['campaign.direct'],
    });
    await expect(send('conclude', { actor: actorWith('decidingAuthority', '/elsewhere/') })).rejects.toThrow(
      NotFoundError,
    );
  });

  it('keeps free text out of the events, so that it can be erased and the chain still verifies', async () => {
    await draft();
    await send('cancel', { actor: authority, texts: { reason: 'Ông Nguyễn đã xin rút' } });
    const events = await readStream(harness.persistence.reads, CAMPAIGN);
    expect(events.map((event) => event.body).join()).not.toContain('Nguyễn');
    await harness.persistence.uow.run((tx) => tx.change('UPDATE private_texts SET text = NULL, salt = NULL'));
    expect(verifyStream(events)).toMatchObject({ isWhole: true });
  });
}

/** All state rows, in the order of their ids. */
function stateRows({ persistence }: RunnerHarness): Promise<readonly { readonly id: string }[]> {
  return persistence.reads.rows('SELECT * FROM campaigns ORDER BY id');
}

async function clean({ persistence }: RunnerHarness): Promise<void> {
  if (persistence.reads.dialect === 'sqlite') return;
  await persistence.writer.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
}
