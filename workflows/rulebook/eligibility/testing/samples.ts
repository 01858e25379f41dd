import { decimal, localDate } from '../../../kernel';
import type { Cited, CommonRule, Rulebook, RuleStatus, SubjectKind, Tier } from '../../rulebook.types';
import type { ConditionAnswer, EligibilityQuestion } from '../answer.types';
import { compileEligibility } from '../compile';
import type {
  AwardEvidence,
  DisciplineEvidence,
  Evidence,
  EvidenceRating,
  EvidenceSource,
  InitiativeEvidence,
  MembersEvidence,
} from '../evidence.types';
import type { ConditionParameters, Rule } from '../standard.types';

/** Small rulebooks and evidence for the specs of the evaluator. Every question is about 2024 and asked on 20 January 2025. */
export const ROW: Cited = { citation: 'Điều 1', status: 'verified', councilChoice: false };

/** A condition of a standard. */
export function is(name: string, given: ConditionParameters = {}, row: Partial<Cited> = {}): Rule {
  return { condition: { ...ROW, ...row, is: name, with: given } };
}

/** A tier with one standard for a kind of subject, or with none. */
export function aTier(code: string, changes: Partial<Tier> = {}, rule?: Rule, kind: SubjectKind = 'person'): Tier {
  return {
    ...ROW,
    code,
    name: { vi: code, en: code },
    aliases: [],
    family: 'state',
    kind: 'title',
    level: 'unit',
    subjects: ['person', 'collective', 'household'],
    deciders: { ...ROW, levels: ['unit'] },
    route: null,
    vote: null,
    quorum: null,
    prize: null,
    ...(rule ? { standards: { [kind]: { ...ROW, rule } } } : {}),
    ...changes,
  };
}

const TITLES = ['LDTT', 'CSTDCS', 'CSTDT', 'TTLDTT', 'TTLDXS'].map((code) => aTier(code));
const FORMS = ['GK', 'BK_TINH', 'BK_TTG', 'HCLD_BA'].map((code) =>
  aTier(code, { kind: 'form', level: code === 'BK_TTG' ? 'state' : 'province' }),
);

/** A rulebook of these tiers; the usual titles and forms stand beside them without standards. */
export function aRulebook(tiers: readonly Tier[], changes: Partial<Rulebook> = {}): Rulebook {
  const own = tiers.map(({ code }) => code);
  return {
    ...ROW,
    id: 'mau',
    regime: 'R3',
    effectiveFrom: localDate('2020-01-01'),
    effectiveTo: null,
    document: 'Luật',
    council: {
      route: { ...ROW, council: 'fullCouncil', publicity: false, simple: false },
      vote: {
        ...ROW,
        ballot: 'unspecified',
        base: 'allMembers',
        threshold: { fraction: '1/2', comparator: 'moreThan' },
        absent: 'notInFavour',
      },
      quorum: { ...ROW, threshold: { fraction: '2/3', comparator: 'atLeast' } },
      conflict: { ...ROW, ownUnit: false, effect: 'notInFavour' },
    },
    multipliers: { ...ROW, collective: decimal('2'), household: decimal('1.5') },
    rounding: { ...ROW, upTo: 10_000 },
    roundingOrder: { ...ROW, roundBeforeMultiplier: false },
    tiers: [...tiers, ...[...TITLES, ...FORMS].filter(({ code }) => !own.includes(code))],
    ...changes,
  };
}

/** A rule that holds for every tier. */
export function aCommonRule(name: string, rule: Rule, changes: Partial<CommonRule> = {}): CommonRule {
  return { ...ROW, name, rule, commendations: [], subjects: [], ...changes };
}

let sources = 0;

/** A source of its own. */
export function aSource(kind: EvidenceSource['kind'] = 'record'): EvidenceSource {
  sources += 1;
  return { kind, id: `nguon-${sources}` };
}

/** Nothing is known but what is given. */
export function evidenceOf(changes: Partial<Evidence> = {}): Evidence {
  return {
    subject: { kind: 'person', id: 'nguoi' },
    isWoman: null,
    employedFrom: null,
    ratings: [],
    awards: [],
    initiatives: [],
    disciplines: [],
    freezes: [],
    services: [],
    members: [],
    leaderships: [],
    judgements: [],
    completeFrom: null,
    ...changes,
  };
}

/** The registers hold everything there ever was. */
export const COMPLETE: Partial<Evidence> = {
  completeFrom: localDate('1990-01-01'),
  existsFrom: localDate('1990-01-01'),
};

/** Ratings by year: `{ 2023: 'good' }`. */
export function ratings(byYear: Readonly<Record<number, EvidenceRating>>): Pick<Evidence, 'ratings'> {
  return {
    ratings: Object.entries(byYear).map(([year, rating]) => ({
      year: Number(year),
      rating,
      source: aSource('register'),
    })),
  };
}

/** A yearly award, decided in the following January. */
export function award(tier: string, year: number, changes: Partial<AwardEvidence> = {}): AwardEvidence {
  return {
    tier,
    decidedOn: localDate(`${year + 1}-01-10`),
    achievedFrom: localDate(`${year}-01-01`),
    achievedTo: localDate(`${year}-12-31`),
    commendation: 'merit',
    achievementId: null,
    source: aSource(),
    ...changes,
  };
}

/** An initiative recognised in the unit that backs nothing yet. */
export function initiative(recognisedOn: string, changes: Partial<InitiativeEvidence> = {}): InitiativeEvidence {
  return {
    kind: 'initiative',
    scope: 'unit',
    recognisedOn: localDate(recognisedOn),
    usedFor: [],
    source: aSource('register'),
    ...changes,
  };
}

/** A disciplinary measure. */
export function discipline(form: string, from: string, until: string | null): DisciplineEvidence {
  return { form, from: localDate(from), until: until === null ? null : localDate(until), source: aSource('register') };
}

/** The members of a collective in 2024. */
export function members(changes: Partial<MembersEvidence> = {}): MembersEvidence {
  return { year: 2024, members: 10, holders: {}, source: aSource('register'), ...changes };
}

/** What is asked; about 2024 unless told otherwise. */
export function questionOf(evidence: Evidence, changes: Partial<EligibilityQuestion> = {}): EligibilityQuestion {
  return {
    tier: 'X',
    subjectKind: 'person',
    commendation: 'merit',
    on: localDate('2025-01-20'),
    achievedFrom: localDate('2024-01-01'),
    achievedTo: localDate('2024-12-31'),
    achievementId: null,
    evidence,
    ...changes,
  };
}

/** How one condition is found, as the standard of a tier `X`, or of the tier that is asked for. */
export function ask(
  [name, given]: readonly [string, ConditionParameters?],
  evidence: Partial<Evidence>,
  question: Partial<EligibilityQuestion> = {},
): ConditionAnswer {
  const rulebook = aRulebook([aTier(question.tier ?? 'X', { kind: 'title' }, is(name, given))]);
  const { standard } = compileEligibility(rulebook)(questionOf(evidenceOf(evidence), question));
  if (standard?.kind !== 'condition') throw new Error('The standard is no condition');
  return standard;
}

/** A status of a row, for conditions whose text is not certain. */
export function known(status: RuleStatus, citation = 'Điều 2'): Partial<Cited> {
  return { status, citation };
}
