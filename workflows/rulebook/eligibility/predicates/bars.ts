import type { LocalDate } from '../../../kernel';
import type { Finding } from '../answer.types';
import type { AwardEvidence } from '../evidence.types';
import { isOf, ordered, type Facts } from '../facts';
import { usedAward } from '../held-awards';
import { required, optional } from '../parameters';
import { found, missingOf, predicate, usedOf } from '../predicate';
import { both } from '../three-valued';
import { usedDiscipline } from './conduct';

// Bars, unlike what a standard asks, need not be proven absent: nothing bars until something is known that does.

/** No discipline, inspection or complaint is pending (freeze): once it is over, the case goes on where it was. */
export const nothingPending = predicate({
  label: {
    vi: 'Không đang trong thời gian xem xét kỷ luật, thanh tra, kiểm tra hoặc xác minh khiếu nại, tố cáo',
    en: 'No discipline, inspection or complaint is pending',
  },
  parameters: {},
  polarity: { freeze: 'adverse' },
  judge: () => (facts) => {
    const { on } = facts.question;
    const pending = ordered(facts.evidence.freezes).filter(
      ({ from, until }) => from <= on && (until === null || until >= on),
    );
    const used = pending.map(({ from, until, source }) => usedOf('freeze', source, { from, until }));
    return found(pending.length === 0 ? 'met' : 'notMet', used);
  },
});

/**
 * The achievement begins after the end of every disciplinary measure (restart). In a rulebook where this is a common rule,
 * conditions on years do not count those before it either.
 */
export const afterDiscipline = predicate({
  label: {
    vi: 'Thành tích được tính từ sau khi chấp hành xong kỷ luật',
    en: 'The achievement counts from the end of the disciplinary period',
  },
  parameters: {},
  polarity: { discipline: 'adverse' },
  judge: () => (facts) => {
    const { on, achievedFrom } = facts.question;
    const measures = ordered(facts.evidence.disciplines).filter(({ from }) => from <= on);
    const findings = measures.map(({ from, until }): Finding => {
      if (from >= achievedFrom) return 'notMet';
      if (until === null) return 'notProven';
      return until < achievedFrom ? 'met' : 'notMet';
    });
    const open = measures.filter(({ until }) => until === null);
    return found(
      findings.reduce(both, 'met'),
      measures.map(usedDiscipline),
      open.map(({ form, from }) => missingOf('disciplineEnd', { form, from })),
    );
  },
});

/**
 * One achievement is rewarded once: no form and form, no title twice. A title and a form for one achievement stand beside
 * each other, and so do two titles of which one asks for the other.
 */
export const achievementRewardedOnce = predicate({
  label: { vi: 'Thành tích chưa được khen thưởng', en: 'The achievement was not rewarded before' },
  parameters: {},
  polarity: { award: 'adverse' },
  judge: () => (facts) => {
    const { achievementId, tier, caseId } = facts.question;
    if (achievementId === null) return found('met');
    const kind = facts.kindOf(tier);
    const weighed = decided(facts).flatMap((award) => {
      if (award.achievementId !== achievementId || isOf(award.source, caseId)) return [];
      if (kind === 'title') return award.tier === tier ? [{ award, finding: 'notMet' as const }] : [];
      const other = facts.kindOf(award.tier);
      if (other === 'title') return [];
      return [{ award, finding: other === undefined ? ('notProven' as const) : ('notMet' as const) }];
    });
    return found(
      weighed.map(({ finding }) => finding).reduce<Finding>(both, 'met'),
      weighed.map(({ award }) => usedAward(award)),
      weighed.map(({ award }) => missingOf('tierKind', { tier: award.tier })),
    );
  },
});

/** The achievement begins after the period that the previous decision on the same tier names, or else after its date. */
export const afterPreviousAward = predicate({
  label: {
    vi: 'Thành tích được tính từ sau thời gian ghi trong quyết định khen thưởng lần trước',
    en: 'The achievement begins after the period named in the previous decision',
  },
  parameters: {},
  polarity: { award: 'adverse' },
  judge: () => (facts) => {
    const { tier, achievedFrom, achievedTo, caseId, commendation } = facts.question;
    const isTitle = facts.kindOf(tier) === 'title';
    const weighed = decided(facts).flatMap((award) => {
      if (award.tier !== tier || isOf(award.source, caseId)) return [];
      if (award.commendation !== null && award.commendation !== commendation) return [];
      if ((award.achievedTo ?? award.decidedOn) < achievedFrom) return [];
      if (award.achievedFrom !== null && award.achievedFrom > achievedTo) return [];
      return [
        { award, finding: isTitle || award.commendation !== null ? ('notMet' as const) : ('notProven' as const) },
      ];
    });
    return found(
      weighed.map(({ finding }) => finding).reduce<Finding>(both, 'met'),
      weighed.map(({ award }) => usedAward(award)),
      weighed.map(({ award }) => missingOf('commendation', { tier: award.tier, decidedOn: award.decidedOn })),
    );
  },
});

/**
 * Awards for these kinds of commendation are no base for what is asked. As a common rule it takes them out of every
 * condition on awards; it is itself always met and shows what it took out.
 */
export const restsOnNoAwardFor = predicate({
  label: {
    vi: 'Không lấy kết quả khen thưởng {commendations} làm căn cứ đề nghị',
    en: 'Awards for {commendations} are no base for the proposal',
  },
  parameters: { commendations: required('words') },
  polarity: {},
  judge: () => (facts) => found('met', facts.setAside.map(usedAward)),
});

/** The dossier is not older than so many months on the day of the submission, for tiers of these levels or of all. */
export const dossierNotOlderThan = predicate({
  label: { vi: 'Hồ sơ lập không quá {months} tháng', en: 'The dossier is not older than {months} months' },
  parameters: {
    months: required('count'),
    levels: optional('levels', { vi: ' (cấp {levels})', en: ' (level: {levels})' }),
  },
  polarity: {},
  judge:
    ({ months, levels }) =>
    (facts) => {
      const { dossierOn = null, on, tier, caseId } = facts.question;
      const level = facts.levelOf(tier);
      if (dossierOn === null || (levels && (level === undefined || !levels.includes(level)))) return found('met');
      const used = [usedOf('dossier', { kind: 'case', id: caseId ?? '' }, { dossierOn })];
      return found(isOlder(dossierOn, on, months) ? 'notMet' : 'met', used);
    },
});

/** Whether more than so many months passed between two days: on the same day of the month it is exactly so many. */
function isOlder(from: LocalDate, to: LocalDate, months: number): boolean {
  if (to <= from) return false;
  const apart =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return apart > months || (apart === months && to.slice(8) > from.slice(8));
}

function decided(facts: Facts): readonly AwardEvidence[] {
  return ordered(facts.evidence.awards).filter(({ decidedOn }) => decidedOn <= facts.question.on);
}
