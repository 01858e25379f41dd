import type { Label } from '../../workflows/kernel';
import { messageOf, phaseOf, type ReminderRule } from '../../workflows/reminder';
import type { QueuedOccurrence } from '../platform/deadlines/occurrence-log';

/** The sentence of an occurrence in both languages; a late one says that it is. */
export function reminderText(
  rule: ReminderRule,
  { offsetDays, isLate, deadline }: QueuedOccurrence,
  name: string,
): Label {
  const phase = phaseOf(offsetDays);
  const { vi, en } = messageOf(rule, { offsetDays, phase }, { name, dueOn: deadline.dueOn });
  return isLate ? { vi: `Nhắc muộn: ${vi}`, en: `Late reminder: ${en}` } : { vi, en };
}

/** Subject and body of the mail that carries such a sentence. */
export function mailText(message: string, lang: 'vi' | 'en'): { readonly subject: string; readonly text: string } {
  return { subject: message, text: `${message}\n\n-- \n${SIGNATURE[lang]}\n` };
}

const SIGNATURE = {
  vi: 'Thư tự động của hệ thống Thidua, xin không trả lời.',
  en: 'Sent automatically by Thidua; please do not reply.',
} as const;
