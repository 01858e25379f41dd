import {
  after,
  allBut,
  ask,
  closedWithoutOne,
  codes,
  given,
  item,
  members,
  reached,
  rule,
  sitting,
  stateAfter,
  vote,
  votes,
  votingOnFirst,
  when,
  type History,
} from './testing/review-histories';

const { voting, counted } = reached;

describe('a vote in review@1', () => {
  it('does not move when a vote is cast, and the choice is nowhere in it', () => {
    const decision = when(voting, ask('cast'));
    expect(decision).toMatchObject({ outcome: 'accepted', facts: [], effects: [] });
    expect(decision).toMatchObject({ snapshot: given(voting) });
    expect(Object.keys(ask('cast').input)).toEqual(['itemId']);
  });

  it('does not move when a written opinion is received', () => {
    const decision = when(reached.awaitingWritten, ask('receiveWritten'));
    expect(decision).toMatchObject({ snapshot: given(reached.awaitingWritten), facts: [], effects: [] });
  });

  it('lets twenty votes be decided on one snapshot', () => {
    const outcomes = members.flatMap(({ memberId }) =>
      ['i1', 'i2'].map((itemId) => when(voting, ask('cast', { itemId }, { voterId: memberId })).outcome),
    );
    expect(outcomes).toEqual(Array(20).fill('accepted'));
  });

  it('lets a represented member vote only where the rule takes proxies', () => {
    const absent = (mode: 'proxy' | 'notInFavour'): History => [
      ...sitting({ passRule: { ...rule.passRule, absent: mode } }, allBut('m9'), { representedIds: ['m9'] }),
      ask('openBallot', { itemIds: ['i1'] }),
    ];
    const cast = ask('cast', undefined, { voterId: 'm9' });
    expect(when(absent('proxy'), cast).outcome).toBe('accepted');
    expect(codes(when(absent('notInFavour'), cast))).toEqual(['REVIEW.NOT_PRESENT']);
    expect(item(absent('proxy'), 'i1')?.turnout?.presentCount).toBe(10);
  });

  it('knows no result while a ballot is open, not even that of an earlier vote round', () => {
    const again = after(counted, 'revote');
    expect(Object.values(given(votingOnFirst).context.items).map(({ result }) => result)).toEqual([null, null]);
    expect(item(counted, 'i1')?.result).not.toBeNull();
    expect(item(again, 'i1')).toMatchObject({ status: 'open', voteRound: 2, result: null });
    expect(JSON.stringify(given(again).context.items.i1)).not.toContain('inFavour');
  });

  it('passes one item and fails the other by one vote', () => {
    expect(item(counted, 'i1')).toMatchObject({
      status: 'counted',
      result: { passed: true, inFavour: 9, base: 10, needed: 9, recorded: false, isTie: false },
    });
    expect(item(counted, 'i2')?.result).toMatchObject({ passed: false, inFavour: 8, needed: 9, isTie: false });
  });

  it('counts again only what was voted on again', () => {
    const again = [
      ...after(counted, 'revote'),
      ask('closeBallot', { itemIds: ['i1'] }),
      ask('count', {}, { counts: { i1: votes(8, 10) } }),
    ];
    expect(item(again, 'i1')?.result).toMatchObject({ passed: false, inFavour: 8 });
    expect(item(again, 'i2')).toEqual(item(counted, 'i2'));
  });

  it('votes again without a reason after a tie', () => {
    const tie = vote(sitting({}), votes(5, 10));
    expect(item(tie, 'i1')?.result).toMatchObject({ passed: false, isTie: true });
    expect(stateAfter(when(tie, ask('revote', { itemIds: ['i1'] })))).toBe('voting');
  });

  it('chooses k of n and names a tie at the last place', () => {
    const choose = { kind: 'choose' as const, choose: 1, options: ['unit-1', 'unit-2'] };
    const most = {
      ...rule.passRule,
      base: 'present' as const,
      threshold: { fraction: '1/3', comparator: 'atLeast' } as const,
    };
    const after10 = (first: number) =>
      item(
        vote(sitting({ ...choose, passRule: most }), {
          ...votes(10, 10),
          votes: { 'unit-1': first, 'unit-2': 10 - first },
        }),
        'i1',
      )?.result;
    expect(after10(6)).toMatchObject({ passed: true, isTie: false, chosenIds: ['unit-1'], tiedIds: [] });
    expect(after10(5)).toMatchObject({ passed: false, isTie: true, chosenIds: [], tiedIds: ['unit-1', 'unit-2'] });
  });

  it('refuses a count of the other kind', () => {
    const wrong = { ...votes(10, 10), votes: { 'unit-1': 10 } };
    const closed = vote(sitting({}), votes(9, 10)).slice(0, -1);
    expect(codes(when(closed, ask('count', {}, { counts: { i1: wrong } })))).toEqual(['REVIEW.COUNT_DOES_NOT_ADD_UP']);
  });

  it('adds the written opinions of absent members', () => {
    const written = { ...votes(8, 9), writtenReceived: 1, writtenInFavour: 1 };
    const history = [
      ...after(closedWithoutOne, 'awaitWritten'),
      ask('count', {}, { counts: { i1: written, i2: votes(9, 9) } }),
    ];
    expect(item(history, 'i1')?.result).toMatchObject({ passed: true, inFavour: 9, base: 10 });
    expect(item(history, 'i2')?.result).toMatchObject({ passed: true, inFavour: 9, base: 10 });
  });
});
