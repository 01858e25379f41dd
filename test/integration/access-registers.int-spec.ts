import { allWorkflows } from '../../workflows/all';
import { ROLE_PERMISSIONS, ROLES, type Permission, type Role } from '../../src/platform/auth/permission';
import { derivedId } from '../../src/platform/ids';
import { CommandDispatcher } from '../../src/platform/runner/command-dispatcher';
import type { Answer } from '../factories/access-app';
import { fingerprint } from '../factories/access-dump';
import { openLand, type Land } from '../factories/access-land';
import type { Place } from '../factories/access-place';
import { describeSqlite } from '../support/database';

type PlaceName = 'a' | 'b' | 'district';

/** A command on a register of the ward A, or one that brings something into being there. */
interface Change {
  readonly type: string;
  readonly url: string;
  readonly body: (a: Place) => object;
  readonly permission: Permission;
  /** Another permission that is enough. */
  readonly also?: Permission;
  /** Whose seats count: `a` unless it goes up to the district. */
  readonly authority?: PlaceName;
}

const SINCE = { validFrom: '2024-01-01' };
const PERSON = { name: 'Người Mới' };
const ENTRY = { amount: '1', bookedOn: '2024-11-01', paper: '9/QĐ' };
const PAPER = { title: 'Báo cáo', number: '1/BC', issuer: 'UBND', date: '2024-11-01' };
const id = (a: Place, kind: string, index = 0): string => a.ids[kind]?.[index] ?? '';
const send =
  (type: string, input: (a: Place) => object = () => ({})) =>
  (a: Place): object => ({ type, input: input(a) });
/** A command on the first thing of a kind. */
const on = (type: string, collection: string, input?: (a: Place) => object, kind = collection): Change => ({
  ...{ type, url: `${collection}/{${kind}${kind === 'users' ? ':8' : ''}}/commands`, body: send(type, input) },
  ...{ permission: 'register.keep' },
});
const add = (type: string, url: string, body: Change['body'], permission: Permission = 'register.keep'): Change => ({
  ...{ type, url, body, permission },
});

/** Takes no permission and names nobody: everybody with a seat sets their own, which is tried by itself. */
const OF_ONESELF = ['preferences.set', 'notice.read'];

/** What the registers of history say of a person of the ward who is still there. */
const about = (a: Place): object => ({ subjectKind: 'person', subjectId: id(a, 'people', 2) });
const PROOF = { number: '2/QĐ', issuer: 'UBND', date: '2023-12-20' };
const MEASURE = { form: 'warning', from: '2020-01-01', until: '2020-12-31', paper: PROOF };
const RATING = { period: 'calendarYear', year: 2021, rating: 'good', ratedBy: 'UBND' };
const WHY = { reason: 'Ghi nhầm' };

/** Who may send these is tried with long work and with files: they are sent otherwise than all others. */
const TRIED_APART = ['job.cancel', 'job.resume', 'job.startBulk', 'import.check', 'import.apply', 'import.discard'];

const HISTORY: readonly Change[] = [
  add('rating.record', 'ratings', (a) => ({ ...about(a), ...RATING })),
  on('rating.withdraw', 'ratings', () => WHY),
  add('decisionRecord.enter', 'decision-records', (a) => {
    return { number: '7', symbol: 'QĐ', issuer: 'UBND', issuedOn: '2021-12-20', awards: [{ ...about(a), tier: 'GK' }] };
  }),
  on('decisionRecord.addAwards', 'decision-records', (a) => ({ awards: [{ ...about(a), tier: 'LDTT' }] })),
  on('decisionRecord.withdrawAwards', 'decision-records', () => ({ ...WHY, awardRecordIds: [derivedId('no award')] })),
  add('initiative.record', 'initiatives', (a) => {
    return { title: 'Mới', kind: 'initiative', scope: 'unit', authors: [about(a)], paper: PROOF };
  }),
  on('initiative.use', 'initiatives', () => ({ caseId: derivedId('no case') })),
  on('initiative.release', 'initiatives', () => ({ ...WHY, useId: derivedId('no use') })),
  on('initiative.withdraw', 'initiatives', () => WHY),
  add('discipline.record', 'disciplines', (a) => ({ ...about(a), ...MEASURE })),
  on('discipline.lift', 'disciplines', () => ({ ...WHY, liftedOn: '2020-06-01' })),
  on('discipline.withdraw', 'disciplines', () => WHY),
  add('violationList.receive', 'violation-lists', (a) => {
    const period = { periodFrom: '2024-01-01', periodTo: '2024-10-31', receivedOn: '2024-11-01' };
    return { unitId: a.unitId, agency: 'Công an', ...period, paper: PROOF, rows: [{ name: 'Ai Đó', what: 'Vi phạm' }] };
  }),
  on('violationList.confirm', 'violation-lists', (a) => {
    return { ...about(a), rowId: derivedId('no row'), outcome: 'noted' };
  }),
  on('violationList.dismiss', 'violation-lists', () => ({ ...WHY, rowId: derivedId('no row') })),
  on('violationList.erase', 'violation-lists'),
];

