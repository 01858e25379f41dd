import { fewAtOnce } from './few-at-once';

describe(fewAtOnce.name, () => {
  it('never does more at a time, and answers in order', async () => {
    let [atOnce, most] = [0, 0];
    const work = async (item: number): Promise<number> => {
      most = Math.max(most, (atOnce += 1));
      await Promise.resolve();
      atOnce -= 1;
      return item * 2;
    };
    expect(await fewAtOnce([1, 2, 3, 4, 5], 2, work)).toEqual([2, 4, 6, 8, 10]);
    expect(most).toBe(2);
  });
});
