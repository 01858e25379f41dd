import { instant, localDate } from '../kernel';
import {
  isSettled,
  mayConsultation,
  openConsultations,
  type ConsultationCommand,
  type ConsultationFacts,
  type ConsultationFault,
} from './consultation';

const DURING = instant('2024-11-08T02:00:00.000Z');
const AFTER = instant('2024-11-10T17:00:00.000Z');
const comment: ConsultationFacts = {
  kind: 'publicComment',
  state: 'open',
  opensOn: localDate('2024-11-05'),
  dueOn: localDate('2024-11-10'),
  openObjectionCount: 0,
  at: DURING,
};
const party: ConsultationFacts = { ...comment, kind: 'partyOpinion', dueOn: null };
const agency: ConsultationFacts = { ...comment, kind: 'agencyOpinion' };

describe(mayConsultation.name, () => {
  const cases: readonly (readonly [string, ConsultationCommand, ConsultationFacts, readonly ConsultationFault[]])[] = [
    ['takes an objection while names are published', 'consultation.recordObjection', comment, []],
    [
      'takes none before the first day',
      'consultation.recordObjection',
      { ...comment, opensOn: localDate('2024-11-09') },
      ['notBegun'],
    ],
    ['takes none once it is closed', 'consultation.recordObjection', { ...comment, state: 'closed' }, ['ended']],
    [
      'closes neither before its end nor over an objection',
      'consultation.close',
      { ...comment, openObjectionCount: 1 },
      ['termRunning', 'objectionsOpen'],
    ],
    ['closes from the first moment after its last day', 'consultation.close', { ...comment, at: AFTER }, []],
    ['closes what has no term', 'consultation.close', { ...comment, dueOn: null }, []],
    ['takes the answer of a committee', 'consultation.recordAnswer', party, []],
    ['takes no second one', 'consultation.recordAnswer', { ...party, state: 'against' }, ['ended']],
    ['takes a late answer of an agency', 'consultation.recordAnswer', { ...agency, at: AFTER }, []],
    ['takes no answer to a public comment', 'consultation.recordAnswer', comment, ['otherKind']],
    ['closes no question to a committee', 'consultation.close', party, ['otherKind']],
    ['withdraws what has been answered', 'consultation.withdraw', { ...party, state: 'against' }, []],
    [
      'withdraws nothing over an objection that has no answer',
      'consultation.withdraw',
      { ...comment, openObjectionCount: 1 },
      ['objectionsOpen'],
    ],
    ['withdraws nothing twice', 'consultation.withdraw', { ...party, state: 'withdrawn' }, ['ended']],
  ];

  it.each(cases)('%s', (_, command, facts, faults) => {
    expect(mayConsultation(command, facts)).toEqual(faults);
  });
});

describe(isSettled.name, () => {
  it.each([
    ['an open comment', comment, false],
    ['a closed comment', { ...comment, state: 'closed' }, true],
    ['a committee that was asked', party, false],
    ['a committee that is against', { ...party, state: 'against' }, false],
    ['a committee that agrees', { ...party, state: 'inFavour' }, true],
    ['an agency within its term', agency, false],
    ['an agency that let its term go by', { ...agency, at: AFTER }, true],
    ['an agency without a term', { ...agency, dueOn: null, at: AFTER }, false],
    ['an agency that is against: the council weighs it', { ...agency, state: 'against' }, true],
  ] as const)('%s: %s', (_, facts, settled) => {
    expect(isSettled(facts)).toBe(settled);
  });
});

describe(openConsultations.name, () => {
  it('names what the rules ask for and nobody has opened', () => {
    expect(openConsultations(['partyOpinion', 'publicComment'], [])).toEqual(['publicComment', 'partyOpinion']);
  });

  it('takes what was withdrawn for never opened', () => {
    const withdrawn = { ...party, state: 'withdrawn' } as const;
    expect(openConsultations([], [withdrawn])).toEqual([]);
    expect(openConsultations(['partyOpinion'], [withdrawn])).toEqual(['partyOpinion']);
  });

  it('names a kind once, as long as one of it is not settled', () => {
    const heard = { ...agency, state: 'inFavour' } as const;
    expect(openConsultations([], [agency, agency, heard])).toEqual(['agencyOpinion']);
    expect(openConsultations([], [heard, { ...comment, state: 'closed' }])).toEqual([]);
  });
});
