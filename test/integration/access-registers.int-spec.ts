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
  /** Whose seats count: `a` unless it goes up to the district. */
  readonly authority?: PlaceName;
}

const SINCE = { validFrom: '2024-01-01' };
const PERSON = { name: 'Người Mới' };
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

const CHANGES: readonly Change[] = [
  on('unit.rename', 'units', () => ({ name: 'Tên mới' })),
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
  on('subject.unfreeze', 'subject-freezes', undefined, 'freezes'),
  { ...on('dossier.addPaper', 'dossiers', () => PAPER), permission: 'case.prepare' },
  { ...on('dossier.submit', 'dossiers'), permission: 'case.prepare' },
  ...['dossier.receive', 'dossier.markComplete', 'dossier.return'].flatMap((type): Change[] => {
    const change = on(type, 'dossiers', () => (type === 'dossier.return' ? { reason: 'Thiếu' } : {}));
    const up = { ...change, url: 'dossiers/{dossiers:1}/commands', authority: 'district' as const };
    return [change, up].map((each) => ({ ...each, permission: 'case.keep' }));
  }),
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
  add('dossier.draft', 'dossiers', dossierOf, 'case.prepare'),
  add('award.draft', 'cases', nominationOf, 'case.prepare'),
  add('review.schedule', 'reviews', scheduleOf, 'review.keep'),
  add(
    'decision.draft',
    'decisions',
    (a) => ({ authorityUnitId: a.unitId, caseIds: [id(a, 'cases')] }),
    'decision.prepare',
  ),
];

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
  return {
    ...{ dossierId: id(a, 'dossiers'), subject: { kind: 'person', id: id(a, 'people') }, tier: 'GK' },
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
        ROLE_PERMISSIONS[role].includes(change.permission) && OVER[change.authority ?? 'a'].includes(place);
      const senders = PLACES.flatMap((place) => ROLES.map((role) => ({ place, role, may: may(place, role) })));
      const wrong: string[] = [];
      for (const { place, role } of senders.filter((sender) => !sender.may)) {
        const { status, text } = await call(place, role, change);
        const isUnknownUnit = status === 409 && /UNKNOWN_(UNIT|PARENT)/.test(text) && place === 'b';
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

    it('are all of them: with the commands of the machines there is no other', () => {
      const ofMachines = allWorkflows.flatMap(({ transitions }) => transitions.all().map(({ command }) => command));
      const tried = new Set([...CHANGES.map(({ type }) => type), ...ofMachines]);
      const known = [...land.world.get(CommandDispatcher).known().keys()];
      expect(known.filter((type) => !tried.has(type))).toEqual([]);
    });
  });
});