/** What the ward states of its results, as its standing office enters it. */
const statedOf = (a: Place): object => {
  const numbers = { of: 1, reached: 1, exceeded: 0, asOf: '2024-03-31' };
  return { campaignId: id(a, 'campaigns'), unitId: a.unitId, ...numbers, paperTitle: 'Báo cáo' };
};

const NO_ONE = derivedId('nobody');
const NEVER = { on: '2019-01-01', document: '1/NQ' };
const UNTIL = { validTo: '2024-12-31' };

/** What units, people and councils go through over the years. Whoever may is refused by the rules, so that the ward stays. */
const YEARS: readonly Change[] = [
  on('unit.coManage', 'units', () => ({ managerId: NO_ONE, ...SINCE })),
  on('unit.endCoManagement', 'units', () => ({ coManagementId: NO_ONE, ...UNTIL })),
  on('unit.nameDelegate', 'units', () => ({ personId: NO_ONE, paper: '1/GUQ', ...SINCE })),
  on('unit.endDelegation', 'units', () => ({ delegationId: NO_ONE, ...UNTIL })),
  on('unit.dissolve', 'units', () => NEVER),
  add('unit.merge', 'units/merge', (a) => ({ unitIds: [a.unitId], successorId: a.unitId, ...NEVER })),
  on('person.merge', 'people', () => ({ intoId: NO_ONE })),
  on('collective.move', 'collectives', (a) => ({ unitId: a.unitId })),
  on('household.move', 'households', (a) => ({ unitId: a.unitId })),
  on('council.rotateSeat', 'councils', () => ({ memberId: NO_ONE, personId: NO_ONE, on: '2024-12-01' })),
  on('council.nameDelegate', 'councils', () => ({ memberId: NO_ONE, personId: NO_ONE, paper: '1/GUQ', ...SINCE })),
  on('council.endDelegation', 'councils', () => ({ delegationId: NO_ONE, ...UNTIL })),
  on('council.dissolve', 'councils', () => ({ on: '2019-01-01' })),
];

const BAND = { periodType: 'calendarYear', startsOn: '2024-01-01', endsOn: '2024-12-31' };
const ONE_LINE = { criteria: [{ code: '1', name: 'Mới', kind: 'score', method: 'given', maxPoints: '5' }], roundTo: 0 };

