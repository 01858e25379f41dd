import { instant } from '../../../workflows/kernel';
import { planAhead } from './plan-ahead';
import type { ReminderPlan } from './reminder-rules.port';

const at = (day: number): ReturnType<typeof instant> =>
  instant(`2024-01-${String(day).padStart(2, '0')}T01:00:00.000Z`);
const plan: ReminderPlan = {
  catchUp: 'sendLate',
  moments: [
    { offsetDays: 0, dueAt: at(15) },
    { offsetDays: -7, dueAt: at(8) },
    { offsetDays: -3, dueAt: at(12) },
  ],
};

describe(planAhead.name, () => {
  it('takes the moments up to the horizon and looks again at the next one', () => {
    expect(planAhead(plan, at(1), at(12))).toEqual({
      moments: [
        { offsetDays: -7, dueAt: at(8) },
        { offsetDays: -3, dueAt: at(12) },
      ],
      lookAt: at(15),
    });
  });

  it('leaves out what lies before', () => {
    expect(planAhead(plan, at(12), at(13)).moments).toEqual([{ offsetDays: -3, dueAt: at(12) }]);
  });

  it('never looks again when nothing is left or nobody is to be told', () => {
    expect(planAhead(plan, at(13), at(20)).lookAt).toBeUndefined();
    expect(planAhead(undefined, at(1), at(20))).toEqual({ moments: [], lookAt: undefined });
  });
});
