import { requiredJobsOf } from './required-jobs';

describe(requiredJobsOf.name, () => {
  it('finds the effects of the opening and of all states, each once', () => {
    const effect = (job: string): object => ({ type: 'effect', params: { job, include: [] } });
    const config = {
      opening: { actions: [effect('greet')] },
      states: {
        open: {
          on: { go: { actions: [{ type: 'fact', params: { type: 'x' } }, effect('tell')] } },
          states: { in: { on: { go: { actions: [effect('tell')] } } } },
        },
      },
    };
    expect(requiredJobsOf([{ id: 'thing@1', definition: { config } }])).toEqual([
      { job: 'greet', neededBy: 'thing@1' },
      { job: 'tell', neededBy: 'thing@1' },
    ]);
  });
});
