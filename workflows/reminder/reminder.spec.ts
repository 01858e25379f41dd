import { localDate } from '../kernel';
import { isForWhoOwes, messageOf, occurrencesOf, reminderProblems, type ReminderRule } from '.';

const aRule = (changes: Partial<ReminderRule> = {}): ReminderRule => ({
  kind: 'campaign.reportDue',
  offsetsDays: [-7, 0, 3],
  localTime: '08:00',
  recipients: ['unitHead'],
  catchUp: 'sendLate',
  messages: {
    before: { vi: 'Còn {days} ngày đến hạn "{name}" ({dueOn}).', en: '{days} days left for "{name}" ({dueOn}).' },
    onTheDay: { vi: 'Hôm nay', en: 'Today' },
    after: { vi: 'Quá hạn {days} ngày', en: '{days} days late' },
  },
  ...changes,
});

describe('occurrencesOf', () => {
  it('reminds before, on and after the due day, at the local time', () => {
    expect(occurrencesOf(aRule(), { dueOn: localDate('2024-03-31') })).toEqual([
      { offsetDays: -7, at: '2024-03-24T01:00:00.000Z', phase: 'before' },
      { offsetDays: 0, at: '2024-03-31T01:00:00.000Z', phase: 'onTheDay' },
      { offsetDays: 3, at: '2024-04-03T01:00:00.000Z', phase: 'after' },
    ]);
  });

  it('reaches over the turn of the year and the leap day', () => {
    const days = (dueOn: string) =>
      occurrencesOf(aRule({ offsetsDays: [-1, 1] }), { dueOn: localDate(dueOn) }).map(({ at }) => at.slice(0, 10));
    expect(days('2024-12-31')).toEqual(['2024-12-30', '2025-01-01']);
    expect(days('2024-02-29')).toEqual(['2024-02-28', '2024-03-01']);
  });

  it('leaves out what lies beyond the calendar', () => {
    const offsets = (dueOn: string) =>
      occurrencesOf(aRule(), { dueOn: localDate(dueOn) }).map(({ offsetDays }) => offsetDays);
    expect(offsets('2200-12-31')).toEqual([-7, 0]);
    expect(offsets('2200-12-28')).toEqual([-7, 0, 3]);
    expect(offsets('1900-01-07')).toEqual([0, 3]);
    expect(offsets('1900-01-08')).toEqual([-7, 0, 3]);
  });

  it('puts an early hour on the day before in UTC', () => {
    const [early] = occurrencesOf(aRule({ localTime: '06:30', offsetsDays: [0] }), { dueOn: localDate('2024-01-19') });
    expect(early?.at).toBe('2024-01-18T23:30:00.000Z');
  });
});

describe('escalation', () => {
  const escalation = [
    { afterDays: 5, recipients: ['unitHead'], message: { vi: 'Thủ trưởng', en: 'The head' } },
    { afterDays: 10, recipients: ['parentOffice'], message: { vi: 'Còn {count} đơn vị', en: '{count} units' } },
  ] as const;
  const rule = aRule({ escalation, onlyWhoOwes: ['after'] });
  const due = { name: 'Báo cáo', dueOn: localDate('2024-03-31') };

  it('comes after the days of the rule, in its own words', () => {
    const all = occurrencesOf(rule, due);
    expect(all.map(({ offsetDays }) => offsetDays)).toEqual([-7, 0, 3, 5, 10]);
    expect(messageOf(rule, all[4]!, { ...due, saidOn: localDate('2024-04-10'), count: 3 }).vi).toBe('Còn 3 đơn vị');
  });

  it('is for those who owe, as are the phases that say so', () => {
    expect([-7, 0, 3, 5].map((days) => isForWhoOwes(rule, days))).toEqual([false, false, true, true]);
    expect(isForWhoOwes(aRule(), 3)).toBe(false);
  });

  it('leaves out who has done their part when something is said late: what is overdue is overdue for others', () => {
    expect(isForWhoOwes(rule, -7, 2)).toBe(true);
    expect(isForWhoOwes(rule, -7, 0)).toBe(false);
  });
});

