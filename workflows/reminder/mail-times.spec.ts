import { instant, type Instant } from '../kernel';
import { afterQuietHours, mailPolicyProblems, mailTimeOf, PLAIN_MAIL, quietHoursProblem, type MailPolicy } from '.';

const vn = (date: string, time: string): Instant => instant(new Date(`${date}T${time}+07:00`).toISOString());
const NIGHT = { from: '21:00', to: '06:30' };
const POLICY: MailPolicy = {
  ...PLAIN_MAIL,
  mode: 'digest',
  gatherMinutes: 15,
  dailyAt: '08:30',
  quietHours: NIGHT,
  mostQuietHours: 14,
};

describe('afterQuietHours', () => {
  it.each([
    ['2024-03-08', '20:59:59.999', '2024-03-08', '20:59:59.999'],
    ['2024-03-08', '21:00:00.000', '2024-03-09', '06:30:00.000'],
    ['2024-12-31', '23:59:59.999', '2025-01-01', '06:30:00.000'],
    ['2024-03-01', '00:00:00.000', '2024-03-01', '06:30:00.000'],
    ['2024-03-08', '06:29:59.999', '2024-03-08', '06:30:00.000'],
    ['2024-03-08', '06:30:00.000', '2024-03-08', '06:30:00.000'],
  ])('over midnight: %s %s becomes %s %s', (date, time, toDate, toTime) => {
    expect(afterQuietHours(vn(date, time), NIGHT)).toBe(vn(toDate, toTime));
  });

  it('within a day, and without any', () => {
    const noon = { from: '11:30', to: '13:30' };
    expect(afterQuietHours(vn('2024-03-08', '12:00'), noon)).toBe(vn('2024-03-08', '13:30'));
    expect(afterQuietHours(vn('2024-03-08', '13:30'), noon)).toBe(vn('2024-03-08', '13:30'));
    expect(afterQuietHours(vn('2024-03-08', '11:29'), noon)).toBe(vn('2024-03-08', '11:29'));
    expect(afterQuietHours(vn('2024-03-08', '23:00'), null)).toBe(vn('2024-03-08', '23:00'));
  });

  it('gives a moment that it leaves as it is, so that nothing waits twice', () => {
    for (let hour = 0; hour < 24; hour += 1) {
      const once = afterQuietHours(vn('2024-03-08', `${String(hour).padStart(2, '0')}:15`), NIGHT);
      expect(afterQuietHours(once, NIGHT)).toBe(once);
    }
  });
});

describe('mailTimeOf', () => {
  const eight = vn('2024-03-08', '08:00');
  const time = (told: Instant, more: Partial<MailPolicy>, isUrgent = false) =>
    mailTimeOf(told, { ...POLICY, ...more }, POLICY, isUrgent);

  it.each<[string, Partial<MailPolicy>, object | undefined]>([
    ['by itself', { mode: 'each' }, { at: eight, isGathered: false, isHeld: false }],
    ['in a digest', {}, { at: vn('2024-03-08', '08:15'), isGathered: true, isHeld: false }],
    ['with those of the day', { mode: 'daily' }, { at: vn('2024-03-08', '08:30'), isGathered: true, isHeld: false }],
    ['never', { mode: 'off' }, undefined],
  ])('goes %s', (_, more, expected) => {
    expect(time(eight, more)).toEqual(expected);
  });

  it('goes with those of the next day once the mail of this one has left', () => {
    expect(time(vn('2024-03-08', '08:30'), { mode: 'daily' })?.at).toBe(vn('2024-03-09', '08:30'));
  });

  it('is held by quiet hours, which a digest may only reach while it gathers, and not when urgent', () => {
    const evening = vn('2024-03-08', '20:50');
    expect(time(evening, {})).toEqual({ at: vn('2024-03-09', '06:30'), isGathered: true, isHeld: true });
    expect(time(evening, { mode: 'each' })?.at).toBe(evening);
    const night = vn('2024-03-08', '22:00');
    expect(time(night, {}, true)).toEqual({ at: night, isGathered: false, isHeld: false });
    expect(time(night, { mode: 'off' }, true)).toBeUndefined();
  });
});

describe('quietHoursProblem', () => {
  it.each([
    [{ from: '21:00', to: '06:30' }, 14, undefined],
    [{ from: '20:00', to: '10:00' }, 14, undefined],
    [{ from: '20:00', to: '10:01' }, 14, 'tooLong'],
    [{ from: '08:00', to: '08:00' }, 14, 'empty'],
    [{ from: '8:00', to: '10:00' }, 14, 'notATime'],
  ])('%j of at most %i hours: %s', (span, most, problem) => {
    expect(quietHoursProblem(span, most)).toBe(problem);
  });
});

describe('mailPolicyProblems', () => {
  const fields = (more: Partial<MailPolicy>): readonly string[] =>
    mailPolicyProblems({ ...POLICY, ...more }).map(({ field }) => field);

  it('finds none in what can be used, and each that is there', () => {
    expect(fields({})).toEqual([]);
    expect(mailPolicyProblems(PLAIN_MAIL)).toEqual([]);
    expect(fields({ gatherMinutes: 1441, dailyAt: '8h', mostQuietHours: 24 })).toEqual([
      ...['gatherMinutes', 'dailyAt', 'mostQuietHours'],
    ]);
    expect(fields({ quietHours: { from: '08:00', to: '08:00' } })).toEqual(['quietHours']);
  });
});