/** Clusters and scoring. Nobody heads the cluster of the ward, so that its office alone runs it. */
const SCORING: readonly Change[] = [
  add('cluster.found', 'clusters', (a) => ({ ...BAND, period: '2025', code: 'MOI', name: 'Mới', unitId: a.unitId })),
  on('cluster.addMember', 'clusters', (a) => ({ unitId: a.unitId, ...SINCE })),
  on('cluster.removeMember', 'clusters', () => ({ unitId: NO_ONE, ...UNTIL })),
  on('cluster.appointHead', 'clusters', () => ({ unitId: NO_ONE, role: 'head', paper: '1/QĐ', ...SINCE })),
  {
    ...on('cluster.nameDelegate', 'clusters', (a) => {
      return { unitId: a.unitId, personId: NO_ONE, paper: '1/GGT', ...SINCE };
    }),
    ...{ permission: 'score.keep', also: 'score.give' },
  },
  ...[
    on('cluster.recordLeaders', 'clusters', () => ({ reviewId: NO_ONE, itemId: NO_ONE })),
    add('scoringSheet.define', 'scoring-sheets', (a) => ({ ...ONE_LINE, unitId: a.unitId, code: 'MOI', name: 'Mới' })),
    on('scoringSheet.revise', 'scoring-sheets', () => ONE_LINE),
    on('scoringSheet.useIn', 'scoring-sheets', (a) => ({ clusterId: id(a, 'clusters') })),
    on('score.sendBack', 'scores', () => WHY),
    on('score.appraise', 'scores'),
    add('ranking.publish', 'rankings', (a) => ({ clusterId: id(a, 'clusters') })),
  ].map((each): Change => ({ ...each, permission: 'score.keep' })),
  ...[
    add('score.draft', 'scores', (a) => ({ clusterId: id(a, 'clusters'), unitId: a.unitId, entries: [] })),
    on('score.enter', 'scores', () => ({ entries: [] })),
    on('score.handIn', 'scores'),
    on('score.mark', 'scores', (a) => ({ unitId: a.unitId, entries: [] })),
  ].map((each): Change => ({ ...each, permission: 'score.give' })),
  on('cluster.close', 'clusters', () => ({ on: '2024-12-31' })),
];

const MODEL = { title: 'Mô hình mới', field: 'economy', foundOn: '2024-11-01' };
const PIECE = { code: 'T2', content: 'Bài viết', channel: 'portal', cadence: 'once', dueOn: '2024-11-30' };
const REPORTED = { code: 'T1', asOf: '2024-11-02', value: '2', reference: '9/BC' };
const TARGET = { name: 'Mới', kinds: ['model'], stage: 'found', direction: 'atLeast', value: 1 };

/** What is to be followed and made known. */
const FOLLOWED: readonly Change[] = [
  add('example.find', 'examples', (a) => ({ ...MODEL, kind: 'model', unitId: a.unitId }), 'example.prepare'),
  ...[
    on('example.correct', 'examples', () => MODEL),
    on('example.propose', 'examples'),
    on('example.noteConsent', 'examples', () => ({ consent: 'given', on: '2024-11-01' })),
    on('example.link', 'examples', (a) => ({ kind: 'person', targetId: id(a, 'people', 2) })),
    on('example.unlink', 'examples', (a) => ({ kind: 'person', targetId: id(a, 'people', 2) })),
    on('example.publish', 'examples', () => ({ channel: 'portal', outlet: 'Cổng', publishedOn: '2024-11-02' })),
  ].map((each): Change => ({ ...each, permission: 'example.prepare' })),
  ...['example.accept', 'example.decline', 'example.withdraw'].map((type): Change => {
    return { ...on(type, 'examples', () => WHY), permission: 'example.keep' };
  }),
  add('exampleTarget.set', 'example-targets', (a) => ({ ...TARGET, unitId: a.unitId }), 'example.keep'),
  { ...on('exampleTarget.drop', 'example-targets', () => WHY), permission: 'example.keep' },
  add('publicity.plan', 'publicity-plans', (a) => ({ campaignId: id(a, 'campaigns') }), 'campaign.run'),
  ...[
    on('publicity.addPiece', 'publicity-plans', (a) => ({ ...PIECE, chargedUnitId: a.unitId })),
    on('publicity.extendPiece', 'publicity-plans', () => ({ ...WHY, code: 'T1', dueOn: '2024-12-01' })),
    on('publicity.dropPiece', 'publicity-plans', () => ({ ...WHY, code: 'T2' })),
  ].map((each): Change => ({ ...each, permission: 'campaign.run' })),
  ...[
    on('publicity.report', 'publicity-plans', () => REPORTED),
    on('publicity.withdrawReport', 'publicity-plans', () => ({ ...WHY, code: 'T1', asOf: '2024-11-02' })),
  ].map((each): Change => ({ ...each, permission: 'publicity.report' })),
];

