import { localDate, localDateOf, type LocalDate } from '../../../workflows/kernel';
import { reference } from '../format/reference';
import { count, fields, oneOf, optional, parsed, required, text, type Shape } from '../format/shape';
import type { Reminder } from '../world/rehearsal-world';
import { called, differences, type Check, type CheckRoom, type Finding } from './check';

const figure = optional(count, null);
const day = optional(parsed(localDate), null);

const expectation = fields({
  of: required(reference),
  /** First part of the deadline's key: `reportDue`. */
  deadline: required(text),
  role: optional(text, null),
  from: day,
  to: day,
  channel: optional(oneOf('notice', 'mail'), 'notice' as const),
  before: figure,
  on: figure,
  after: figure,
  late: figure,
  total: figure,
});

type Expectation = ReturnType<typeof expectation>;

/** How many people were told of a deadline, before, on and after its day. */
export const reminders: Shape<Check> = (node, reading) => {
  const expected = expectation(node, reading);
  return { line: node.line, run: (room) => checkReminders(expected, room) };
};

async function checkReminders(expected: Expectation, room: CheckRoom): Promise<readonly Finding[]> {
  const { of, deadline, before, on, after, late, total } = expected;
  const thingId = room.names.thingOf(of).id;
  const key = of.part === null ? deadline : `${deadline}:${await room.names.idOf(of)}`;
  const told = room.reminders.filter(
    (reminder) => reminder.thingId === thingId && isOf(key, reminder) && isMeant(expected, reminder, room),
  );
  const what = `Nhắc việc ${deadline} của ${called(of)}${expected.role === null ? '' : ` cho ${expected.role}`}`;
  const actual = {
    before: told.filter(({ offsetDays }) => offsetDays < 0).length,
    on: told.filter(({ offsetDays }) => offsetDays === 0).length,
    after: told.filter(({ offsetDays }) => offsetDays > 0).length,
    late: told.filter(({ isLate }) => isLate).length,
    total: told.length,
  };
  return differences(expected.line, what, { before, on, after, late, total }, actual);
}

/** A deadline's key is its name, or its name and the id of what it is about. */
function isOf(key: string, { deadlineKey }: Reminder): boolean {
  return deadlineKey === key || deadlineKey.startsWith(`${key}:`);
}

function isMeant({ role, from, to, channel }: Expectation, reminder: Reminder, { roles, names }: CheckRoom): boolean {
  const on: LocalDate = localDateOf(reminder.at);
  const holds = role === null || (roles.get(names.nameOf(reminder.userId) ?? '') ?? []).includes(role);
  return reminder.channel === channel && holds && (from === null || from <= on) && (to === null || on <= to);
}
