import { addDays, type Label } from '../../workflows/kernel';
import { messageOf, type ReminderRule, type ReminderWords } from '../../workflows/reminder';
import type { QueuedOccurrence } from '../platform/deadlines/occurrence-log';
import { PROVISIONAL_DAY } from '../platform/deadlines/provisional';

/**
 * The sentence of an occurrence in both languages, true on the day on which it is said; a late one says of which day it is,
 * and one of a provisional day says that as well.
 */
export function reminderText(
  rule: ReminderRule,
  { offsetDays, isLate, deadline: { dueOn, isProvisional } }: QueuedOccurrence,
  words: Omit<ReminderWords, 'dueOn'>,
): Label {
  const message = messageOf(rule, { offsetDays }, { ...words, dueOn });
  const { vi, en } = isProvisional ? provisional(message) : message;
  if (!isLate) return { vi, en };
  const [year, month, day] = addDays(dueOn, offsetDays).split('-');
  const own = `${day}/${month}/${year}`;
  return { vi: `Nhắc muộn (của ngày ${own}): ${vi}`, en: `Late reminder (of ${own}): ${en}` };
}

function provisional({ vi, en }: Label): Label {
  return { vi: `${vi} (${PROVISIONAL_DAY.vi})`, en: `${en} (${PROVISIONAL_DAY.en})` };
}

/** Subject and body of the mail that carries such sentences; with several it lists them, and when held it says why it is late. */
export function mailText(
  messages: readonly string[],
  lang: 'vi' | 'en',
  isHeld = false,
): { readonly subject: string; readonly text: string } {
  const [first = ''] = messages;
  const subject = messages.length === 1 ? first : SUBJECT[lang](messages.length);
  const lines = messages.length === 1 ? [first] : messages.map((message) => `- ${message}`);
  const held = isHeld ? [HELD[lang]] : [];
  return { subject, text: `${[...lines, ...held].join('\n\n')}\n\n-- \n${SIGNATURE[lang]}\n` };
}

const SUBJECT = {
  vi: (count: number): string => `${count} việc cần lưu ý`,
  en: (count: number): string => `${count} reminders`,
} as const;

const HELD = {
  vi: '(Thư này đến hạn gửi trong giờ yên tĩnh và được giữ lại đến khi hết giờ.)',
  en: '(This mail was due in quiet hours and was held until they ended.)',
} as const;

const SIGNATURE = {
  vi: 'Thư tự động của hệ thống Thidua, xin không trả lời.',
  en: 'Sent automatically by Thidua; please do not reply.',
} as const;