const LIST = { number: '1/DS', datedOn: '2024-11-01', signerTitle: 'Thường trực Hội đồng' };
const ASKED = { kind: 'agencyOpinion', askedBody: 'Công an', opensOn: '2024-11-01', dueOn: '2024-11-30' };
const OBJECTED = { text: 'Xem lại', receivedOn: '2024-11-02' };
const ANSWERED = { answer: 'inFavour', number: '1/CV', answeredOn: '2024-11-02' };
/** What the ward submitted to the district is judged there. */
const judged = (change: Change): readonly Change[] =>
  [change, { ...change, url: change.url.replace('}', ':1}'), authority: 'district' as const }].map((each) => {
    return { ...each, permission: 'case.keep' };
  });

/** What lies between handing in a dossier and the sitting: gaps, officers, opinions, consolidated lists. */
const CONSIDERED: readonly Change[] = [
  { ...on('dossier.addCases', 'dossiers', (a) => ({ lines: [nomineeOf(a)] })), permission: 'case.prepare' },
  ...[
    on('dossier.assign', 'dossiers', () => ({ officerId: NO_ONE })),
    on('dossier.noteGap', 'dossiers', () => ({ text: 'Thiếu' })),
    on('dossier.settleGap', 'dossiers', () => ({ gapId: NO_ONE })),
    on('consultation.recordObjection', 'consultations', () => OBJECTED),
    on('consultation.answerObjection', 'consultations', () => ({ objectionId: NO_ONE, answer: 'Đúng' })),
    on('consultation.close', 'consultations'),
    on('consultation.recordAnswer', 'consultations', () => ANSWERED),
    on('consultation.withdraw', 'consultations', () => WHY),
  ].flatMap(judged),
  add('consultation.open', 'consultations', (a) => ({ ...ASKED, caseId: id(a, 'cases') }), 'case.keep'),
  {
    ...add('consultation.open', 'consultations', (a) => ({ ...ASKED, caseId: id(a, 'cases', 1) }), 'case.keep'),
    authority: 'district',
  },
  add(
    'consultation.open',
    'consultations',
    (a) => ({ ...ASKED, consolidationId: id(a, 'consolidations') }),
    'case.keep',
  ),
  add(
    'consolidation.draft',
    'consolidations',
    (a) => ({ authorityUnitId: a.unitId, caseIds: [id(a, 'cases')] }),
    'case.keep',
  ),
  ...[
    on('consolidation.revise', 'consolidations', (a) => ({ caseIds: [id(a, 'cases')] })),
    on('consolidation.issue', 'consolidations', () => LIST),
    on('consolidation.close', 'consolidations'),
  ].map((each): Change => ({ ...each, permission: 'case.keep' })),
  {
    ...on('consolidation.putOnAgenda', 'consolidations', (a) => ({ reviewId: id(a, 'reviews', 1) })),
    permission: 'review.keep',
  },
  { ...on('consolidation.sendUp', 'consolidations'), permission: 'case.decide' },
  { ...on('consolidation.dissolve', 'consolidations', () => WHY), permission: 'case.keep' },
];

const TEXT = { title: 'Bản tin mới', source: 'Cổng', asOf: '2024-11-01', axis: 'decision', figures: [] };

/** What was published of the results of the ward. */
const PUBLISHED: readonly Change[] = [
  add('statement.publish', 'statements', (a) => ({ ...TEXT, unitId: a.unitId })),
  on('statement.revise', 'statements', () => TEXT),
  on('statement.withdraw', 'statements', () => WHY),
];

