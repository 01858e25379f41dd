import { localDate } from '../kernel';
import { checklistOf, PREDICATES, termsOf, type ChecklistRule, type Rulebook, type TermRule, type Tier } from '.';
import { WON_BEFORE } from './prerequisites';

const row = { citation: 'Điều 35', status: 'verified', councilChoice: false } as const;
const term = (days: number, changes: Partial<TermRule> = {}): TermRule => ({
  ...row,
  of: 'appraisal',
  days,
  unit: 'workingDays',
  countsFirstDay: false,
  ...changes,
});
const checklist = (code: string): ChecklistRule => ({
  ...row,
  papers: [
    { code, name: { vi: code, en: code }, form: null, copies: 1, isOriginal: true, certifiedBy: null, onlyIf: null },
  ],
});
const aTier = (code: string, changes: Partial<Tier> = {}) =>
  ({ code, kind: 'form', family: 'state', ...changes }) as Tier;

/** A rulebook of which nothing but papers and terms is looked at. */
const rulebook = {
  ...row,
  effectiveFrom: localDate('2025-07-01'),
  checklists: { form: checklist('CHUNG') },
  terms: [term(20, { level: 'state' }), term(15)],
  tiers: [
    aTier('GK'),
    aTier('LDTT', { kind: 'title' }),
    aTier('BK', {
      checklist: checklist('RIENG'),
      terms: [term(30, { level: 'province' }), term(10, { level: 'state', onlyIf: { vi: 'a', en: 'a' } })],
    }),
    aTier('GK_DANG', { family: 'party' }),
  ],
} as unknown as Rulebook;

describe('checklistOf', () => {
  it('takes the checklist of the tier, else that of its kind, and none where no text is known', () => {
    const codes = ['BK', 'GK', 'LDTT', 'GK_DANG', 'NONE'].map((code) => checklistOf(rulebook, code)?.papers[0]?.code);
    expect(codes).toEqual(['RIENG', 'CHUNG', undefined, undefined, undefined]);
  });
});

describe('termsOf', () => {
  const days = (code: string, level: 'state' | 'province') =>
    termsOf(rulebook, code, { of: 'appraisal', level }).map((each) => each.days);

  it('prefers the tier to the rulebook, and of each what names the level', () => {
    expect([days('BK', 'province'), days('BK', 'state'), days('GK', 'state'), days('GK', 'province')]).toEqual([
      [30],
      [10],
      [20],
      [15],
    ]);
  });

  it('has none for what nobody here decides, or for another matter', () => {
    expect(days('GK_DANG', 'state')).toEqual([]);
    expect(termsOf(rulebook, 'GK', { of: 'return', level: 'state' })).toEqual([]);
  });
});

describe('what must have been won before', () => {
  it('is asked by predicates and parameters that there are', () => {
    const unknown = Object.entries(WON_BEFORE).flatMap(([name, parameters]) =>
      parameters.filter((parameter) => PREDICATES[name]?.parameters[parameter]?.kind !== 'tier'),
    );
    expect(unknown).toEqual([]);
  });
});
