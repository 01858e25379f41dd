import { retyped } from './retyped';
import type { Reason } from './world/rehearsal-world';

const about = (...fields: readonly string[]): Reason[] =>
  fields.map((field) => ({ code: 'DECIMAL_TEXT', message: { vi: '', en: '' }, field }));

describe(retyped.name, () => {
  it('makes text of the numbers that the form does not take as numbers, and of no others', () => {
    const input = { count: 3, values: [{ value: 7000 }, { value: '1' }], plan: { value: 5 } };
    expect(retyped(input, about('values[0].value', 'plan.value'))).toEqual({
      count: 3,
      values: [{ value: '7000' }, { value: '1' }],
      plan: { value: '5' },
    });
    expect(input.values[0]?.value).toBe(7000);
  });

  it('changes nothing where no number is to blame', () => {
    expect(retyped({ name: '', list: [] }, about('name', 'list', 'missing[2].value'))).toBeUndefined();
  });
});