const CHANGES: readonly Change[] = [
  ...HISTORY,
  ...SCORING,
  ...YEARS,
  ...FOLLOWED,
  ...CONSIDERED,
  ...PUBLISHED,
  on('unit.rename', 'units', () => ({ name: 'Tên mới' })),
  on('unit.move', 'units', (a) => ({ parentId: a.unitId, on: '2024-11-01', document: '1/NQ' })),
  on('person.correct', 'people', () => PERSON),
  on('person.move', 'people', (a) => ({ unitId: a.unitId })),
  on('person.erase', 'people'),
  on('collective.rename', 'collectives', () => ({ name: 'Tổ mới' })),
  on('household.correct', 'households', () => ({ headName: 'Chủ hộ mới' })),
  on('household.erase', 'households'),
  on('council.seatMember', 'councils', (a) => ({ personId: id(a, 'people', 2), seat: 'member', ...SINCE })),
  on('council.endMembership', 'councils', () => ({ memberId: derivedId('nobody'), validTo: '2024-12-31' })),
  on('user.giveSeat', 'users', (a) => ({ role: 'standingOffice', unitId: a.unitId, ...SINCE })),
  on('user.endSeat', 'users', () => ({ seatId: derivedId('no seat'), validTo: '2024-12-31' })),
  on('user.revokeToken', 'users', () => ({ tokenId: derivedId('no token') })),
  on('user.disable', 'users'),
  on('user.enable', 'users'),
  { ...on('quota.release', 'quotas', () => ({ itemId: derivedId('no item') })), permission: 'review.keep' },
  { ...on('quota.close', 'quotas'), permission: 'review.keep' },
  on('subject.unfreeze', 'subject-freezes', undefined, 'freezes'),
  { ...on('dossier.addPaper', 'dossiers', () => PAPER), permission: 'case.prepare' },
  { ...on('dossier.submit', 'dossiers'), permission: 'case.prepare' },
  ...['dossier.receive', 'dossier.markComplete', 'dossier.return'].flatMap((type): Change[] => {
    const change = on(type, 'dossiers', () => (type === 'dossier.return' ? { reason: 'Thiếu' } : {}));
    const up = { ...change, url: 'dossiers/{dossiers:1}/commands', authority: 'district' as const };
    return [change, up].map((each) => ({ ...each, permission: 'case.keep' }));
  }),
  ...['ceremony', 'payment'].flatMap((kind): Change[] => {
    const collection = kind === 'ceremony' ? 'ceremonies' : 'payment-lists';
    return [
      on(`${kind}.list`, collection, (a) => ({ caseIds: [id(a, 'cases')] })),
      on(kind === 'ceremony' ? 'ceremony.present' : 'payment.pay', collection),
    ].map((each) => ({ ...each, permission: 'case.keep' }));
  }),
  ...[
    on('recovery.returnArtefact', 'recoveries', () => ({ returnedOn: '2024-11-15' })),
    on('recovery.recoverMoney', 'recoveries', () => ({ recoveredOn: '2024-11-15', amount: '1' })),
  ].map((each): Change => ({ ...each, permission: 'case.keep' })),
  ...[
    on('fund.receive', 'fund', () => ({ ...ENTRY, source: 'budget' })),
    on('fund.spend', 'fund', () => ({ ...ENTRY, purpose: 'other' })),
    on('fund.close', 'fund'),
  ].map((each): Change => ({ ...each, permission: 'fund.keep' })),
  add('fund.open', 'fund', (a) => ({ unitId: a.unitId, year: 2025 }), 'fund.keep'),
  add('ceremony.plan', 'ceremonies', ceremonyOf, 'case.keep'),
  add('payment.plan', 'payment-lists', (a) => ({ unitId: a.unitId, paidOn: '2024-11-01', paper: '9' }), 'case.keep'),
  { ...add('a token', 'users/{users:8}/tokens', () => ({})) },
  add('unit.add', 'units', (a) => {
    return { code: 'MOI', name: 'Mới', kind: 'other', level: 'unit', parentId: a.unitId, ...SINCE };
  }),
  add('person.add', 'people', (a) => ({ ...PERSON, unitId: a.unitId })),
  add('collective.add', 'collectives', (a) => ({ name: 'Tổ mới', unitId: a.unitId })),
  add('household.add', 'households', (a) => ({ headName: 'Chủ hộ mới', unitId: a.unitId })),
  add('council.found', 'councils', (a) => ({ code: 'MOI', name: 'Mới', kind: 'fullCouncil', unitId: a.unitId })),
  add('user.add', 'users', (a) => ({ login: 'moi', unitId: a.unitId })),
  add('subject.freeze', 'subject-freezes', (a) => {
    return { subjectKind: 'person', subjectId: id(a, 'people'), startsOn: '2024-12-01', reason: 'Đơn thư' };
  }),
  add('campaign.draft', 'campaigns', (a) => planOf(a.unitId), 'campaign.prepare'),
  add('pledge.draft', 'pledges', pledgeOf, 'pledge.prepare'),
  add('resultStatement.record', 'result-statements', statedOf, 'pledge.keep'),
  { ...on('resultStatement.withdraw', 'result-statements', () => WHY), permission: 'pledge.keep' },
  add('dossier.draft', 'dossiers', dossierOf, 'case.prepare'),
  add('award.draft', 'cases', nominationOf, 'case.prepare'),
  add('review.schedule', 'reviews', scheduleOf, 'review.keep'),
  add('tierQuota.stateBase', 'tier-quotas', baseOf, 'review.keep'),
  add('quota.open', 'quotas', (a) => ({ councilId: a.councilId, tier: 'GK', places: 1 }), 'review.keep'),
  add(
    'decision.draft',
    'decisions',
    (a) => ({ authorityUnitId: a.unitId, caseIds: [id(a, 'cases')] }),
    'decision.prepare',
  ),
];

