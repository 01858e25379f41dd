import { SYSTEM_ACTOR } from '../auth/actor';
import { InvalidRequestError, UnknownCommandError } from '../http/problems/http.errors';
import { BoundedText } from '../http/validators';
import { NoInput } from '../validation/no-input';
import { CommandDispatcher, type DispatchRequest } from './command-dispatcher';
import type { FeatureCommand, FeatureCommands } from './feature-commands';

class NameRequest {
  @BoundedText({ max: 20 })
  readonly name: string;

  @BoundedText({ max: 20, optional: true })
  readonly remark?: string;
}

class Things implements FeatureCommands {
  readonly forms = {
    'thing.add': { input: NameRequest, texts: ['remark'], opens: true },
    'thing.close': { input: NoInput },
  } as const;

  readonly seen: FeatureCommand[] = [];

  execute(command: FeatureCommand): ReturnType<FeatureCommands['execute']> {
    this.seen.push(command);
    return Promise.resolve({ outcome: 'refused', reasons: [] });
  }
}

describe(CommandDispatcher.name, () => {
  const sent = { actor: SYSTEM_ACTOR, commandId: 'one' };
  let things: Things;
  let dispatcher: CommandDispatcher;
  beforeEach(() => {
    things = new Things();
    dispatcher = new CommandDispatcher();
    dispatcher.register(things);
  });

  it('hands the feature plain, checked input with the free texts apart', async () => {
    await dispatcher.dispatch({
      ...sent,
      type: 'thing.add',
      input: { name: ' Tổ 1 ', remark: 'riêng' },
      comment: 'ghi chú',
    });
    expect(things.seen).toEqual([
      { ...sent, type: 'thing.add', input: { name: 'Tổ 1' }, texts: { remark: 'riêng', comment: 'ghi chú' } },
    ]);
  });

  it.each([[{ name: '' }], [{ name: 'x', other: 1 }], [{}], [null], ['text']])(
    'refuses the input %j',
    async (input) => {
      await expect(dispatcher.dispatch({ ...sent, type: 'thing.add', input })).rejects.toThrow(InvalidRequestError);
      expect(things.seen).toEqual([]);
    },
  );

  it('refuses any field where nothing is taken', async () => {
    const request = { ...sent, type: 'thing.close', instanceId: 'id', input: { reason: 'x' } };
    await expect(dispatcher.dispatch(request)).rejects.toThrow(InvalidRequestError);
  });

  describe('of many', () => {
    const add = (commandId: string, input: unknown): DispatchRequest => ({
      ...{ actor: SYSTEM_ACTOR, commandId, type: 'thing.add', input },
    });

    it('executes one after another where the feature has no faster way', async () => {
      const results = await dispatcher.dispatchMany([add('one', { name: 'Tổ 1' }), add('two', { name: 'Tổ 1' })]);
      expect(results).toHaveLength(2);
      expect(things.seen.map(({ commandId, input }) => [commandId, input])).toEqual([
        ['one', { name: 'Tổ 1' }],
        ['two', { name: 'Tổ 1' }],
      ]);
    });

    it('hands all over at once where the feature has one, each with its own comment', async () => {
      const executeMany = jest.fn((commands: readonly FeatureCommand[]) =>
        Promise.resolve(commands.map(() => ({ outcome: 'refused' as const, reasons: [] }))),
      );
      Object.assign(things, { executeMany });
      await dispatcher.dispatchMany([
        { ...add('one', { name: 'Tổ 1', remark: 'riêng' }), comment: 'gấp' },
        add('two', { name: 'Tổ 1', remark: 'riêng' }),
      ]);
      expect(things.seen).toEqual([]);
      expect(executeMany.mock.calls[0]?.[0].map(({ input, texts }) => [input, texts])).toEqual([
        [{ name: 'Tổ 1' }, { remark: 'riêng', comment: 'gấp' }],
        [{ name: 'Tổ 1' }, { remark: 'riêng' }],
      ]);
    });

    it('executes none when one of them cannot be taken', async () => {
      const wrong = [add('one', { name: 'Tổ 1' }), add('two', { name: '' })];
      await expect(dispatcher.dispatchMany(wrong)).rejects.toThrow(InvalidRequestError);
      expect(things.seen).toEqual([]);
    });
  });

  it('knows no command that is sent to the wrong place', async () => {
    const wrong = [
      { ...sent, type: 'thing.burn', input: {} },
      { ...sent, type: 'thing.close', input: {} },
      { ...sent, type: 'thing.add', instanceId: 'id', input: { name: 'x' } },
    ];
    for (const request of wrong) await expect(dispatcher.dispatch(request)).rejects.toThrow(UnknownCommandError);
  });

  it('refuses two features that answer to one command', () => {
    expect(() => {
      dispatcher.register(new Things());
    }).toThrow('thing.add');
  });
});
