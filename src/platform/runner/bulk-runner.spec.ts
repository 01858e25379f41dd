import type { Clock } from '../clock/clock.port';
import { SYSTEM_ACTOR } from '../auth/actor';
import type { BulkDecider } from './bulk-decider';
import type { BulkFeature } from './bulk-feature';
import { BulkRunner } from './bulk-runner';
import type { BulkWriter } from './bulk-writer';
import type { CommandRequest } from './command-request';

const request = (changes: Partial<CommandRequest>): CommandRequest => ({
  ...{ commandId: 'c1', actor: SYSTEM_ACTOR, type: 'thing.close', instanceId: 'i1', input: {} },
  ...changes,
});

describe(BulkRunner.name, () => {
  const run = jest.fn();
  const runner = new BulkRunner({ run }, {} as Clock, {} as BulkDecider, {} as BulkWriter);
  const other = { commandId: 'c2', instanceId: 'i2' };

  it.each<[string, Partial<CommandRequest>]>([
    ['A bulk asks one instance twice', { ...other, instanceId: 'i1' }],
    ['A bulk has one command id twice', { ...other, commandId: 'c1' }],
    ['A bulk is of one actor', { ...other, actor: { ...SYSTEM_ACTOR, id: 'somebody' } }],
    ['A bulk keeps no texts', { ...other, texts: { reason: 'vì' } }],
    ['A bulk knows no expected version', { ...other, expectedVersion: 1 }],
  ])('begins nothing: %s', async (mistake, second) => {
    await expect(runner.runMany({} as BulkFeature, [request({}), request(second)])).rejects.toThrow(mistake);
    expect(run).not.toHaveBeenCalled();
  });
});
