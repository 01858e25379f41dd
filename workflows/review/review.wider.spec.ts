import type { LocalDate } from '../kernel';
import { itemSentence, placeSentence } from './sentences';
import {
  after,
  allBut,
  ask,
  given,
  item,
  level,
  quota,
  reached,
  rule,
  sitting,
  vote,
  votes,
  when,
} from './testing/review-histories';
import { reviewDeadlines } from './review.deadlines';

const { convened, voting, counted, minuted } = reached;

describe('a sitting', () => {
  it('keeps who was there, who was not and why, who came late and who left early', () => {
    const absences = [{ memberId: 'm9', cause: 'duty' }];
    const history = [
      ...reached.scheduled,
      ask('convene', { presentIds: allBut('m9'), absences }),
      ask('arrive'),
      ask('leave', { memberIds: ['chair'] }),
    ];
    const { context } = given(history);
    expect(context.sittings).toEqual([
      {
        on: '2024-01-19',
        presentIds: allBut('m9'),
        absences,
        movements: [
          { memberId: 'm9', kind: 'arrived', at: '2024-01-19T07:00:00.000Z' },
          { memberId: 'chair', kind: 'left', at: '2024-01-19T07:00:00.000Z' },
        ],
      },
    ]);
    expect([context.chairId, context.roll?.presentIds]).toEqual(['vice', allBut('chair')]);
  });

  it('lets who presided and left early sign the minutes, and who came never not', () => {
    const left = [...convened, ask('leave', { memberIds: ['chair'] }), ...after([], 'openBallot', 'closeBallot')];
    const written = [...left, ask('awaitWritten'), ask('count', {}, { counts: { i1: votes(9, 9), i2: votes(8, 9) } })];
    expect(when(after(written, 'minute'), ask('sign')).outcome).toBe('accepted');
    const away = [...reached.scheduled, ask('convene', { presentIds: allBut('chair') }), ask('openBallot')];
    const ended = [...away, ask('closeBallot'), ask('awaitWritten')];
    const result = ask('count', {}, { counts: { i1: votes(9, 9), i2: votes(8, 9) } });
    expect(when(after([...ended, result], 'minute'), ask('sign')).outcome).toBe('refused');
  });

  it('that rises until a day is due on that day, and cannot go on before it', () => {
    const until = '2024-01-26' as LocalDate;
    const risen = [...convened, ask('adjourn', { reason: 'commitment', until })];
    expect(reviewDeadlines(given(risen))).toEqual([{ key: 'meets', kind: 'review.meets', dueOn: until }]);
    expect(when(risen, ask('reconvene')).outcome).toBe('refused');
    const again = ask('reconvene', undefined, { at: '2024-01-26T02:00:00.000Z' });
    expect(given([...risen, again]).context).toMatchObject({ resumesOn: null, sittings: [{}, { on: until }] });
  });
});

describe('a meeting on paper that is typed in later', () => {
  it('has minutes of the day on which it met, and of no day before', () => {
    const later = { at: '2024-01-22T02:00:00.000Z' };
    const typed = [...reached.scheduled, ask('convene', undefined, later), ask('recordPaper', undefined, later)];
    const minuteOf = (on: string) => when(typed, ask('minute', { on }, later)).outcome;
    expect([minuteOf('2024-01-19'), minuteOf('2024-01-18')]).toEqual(['accepted', 'refused']);
  });
});

describe('a counting committee', () => {
  it('signs anew when the vote is taken again', () => {
    const signed = after(voting, 'nameCounters', 'closeBallot', 'count', 'signCount');
    expect(given(signed).context.countSignedBy).toEqual(['m4']);
    expect(given(after(signed, 'revote')).context.countSignedBy).toEqual([]);
  });
});

describe('places of a quota', () => {
  it('go to one of two, the other waits', () => {
    const first = { i1: votes(10, 10), i2: votes(9, 10) };
    const history = [...after(voting, 'closeBallot'), ask('count', {}, { counts: first }), ask('allotPlaces')];
    expect(given(history).context.places).toEqual({
      i1: { quotaId: 'quota', number: 1, waiting: null },
      i2: { quotaId: 'quota', number: null, waiting: 1 },
    });
  });

  it('go on from the numbers that are left', () => {
    const full = { quotas: [{ ...quota, freeNumbers: [], nextWaiting: 4 }] };
    const { context } = given([...counted, ask('allotPlaces', {}, full)]);
    expect(context.places).toEqual({ i1: { quotaId: 'quota', number: null, waiting: 4 } });
  });

  it('are decided by the chair in the order that is declared', () => {
    const decided = [...level, ask('decideTie', { itemIds: ['i2', 'i1'] }), ask('allotPlaces')];
    expect(given(decided).context.places).toMatchObject({ i1: { waiting: 1 }, i2: { number: 1 } });
  });

  it('are decided by a ballot that changes nothing else: both have passed', () => {
    const again = [...level, ask('breakTie')];
    expect(item(again, 'i1')).toMatchObject({ status: 'open', result: null, voteRound: 2 });
    const told = [...after(again, 'closeBallot'), ask('count', {}, { counts: { i1: votes(4, 10), i2: votes(6, 10) } })];
    expect(item(told, 'i1')?.result).toMatchObject({ passed: true, inFavour: 9, tieBreaks: [4] });
    expect(given(after(told, 'allotPlaces')).context.places).toMatchObject({ i1: { waiting: 1 }, i2: { number: 1 } });
  });

  it('are told in a sentence', () => {
    expect(placeSentence({ number: 2, waiting: null }).vi).toBe('Được chỉ tiêu thứ 2.');
    const tieBy = { text: 'Điều 4 khoản 6', status: 'verified' } as const;
    expect(placeSentence({ number: 1, waiting: null, tieBy }).vi).toBe(
      'Được chỉ tiêu thứ 1. Ngang phiếu: ưu tiên nữ, hoặc tập thể có tỷ lệ nữ theo quy định (Điều 4 khoản 6).',
    );
    expect(placeSentence({ number: null, waiting: 3 }).en).toBe(
      'Passed, but no place is left: number 3 on the waiting list.',
    );
  });
});

describe('what the council says', () => {
  it('is kept with the results: a lower tier, and whether the chair agrees', () => {
    const said = after(counted, 'stepDown', 'declare');
    expect(item(said, 'i2')?.stepDownTo).toBe('province-certificate');
    expect(given(said).context.declarations).toEqual([{ memberId: 'chair', itemIds: ['i1'], statement: 'agrees' }]);
    const other = [...said, ask('declare', { itemIds: ['i1'], statement: 'disagrees' }, { voterId: 'chair' })];
    expect(given(other).context.declarations).toEqual([{ memberId: 'chair', itemIds: ['i1'], statement: 'disagrees' }]);
    expect(given(minuted).context.paperSignatures).toEqual([]);
  });

  it('tells how many were chosen of how many', () => {
    const election = sitting({
      kind: 'choose',
      choose: 2,
      options: ['u1', 'u2', 'u3'],
      passRule: { ...rule.passRule, threshold: { fraction: '1/2', comparator: 'moreThan' } },
    });
    const result = vote(election, { ...votes(10, 10), votes: { u1: 9, u2: 6, u3: 5 } });
    expect(itemSentence(item(result, 'i1')!)).toEqual({
      vi: 'Chọn tối đa 2 trong 3, mỗi lựa chọn cần ít nhất 6 phiếu trên 10: chọn được 2.',
      en: 'Chooses at most 2 of 3, each needs 6 of 10: 2 chosen.',
    });
  });
});