function baseOf(a: Place): object {
  return { tier: 'CO_CP', unitId: a.unitId, year: 2024, base: 4, source: 'Báo cáo 1' };
}

function ceremonyOf(a: Place): object {
  return { unitId: a.unitId, heldOn: '2024-11-01', place: 'Hội trường', presenter: 'Chủ tịch' };
}

function planOf(unitId: string): object {
  return {
    ...{ code: 'MOI', name: 'Mới', kind: 'regular', periodType: 'calendarYear', startsOn: '2025-01-01' },
    ...{ endsOn: '2025-12-31', issuerIds: [unitId], unitIds: [unitId], rounds: [], indicators: [], allocations: [] },
  };
}

function pledgeOf(a: Place): object {
  const values = [{ measureCode: 'm', value: '60' }];
  return { campaignId: id(a, 'campaigns'), unitId: a.unitId, kind: 'registration', values };
}

function dossierOf(a: Place): object {
  return { unitId: a.unitId, number: '9/TTr', datedOn: '2024-11-01', signerTitle: 'Chủ tịch' };
}

function nominationOf(a: Place): object {
  return { dossierId: id(a, 'dossiers'), ...nomineeOf(a) };
}

function nomineeOf(a: Place): object {
  return {
    ...{ subject: { kind: 'person', id: id(a, 'people') }, tier: 'GK' },
    ...{ commendation: 'merit', achievementId: derivedId('new') },
    ...{ achievedFrom: '2024-01-01', achievedTo: '2024-10-31' },
  };
}

function scheduleOf(a: Place): object {
  return { councilId: a.councilId, meetsOn: '2024-12-20', kind: 'fullCouncil' };
}

const PLACES: readonly PlaceName[] = ['a', 'b', 'district'];
const OVER: Readonly<Record<PlaceName, readonly PlaceName[]>> = {
  a: ['a', 'district'],
  b: ['b', 'district'],
  district: ['district'],
};

