import type { Label } from '../../workflows/kernel';
import { messageOf, phaseOf, type ReminderRule } from '../../workflows/reminder';
import type { QueuedOccurrence } from '../platform/deadlines/occurrence-log';

/** The sentence of an occurrence in both languages; a late one says that it is. `count` is of units that still owe. */
export function reminderText(
  rule: ReminderRule,
  { offsetDays, isLate, deadline }: QueuedOccurrence,
  { name, count }: { readonly name: string; readonly count: number },
): Label {
  const phase = phaseOf(offsetDays);
  const { vi, en } = messageOf(rule, { offsetDays, phase }, { name, dueOn: deadline.dueOn, count });
  return isLate ? { vi: `Nhắc muộn: ${vi}`, en: `Late reminder: ${en}` } : { vi, en };
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
