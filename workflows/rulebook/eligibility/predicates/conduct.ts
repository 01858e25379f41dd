import type { DisciplineEvidence, JudgementEvidence } from '../evidence.types';
import { ordered, type Facts } from '../facts';
import { DISCIPLINE_ORDER } from '../orders';
import { optional, required } from '../parameters';
import { found, missingOf, NOTHING, predicate, usedOf } from '../predicate';
import { both } from '../three-valued';
import { dayInYear, monthsOf } from '../years';

/**
 * No measure from a form upwards was imposed in the achievement period, or in the last so many years. One that was imposed
 * before and still ran, and one whose gravity is unknown, is for a person to judge.
 */
export const notDisciplined = predicate({
  label: {
    vi: 'Không bị kỷ luật từ hình thức {form} trở lên',
    en: 'Not disciplined by {form} or anything graver',
  },
  parameters: {
    form: required('discipline'),
    within: optional('count', { vi: ' trong {within} năm gần nhất', en: ' in the last {within} years' }),
  },
  polarity: { discipline: 'adverse' },
  judge: ({ form, within }) => {
    const bearing = bearingOf(form);
    return (facts) => {
      const { achievedFrom: from, achievedTo: to } = facts.question;
      const first = within === undefined ? from : dayInYear(from, facts.year - within + 1);
      const bearings = ordered(facts.evidence.disciplines)
        .map((measure) => ({ measure, finding: bearing(measure, first, to) }))
        .filter(({ finding }) => finding !== 'met');
      const worst = bearings.map(({ finding }) => finding).reduce(both, 'met');
      const used = bearings.map(({ measure }) => usedDiscipline(measure));
      if (worst !== 'met') return found(worst, used, [missingOf('gravity', { form })]);
      return found(facts.isComplete(first) ? 'met' : 'notProven', used, [missingOf('discipline', { from: first, to })]);
    };
  },
});

/** At work for so many months by the end of the achievement; maternity leave and treatment are part of them. */
export const employedAtLeast = predicate({
  label: { vi: 'Có thời gian công tác từ {months} tháng trở lên', en: 'At work for at least {months} months' },
  parameters: { months: required('count') },
  polarity: {},
  judge:
    ({ months }) =>
    (facts) => {
      const { employedFrom, subject } = facts.evidence;
      if (employedFrom === null) return found('notProven', NOTHING, [missingOf('employment', {})]);
      const used = [usedOf('employment', { kind: 'register', id: subject.id }, { from: employedFrom })];
      return found(monthsOf(employedFrom, facts.question.achievedTo) >= months ? 'met' : 'notMet', used);
    },
});

/** What no register proves: a person says whether it holds. */
export const judged = predicate({
  label: { vi: 'Đạt yêu cầu: {condition}', en: 'A person found: {condition}' },
  parameters: { condition: required('word') },
  polarity: { judgement: 'supporting' },
  judge: ({ condition }) => {
    const unjudged = found('notProven', NOTHING, [missingOf('judgement', { condition })]);
    return (facts) => {
      const said = saidOf(facts, condition);
      if (said.length === 0) return unjudged;
      const used = said.map(({ source, finding }) => usedOf('judgement', source, { condition, finding }));
      return found(said.some(({ finding }) => finding === 'notMet') ? 'notMet' : 'met', used);
    };
  },
});

function saidOf(facts: Facts, condition: string): readonly JudgementEvidence[] {
  const said: JudgementEvidence[] = [];
  for (const each of facts.evidence.judgements) if (each.condition === condition) said.push(each);
  return ordered(said);
}

/** A measure as evidence. */
export function usedDiscipline({ form, from, until, source }: DisciplineEvidence): ReturnType<typeof usedOf> {
  return usedOf('discipline', source, { form, from, until });
}

type Bearing = (measure: DisciplineEvidence, from: string, to: string) => 'met' | 'notMet' | 'notProven';

/** What one measure means for the time between two days. */
function bearingOf(form: string): Bearing {
  const least = DISCIPLINE_ORDER.indexOf(form);
  return (measure, from, to) => {
    const gravity = DISCIPLINE_ORDER.indexOf(measure.form);
    const isGrave = gravity >= least || least === 0;
    if (measure.from > to || (gravity >= 0 && !isGrave)) return 'met';
    if (measure.from >= from) return isGrave ? 'notMet' : 'notProven';
    return measure.until === null || measure.until >= from ? 'notProven' : 'met';
  };
}
