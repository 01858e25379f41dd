import {
  addDays,
  addMilliseconds,
  atLocalTime,
  localDateOf,
  millisecondsBetween,
  MS_PER_MINUTE,
  startOfDay,
  type Instant,
} from '../kernel';

/**
 * How somebody wants mail: `each` reminder by itself, those of some minutes in one `digest`, those of a day in one `daily`
 * mail, or none, `off`. Notices in the application come all the same.
 */
export const MAIL_MODES = ['each', 'digest', 'daily', 'off'] as const;

export type MailMode = (typeof MAIL_MODES)[number];

/** Hours of a day in Asia/Ho_Chi_Minh, `21:00` to `06:30`; the first minute is in, the last one out. May cross midnight. */
export interface HourSpan {
  readonly from: string;
  readonly to: string;
}

/** What holds in an installation for mails of reminders, where users say nothing else; survives JSON. */
export interface MailPolicy {
  readonly mode: MailMode;
  /** How long a digest gathers, from the first reminder in it. */
  readonly gatherMinutes: number;
  /** When the mail of a day leaves. */
  readonly dailyAt: string;
  /** No mail leaves in these hours, except urgent ones; null for none. */
  readonly quietHours: HourSpan | null;
  /** Users may choose quiet hours of their own, up to so many hours long. */
  readonly mostQuietHours: number;
}

/** Every mail by itself and at once: where nothing else is said. */
export const PLAIN_MAIL: MailPolicy = {
  mode: 'each',
  gatherMinutes: 0,
  dailyAt: '08:00',
  quietHours: null,
  mostQuietHours: 0,
};

/** When a mail leaves. */
export interface MailTime {
  readonly at: Instant;
  /** True when it leaves in one mail with others. */
  readonly isGathered: boolean;
  /** True when it waits only because of quiet hours. */
  readonly isHeld: boolean;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const MINUTES_OF_DAY = 1440;

/** When the mail of somebody who was told at this moment leaves; undefined when they want none. Pure, so that it can be asked again. */
export function mailTimeOf(
  told: Instant,
  { mode, quietHours }: Pick<MailPolicy, 'mode' | 'quietHours'>,
  { gatherMinutes, dailyAt }: Pick<MailPolicy, 'gatherMinutes' | 'dailyAt'>,
  isUrgent: boolean,
): MailTime | undefined {
  if (mode === 'off') return undefined;
  if (isUrgent) return { at: told, isGathered: false, isHeld: false };
  const isGathered = mode !== 'each';
  const wanted =
    mode === 'each'
      ? told
      : mode === 'digest'
        ? addMilliseconds(told, gatherMinutes * MS_PER_MINUTE)
        : nextAt(told, dailyAt);
  const at = afterQuietHours(wanted, quietHours);
  return { at, isGathered, isHeld: at !== wanted };
}

/** The same moment, or the end of the quiet hours that it lies in. */
export function afterQuietHours(at: Instant, quietHours: HourSpan | null): Instant {
  if (quietHours === null) return at;
  const { from, to } = quietHours;
  const date = localDateOf(at);
  const minute = Math.floor(millisecondsBetween(startOfDay(date), at) / MS_PER_MINUTE);
  const [first, end] = [minuteOf(from), minuteOf(to)];
  if (first < end) return first <= minute && minute < end ? atLocalTime(date, to) : at;
  if (minute < end) return atLocalTime(date, to);
  return first <= minute ? atLocalTime(addDays(date, 1), to) : at;
}

/** What is wrong with quiet hours, for people to read; undefined when they can be used. */
export function quietHoursProblem(
  { from, to }: HourSpan,
  mostHours: number,
): 'notATime' | 'empty' | 'tooLong' | undefined {
  if (!TIME.test(from) || !TIME.test(to)) return 'notATime';
  const minutes = (minuteOf(to) - minuteOf(from) + MINUTES_OF_DAY) % MINUTES_OF_DAY;
  if (minutes === 0) return 'empty';
  return minutes > mostHours * 60 ? 'tooLong' : undefined;
}

/** Everything that contradicts itself in a policy: field and reason. */
export function mailPolicyProblems(policy: MailPolicy): readonly { readonly field: string; readonly reason: string }[] {
  const { gatherMinutes, dailyAt, quietHours, mostQuietHours } = policy;
  const isWithin = (value: number, most: number): boolean => Number.isSafeInteger(value) && 0 <= value && value <= most;
  const quiet = quietHours && quietHoursProblem(quietHours, 23);
  return [
    ...(isWithin(gatherMinutes, MINUTES_OF_DAY) ? [] : [{ field: 'gatherMinutes', reason: 'must be 0 to 1440' }]),
    ...(TIME.test(dailyAt) ? [] : [{ field: 'dailyAt', reason: `"${dailyAt}" is not a time of day like 08:00` }]),
    ...(quiet ? [{ field: 'quietHours', reason: `are ${quiet}` }] : []),
    ...(isWithin(mostQuietHours, 23) ? [] : [{ field: 'mostQuietHours', reason: 'must be 0 to 23' }]),
  ];
}

/** The first moment after this one at which it is so late in Vietnam. */
function nextAt(moment: Instant, time: string): Instant {
  const today = atLocalTime(localDateOf(moment), time);
  return today > moment ? today : atLocalTime(addDays(localDateOf(moment), 1), time);
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