describeSqlite('registers and beginnings over HTTP', (database) => {
  describe('every command that no machine knows, and every one that opens something', () => {
    let land: Land;
    beforeAll(async () => {
      land = await openLand(database());
    });
    afterAll(() => land.world.close());

    const call = (place: PlaceName, role: Role, { url, body }: Change): Promise<Answer> => {
      const path = url.replace(/\{([a-z-]+)(?::(\d))?\}/, (_, kind: string, index = '0') =>
        kind === 'units' ? land.a.unitId : id(land.a, kind, Number(index)),
      );
      return land.world.call(land[place].tokens[role], 'POST', `/api/v1/${path}`, body(land.a));
    };

    it.each(
      CHANGES.map((change) => ({
        ...change,
        name: `${change.type}, which takes ${change.permission} of ${change.authority ?? 'a'}`,
      })),
    )('$name', async (change) => {
      const before = await fingerprint(land.world);
      const may = (place: PlaceName, role: Role): boolean =>
        [change.permission, change.also].some((one) => one && ROLE_PERMISSIONS[role].includes(one)) &&
        OVER[change.authority ?? 'a'].includes(place);
      const senders = PLACES.flatMap((place) => ROLES.map((role) => ({ place, role, may: may(place, role) })));
      const wrong: string[] = [];
      for (const { place, role } of senders.filter((sender) => !sender.may)) {
        const { status, text } = await call(place, role, change);
        const isUnknownUnit =
          status === 409 && /UNKNOWN_(UNIT|PARENT|SUCCESSOR|SUBJECT|AUTHOR|COUNCIL)/.test(text) && place === 'b';
        if (![403, 404].includes(status) && !isUnknownUnit) wrong.push(`${role} of ${place}: ${status} ${text}`);
      }
      expect(wrong).toEqual([]);
      expect(await fingerprint(land.world)).toEqual(before);
      for (const { place, role } of senders.filter((sender) => sender.may)) {
        const { status, text } = await call(place, role, change);
        if ([400, 401, 403, 404, 500].includes(status)) wrong.push(`${role} of ${place}: ${status} ${text}`);
      }
      expect(wrong).toEqual([]);
    });

    it("preferences.set takes a seat, and changes what is the sender's own alone", async () => {
      const { world, a } = land;
      const set = (token: string, body: object): Promise<Answer> =>
        world.call(token, 'POST', '/api/v1/preferences', body);
      const { token: seatless } = await world.aToken(await world.aUser('khong.ghe', a.unitId, []));
      const before = await fingerprint(world);
      expect((await set('', { mail: 'off' })).status).toBe(401);
      expect((await set(seatless, { mail: 'off' })).status).toBe(403);
      expect((await set(a.tokens.unitHead, { mail: 'off', userId: id(a, 'users') })).status).toBe(400);
      expect(await fingerprint(world)).toEqual(before);
      const kept = (): Promise<readonly { userId: string; mail: string }[]> =>
        world.rows('SELECT user_id AS "userId", mail FROM reminder_preferences ORDER BY user_id');
      for (const role of ROLES) {
        const others = (rows: Awaited<ReturnType<typeof kept>>): object =>
          rows.filter((row) => row.userId !== a.actors[role].id);
        const earlier = await kept();
        const { status, text } = await set(a.tokens[role], { mail: 'off' });
        expect([role, status, text]).toEqual([role, 201, text]);
        const later = await kept();
        expect(others(later)).toEqual(others(earlier));
        expect(later).toContainEqual({ userId: a.actors[role].id, mail: 'off' });
      }
    });

    it("notice.read takes a seat, and marks the sender's own alone", async () => {
      const { world, a } = land;
      const read = (token: string, noticeId: string): Promise<Answer> =>
        world.call(
          token,
          'POST',
          `/api/v1/notices/${noticeId}/commands`,
          send('notice.read', () => ({ andOlder: true }))(a),
        );
      const [notice] = await world.rows<{ id: string; userId: string }>(
        'SELECT id, user_id AS "userId" FROM notices WHERE read_at IS NULL AND user_id = ?',
        [a.actors.unitHead.id],
      );
      const { token: seatless } = await world.aToken(await world.aUser('khong.ghe2', a.unitId, []));
      const before = await fingerprint(world);
      expect((await read('', notice!.id)).status).toBe(401);
      expect((await read(seatless, notice!.id)).status).toBe(403);
      for (const role of ROLES.filter((each) => each !== 'unitHead'))
        expect([role, (await read(a.tokens[role], notice!.id)).status]).toEqual([role, 404]);
      expect(await fingerprint(world)).toEqual(before);
      const unread = (): Promise<readonly object[]> =>
        world.rows('SELECT id FROM notices WHERE read_at IS NULL AND user_id <> ? ORDER BY id', [notice!.userId]);
      const ofOthers = await unread();
      expect((await read(a.tokens.unitHead, notice!.id)).status).toBe(200);
      expect(await unread()).toEqual(ofOthers);
    });

    it('are all of them: with the commands of the machines there is no other', () => {
      const ofMachines = allWorkflows.flatMap(({ transitions }) => transitions.all().map(({ command }) => command));
      const tried = new Set([...CHANGES.map(({ type }) => type), ...ofMachines, ...TRIED_APART, ...OF_ONESELF]);
      const known = [...land.world.get(CommandDispatcher).known().keys()];
      expect(known.filter((type) => !tried.has(type))).toEqual([]);
    });
  });
});
