import type { VersionedCalendar } from '../../workflows/kernel';
import { localDate, type DeadlineSpec } from '../../workflows/kernel';
import type { MailPolicy, ReminderRule } from '../../workflows/reminder';
import { NoInput } from '../../src/platform/validation/no-input';
import type { CommandResult } from '../../src/platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../../src/platform/runner/feature-commands';
import type { DeadlineStream } from '../../src/platform/deadlines/deadline-store';
import {
  RecipientDirectory,
  type OwingRecipientQuery,
  type Recipient,
  type RecipientOfUnit,
  type RecipientQuery,
} from '../../src/reminders';
import { RulebooksService } from '../../src/rulebooks';

const messages = {
  before: { vi: 'Còn {days} ngày đến hạn của "{name}" ({dueOn}).', en: '"{name}" is due in {days} days ({dueOn}).' },
  onTheDay: { vi: 'Hôm nay là hạn của "{name}" ({dueOn}).', en: '"{name}" is due today ({dueOn}).' },
  after: { vi: '"{name}" quá hạn {days} ngày ({dueOn}).', en: '"{name}" is {days} days late ({dueOn}).' },
};

/** Everything that was missed is sent late. */
export const REPORT_RULE: ReminderRule = {
  kind: 'campaign.reportDue',
  offsetsDays: [-7, -1, 0, 1],
  localTime: '08:00',
  recipients: ['unitHead', 'unitOfficer'],
  catchUp: 'sendLate',
  messages,
};

/** One rule for each catch-up policy. */
const RULES: readonly ReminderRule[] = [
  REPORT_RULE,
  {
    kind: 'campaign.dossiersDue',
    offsetsDays: [-7, -3, -1, 0],
    localTime: '08:00',
    recipients: ['standingOffice'],
    catchUp: 'sendOnce',
    messages,
  },
  {
    kind: 'review.meets',
    offsetsDays: [-3, -1, 0],
    localTime: '07:00',
    recipients: ['councilMembers'],
    catchUp: 'skip',
    messages,
  },
];

/** No day off is known. */
const NO_CALENDAR: VersionedCalendar = {
  years: [],
  daysOff: [],
  swappedWorkingDays: [],
  version: 'none',
};

/** The rulebooks service over these rules alone. */
export function sampleRulebooks(
  reminders: readonly ReminderRule[] = RULES,
  mail?: MailPolicy,
  calendar: VersionedCalendar = NO_CALENDAR,
): RulebooksService {
  const rules = { rulebooks: [], baseSalaries: [], reminders, ...(mail ? { mail } : {}) };
  return new RulebooksService({ hash: 'sample', ...rules, calendar });
}

/** The same rules where mails gather for ten minutes. */
export function gatheringRulebooks(): RulebooksService {
  const mail = { mode: 'digest', gatherMinutes: 10, dailyAt: '08:30', quietHours: null, mostQuietHours: 0 } as const;
  return sampleRulebooks(undefined, mail);
}

export const HEAD = '019b0a6e-0000-7000-8000-00000000000a';
export const OFFICER = '019b0a6e-0000-7000-8000-00000000000b';
export const SECRETARY = '019b0a6e-0000-7000-8000-00000000000c';

const people: Readonly<Record<string, Recipient>> = {
  [HEAD]: { userId: HEAD, email: 'truong.phong@example.org', lang: 'vi' },
  [OFFICER]: { userId: OFFICER, email: null, lang: 'vi' },
  [SECRETARY]: { userId: SECRETARY, email: 'secretary@example.org', lang: 'en' },
};

/** Who holds which seat; may be changed while a test runs. */
export class SampleDirectory extends RecipientDirectory {
  seats: Partial<Record<RecipientQuery['recipient'], readonly string[]>> = {
    unitHead: [HEAD],
    // The head is an officer as well, and is told once all the same.
    unitOfficer: [OFFICER, HEAD],
    standingOffice: [SECRETARY],
    councilMembers: [SECRETARY],
  };

  override recipientsFor(_: unknown, { recipient }: RecipientQuery): Promise<readonly Recipient[]> {
    return Promise.resolve((this.seats[recipient] ?? []).map((id) => people[id]!));
  }

  /** By role and unit; nobody where nothing is said. */
  unitSeats: Partial<Record<OwingRecipientQuery['recipient'], Readonly<Record<string, readonly string[]>>>> = {};

  override recipientsOfUnits(_: unknown, query: OwingRecipientQuery): Promise<readonly RecipientOfUnit[]> {
    const seats = this.unitSeats[query.recipient] ?? {};
    return Promise.resolve(
      query.unitIds.flatMap((unitId) =>
        (seats[unitId] ?? []).map((id) => ({ ...people[id]!, unitId, seatPath: `${CAMPAIGN.unitPath}${unitId}/` })),
      ),
    );
  }

  override contactOf(_: unknown, userId: string): Promise<Recipient | undefined> {
    return Promise.resolve(people[userId]);
  }
}

/** A feature whose one command closes something; keeps what it was sent. */
export class SampleThings implements FeatureCommands {
  readonly forms = { 'thing.close': { input: NoInput } } as const;
  readonly executed: FeatureCommand[] = [];
  answer: CommandResult = { outcome: 'accepted', id: CAMPAIGN.id, version: 2, state: 'closed', isRepeat: false };

  execute(command: FeatureCommand): Promise<CommandResult> {
    this.executed.push(command);
    return Promise.resolve(this.answer);
  }
}

/** A campaign that has deadlines. */
export const CAMPAIGN: DeadlineStream = {
  kind: 'campaign',
  id: '019b0a6e-0000-7000-8000-000000000001',
  unitId: '019b0a6e-0000-7000-8000-000000000002',
  unitPath: '/019b0a6e-0000-7000-8000-000000000002/',
};

/** A deadline with no command. */
export function due(kind: ReminderRule['kind'], on: string, key: string = kind): DeadlineSpec {
  return { key, kind, dueOn: localDate(on) };
}

/** A deadline after which the system closes the thing. */
export function closing(on: string): DeadlineSpec {
  return { key: 'closes', kind: 'thing.closes', dueOn: localDate(on), command: { type: 'thing.close', input: {} } };
}
