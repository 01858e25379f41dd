import { cited, code, label, level } from './row-shapes';
import { flag, listOf, object, oneOf, orElse, orNull, parsed, text, whole } from './shape';

/** A day of any year, `12-31`; of February at most the 28th, so that every year has it. */
const monthDay = parsed((given) => {
  const [, month = '', day = ''] = /^(\d{2})-(\d{2})$/.exec(given) ?? [];
  const last = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1];
  if (last === undefined || Number(day) < 1 || Number(day) > last) {
    throw new RangeError(`"${given}" is not a day of every year like 12-31`);
  }
  return given;
});

const paper = object({
  code,
  name: label,
  form: orElse(text, null),
  copies: orNull(whole),
  isOriginal: flag,
  certifiedBy: orElse(label, null),
  onlyIf: orElse(label, null),
});

/** What a dossier must hold. */
export const checklist = object({ ...cited, papers: listOf(paper) });

/** How long something takes. The first day does not count where a term does not say so: see `counting` of the rulebook. */
export const term = object({
  ...cited,
  of: oneOf('appraisal', 'return', 'publicity', 'agencyOpinion', 'submission', 'handOver', 'answer', 'recovery'),
  days: whole,
  unit: oneOf('calendarDays', 'workingDays'),
  countsFirstDay: orElse(flag, false),
  level: orElse(level, null),
  onlyIf: orElse(label, null),
});

/** How days are counted. */
export const counting = object({ ...cited, countsFirstDay: flag, movesFromDayOff: flag });

/** The last day of a year for a tier's dossiers. */
export const closing = object({
  ...cited,
  monthDay,
  yearsAfter: orNull(whole),
  sector: oneOf('general', 'education'),
  after: orElse(code, null),
  opensOn: orElse(monthDay, null),
});

/** What people follow and no machine judges. */
export const procedure = object({ ...cited, code, text: label });