describe('messageOf', () => {
  const due = { name: 'Báo cáo quý I', dueOn: localDate('2024-03-31') };
  const saidOn = (day: string) => ({ ...due, saidOn: localDate(day) });

  it('fills in what is due, when, and how many days away', () => {
    const [before, , after] = occurrencesOf(aRule(), due);
    expect(messageOf(aRule(), before!, saidOn('2024-03-24')).vi).toBe(
      'Còn 7 ngày đến hạn "Báo cáo quý I" (31/03/2024).',
    );
    expect(messageOf(aRule(), after!, saidOn('2024-04-03')).en).toBe('3 days late');
  });

  it.each([
    ['2024-03-28', 'Còn 3 ngày đến hạn "Báo cáo quý I" (31/03/2024).'],
    ['2024-03-31', 'Hôm nay'],
    ['2024-04-02', 'Quá hạn 2 ngày'],
  ])('is true on the day on which it is said, %s, however late that is', (day, words) => {
    expect(messageOf(aRule(), { offsetDays: -7 }, saidOn(day)).vi).toBe(words);
  });

  it('has plain words for a day that its rule does not reach', () => {
    const before = aRule({ offsetsDays: [-7], messages: { ...aRule().messages, onTheDay: null, after: null } });
    const said = (day: string) => messageOf(before, { offsetDays: -7 }, saidOn(day));
    expect(said('2024-03-31').vi).toBe('Hôm nay là hạn của "Báo cáo quý I" (31/03/2024).');
    expect(said('2024-04-02').vi).toBe('Hạn của "Báo cáo quý I" (31/03/2024) đã qua 2 ngày.');
    expect(said('2024-04-02').en).toBe('"Báo cáo quý I" was due on 31/03/2024; days past: 2.');
  });

  it('counts the days of a step of escalation to the day on which it is said too', () => {
    const message = { vi: 'Quá {days} ngày, {count} đơn vị', en: '{days}' };
    const rule = aRule({ escalation: [{ afterDays: 5, recipients: ['unitHead'], message }] });
    expect(messageOf(rule, { offsetDays: 5 }, { ...saidOn('2024-04-08'), count: 2 }).vi).toBe('Quá 8 ngày, 2 đơn vị');
  });

  it('refuses a phase for which the rule has no words', () => {
    const rule = aRule({ messages: { ...aRule().messages, after: null } });
    expect(() => messageOf(rule, { offsetDays: 3 }, saidOn('2024-04-03'))).toThrow(RangeError);
  });
});

describe('reminderProblems', () => {
  const reasons = (...rules: ReminderRule[]) =>
    reminderProblems(rules).map(({ index, path, reason }) => `${index} ${path.join('.')}: ${reason}`);

  it('finds none in a rule that can be used', () => {
    expect(reasons(aRule(), aRule({ kind: 'review.meets' }))).toEqual([]);
  });

  it.each<[string, Partial<ReminderRule>]>([
    ['0 localTime: "8:00" is not a time of day like 08:00', { localTime: '8:00' }],
    ['0 recipients: names nobody', { recipients: [] }],
    ['0 recipients: parentOffice is for escalation: it is found from who owes', { recipients: ['parentOffice'] }],
    ['0 onlyWhoOwes: nobody owes by review.meets', { kind: 'review.meets', onlyWhoOwes: ['after'] }],
    [
      '0 escalation.0.afterDays: 3 is a day of offsetsDays too',
      { escalation: [{ afterDays: 3, recipients: ['unitHead'], message: { vi: 'x', en: 'x' } }] },
    ],
    [
      '0 escalation.0.afterDays: must come after the day',
      { escalation: [{ afterDays: -1, recipients: ['unitHead'], message: { vi: 'x', en: 'x' } }] },
    ],
    [
      '0 escalation.0.recipients: names nobody',
      { escalation: [{ afterDays: 5, recipients: [], message: { vi: 'x', en: 'x' } }] },
    ],
    [
      '0 escalation.0.message.vi: {who} is none of {name}, {dueOn}, {days}, {count}',
      { escalation: [{ afterDays: 5, recipients: ['unitHead'], message: { vi: '{who}', en: 'x' } }] },
    ],
    ['0 recipients: names somebody twice', { recipients: ['unitHead', 'unitHead'] }],
    ['0 offsetsDays.1: -8 must come after -7: write the days in order, each once', { offsetsDays: [-7, -8, 0, 1] }],
    ['0 offsetsDays.3: 1 must come after 1: write the days in order, each once', { offsetsDays: [-7, 0, 1, 1] }],
    ['0 offsetsDays.2: 367 is not a whole number of days from -366 to 366', { offsetsDays: [-1, 0, 367] }],
    ['0 messages: has no after, which the days reach', { messages: { ...aRule().messages, after: null } }],
    ['0 messages.after: is never used: no day reaches it', { offsetsDays: [-7, 0] }],
    [
      '0 messages.onTheDay.en: {who} is none of {name}, {dueOn}, {days}',
      { messages: { ...aRule().messages, onTheDay: { vi: 'Hôm nay', en: '{who}' } } },
    ],
  ])('finds %s', (reason, changes) => {
    expect(reasons(aRule(changes))).toContain(reason);
  });

  it('finds a second rule for one kind', () => {
    expect(reasons(aRule(), aRule())).toEqual(['1 kind: another rule is for campaign.reportDue']);
  });
});
