import { availableCommands, type Accepted } from '../kernel';
import { reviewWorkflow } from './review.machine';
import { noReviewFacts } from './review.rules';
import type { ItemRule } from './review.types';
import {
  after,
  allBut,
  ask,
  codes,
  given,
  item,
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

const { scheduled, convened, voting, counted, minuted } = reached;

describe('review@1', () => {
  it('is due on the day it meets while it is scheduled, and never after', () => {
    const deadlines = (history: History) => reviewWorkflow.definition.deadlines(given(history));
    expect(deadlines(scheduled)).toEqual([{ key: 'meets', kind: 'review.meets', dueOn: '2024-01-19' }]);
    expect(deadlines(after(reached.postponed, 'reschedule'))).toMatchObject([{ dueOn: '2024-01-26' }]);
    for (const history of [reached.postponed, convened, voting, counted, reached.closed]) {
      expect(deadlines(history)).toEqual([]);
    }
  });

  it('moves cases into the round and out of it by jobs', () => {
    const jobs = (history: History, name: string) => (when(history, ask(name)) as Accepted).effects;
    expect(jobs(after([], 'schedule'), 'putOnAgenda')).toEqual([{ job: 'start-case-reviews', data: {} }]);
    for (const name of ['takeOff', 'postpone', 'cancel']) {
      expect(jobs(scheduled, name)).toEqual([{ job: 'return-cases-to-list', data: {} }]);
    }
    expect(jobs(reached.closed.slice(0, -1), 'close')).toEqual([{ job: 'apply-review-results', data: {} }]);
  });

  it('takes every item off when it is postponed, so that its cases may go to another round', () => {
    expect(Object.values(given(reached.postponed).context.items).map(({ status }) => status)).toEqual([
      'takenOff',
      'takenOff',
    ]);
    const again = after(reached.postponed, 'reschedule');
    const anew = { items: [{ itemId: 'i3', caseId: 'case-1' }] };
    expect(stateAfter(when(again, ask('putOnAgenda', anew, { itemRules: { i3: rule } })))).toBe('scheduled');
  });

  it('fixes the roll of the day when it convenes', () => {
    expect(given([...scheduled, ask('convene', { presentIds: allBut('chair', 'm9') })]).context).toMatchObject({
      roll: { memberCount: 10, presentIds: allBut('chair', 'm9'), chairIds: ['vice'], secretaryIds: ['secretary'] },
      chairId: 'vice',
    });
  });

  it('needs the strictest quorum of the council and its items, and says the figures', () => {
    const come = (...absent: string[]) =>
      when(
        scheduled,
        ask(
          'convene',
          { presentIds: allBut(...absent) },
          { councilQuorum: { fraction: '2/3', comparator: 'atLeast' } },
        ),
      );
    expect(stateAfter(come('m8', 'm9'))).toBe('convened');
    expect(codes(come('m7', 'm8', 'm9'))).toEqual(['REVIEW.NO_QUORUM']);
    expect(come('m7', 'm8', 'm9')).toMatchObject({
      reasons: [{ message: { en: expect.stringContaining('needs 8 of 10 members, 7 are present') } }],
    });
  });

  it('asks for the quorum of the council where the items ask for none', () => {
    const open = [
      ask('schedule'),
      ask('putOnAgenda', { items: [{ itemId: 'i1', caseId: 'c1' }] }, { itemRules: { i1: { ...rule, quorum: null } } }),
    ];
    const two = { fraction: '1/5', comparator: 'moreThan' } as const;
    const convene = (...presentIds: string[]) => when(open, ask('convene', { presentIds }, { councilQuorum: two }));
    expect(codes(convene('chair', 'm3'))).toEqual(['REVIEW.NO_QUORUM']);
    expect(stateAfter(convene('chair', 'm3', 'm4'))).toBe('convened');
  });

  it('counts everybody as taking part in a written round', () => {
    const round = [
      ask('schedule', { councilId: 'council', campaignId: null, meetsOn: '2024-01-19', kind: 'writtenRound' }),
      ask('putOnAgenda'),
      ask('convene', { presentIds: [] }),
      ask('openBallot'),
    ];
    expect(given(round).context.roll?.presentIds).toEqual(allBut());
    expect(when(round, ask('cast', undefined, { voterId: 'm9' })).outcome).toBe('accepted');
  });

  it('warns on convening of items that cannot pass', () => {
    const stays: ItemRule = { ...rule, passRule: { ...rule.passRule, conflictEffect: 'countsAsNotInFavour' } };
    const history = [
      ask('schedule'),
      ask('putOnAgenda', undefined, { itemRules: { i1: stays, i2: rule } }),
      ask('convene', undefined, { conflicts: { i1: ['m3', 'm4'], i2: ['m3', 'm4'] } }),
    ];
    expect(given(history).context.unpassableItemIds).toEqual(['i1']);
    expect(when(history.slice(0, 2), history[2]!)).toMatchObject({
      facts: [{ type: 'review.convened', data: { unpassableItemIds: ['i1'] } }],
    });
    expect(given([...history, ask('takeOff', { itemIds: ['i1'], reason: 'c' })]).context.unpassableItemIds).toEqual([]);
  });

  it('warns when a declared conflict puts passing out of reach', () => {
    const stays = { ...rule.passRule, conflictEffect: 'countsAsNotInFavour' as const, absent: 'notInFavour' as const };
    const history = sitting({ passRule: stays }, allBut('m9'));
    expect(given(history).context.unpassableItemIds).toEqual([]);
    const declared = [...history, ask('declareConflict', { itemId: 'i1', memberId: 'm3' })];
    expect(given(declared).context.unpassableItemIds).toEqual(['i1']);
  });

  it('hands the chair over while the chair has a conflict on an open item, and back', () => {
    const history = [...scheduled, ask('convene', undefined, { conflicts: { i1: ['chair'] } })];
    const chairs = [
      history,
      [...history, ask('openBallot', { itemIds: ['i1'] })],
      [...history, ask('openBallot', { itemIds: ['i1'] }), ask('closeBallot', { itemIds: ['i1'] })],
      [...history, ask('openBallot', { itemIds: ['i2'] })],
    ].map((each) => given(each).context.chairId);
    expect(chairs).toEqual(['chair', 'vice', 'chair', 'chair']);
  });

  it('records the results of a paper meeting as recorded, and corrects a slip until the minutes', () => {
    const recorded = after(convened, 'recordPaper');
    expect(item(recorded, 'i1')).toMatchObject({ status: 'counted', result: { passed: true, recorded: true } });
    const corrected = [...recorded, ask('recordPaper', { counts: { i1: votes(8, 10) } })];
    expect(item(corrected, 'i1')?.result).toMatchObject({ passed: false, recorded: true });
    expect(item(corrected, 'i2')).toEqual(item(recorded, 'i2'));
    expect(codes(when(after(corrected, 'minute'), ask('recordPaper')))).toEqual(['REVIEW.NOT_IN_STATE']);
  });

  it('goes on where it was adjourned, with a new roll, and keeps what was voted on', () => {
    const history = [
      ...votingOnFirst,
      ask('closeBallot', { itemIds: ['i1'] }),
      ask('adjourn'),
      ask('reconvene', { presentIds: allBut('m8', 'm9') }),
    ];
    expect(given(history)).toMatchObject({ state: 'voting', context: { roll: { presentIds: allBut('m8', 'm9') } } });
    const opened = [...history, ask('openBallot', { itemIds: ['i2'] })];
    expect(item(opened, 'i1')).toMatchObject({ status: 'closed', turnout: { presentCount: 10 } });
    expect(item(opened, 'i2')).toMatchObject({ status: 'open', turnout: { presentCount: 8 } });
  });

  it('keeps a declared conflict when it reconvenes', () => {
    const history = after(convened, 'declareConflict', 'adjourn', 'reconvene');
    expect(given(history).context.conflicts).toEqual({ i2: ['m3'] });
  });

  it('needs the chair and the secretary under its minutes, in either order', () => {
    const signedBySecretary = [...minuted, ask('sign', { memberId: 'secretary' })];
    expect(codes(when(signedBySecretary, ask('close')))).toEqual(['REVIEW.MINUTES_UNSIGNED']);
    expect(stateAfter(when([...signedBySecretary, ask('sign', { memberId: 'vice' })], ask('close')))).toBe('closed');
  });

  it('needs no secretary where none was present', () => {
    const history = [
      ...vote(sitting({}, allBut('secretary')), votes(9, 9)).slice(0, -1),
      ask('awaitWritten'),
      ask('count', {}, { counts: { i1: votes(9, 9) } }),
      ...after([], 'minute', 'sign'),
    ];
    expect(stateAfter(when(history, ask('close')))).toBe('closed');
  });

  it('says beforehand what is possible and why not, without a count', () => {
    const { at, by } = ask('count');
    const available = availableCommands(reviewWorkflow, given(voting), { at, by, facts: noReviewFacts });
    const reasons = (name: string) =>
      available.find(({ command }) => command === `review.${name}`)?.reasons.map(({ code }) => code);
    expect(reasons('count')).toEqual(['REVIEW.ITEMS_NOT_VOTED']);
    expect(reasons('adjourn')).toEqual(['REVIEW.BALLOT_OPEN']);
    expect(reasons('cast')).toEqual([]);
  });
});
