import { actorHolds, actorMay, SYSTEM_ACTOR, type Actor } from './actor';
import { PERMISSIONS, ROLE_PERMISSIONS, ROLES } from './permission';
import { coveredBy, scopeOf, SYSTEM_SCOPE, visibleFrom } from './scope';

const officer: Actor = {
  id: 'u',
  personId: 'p',
  isSystem: false,
  seats: [
    { role: 'unitOfficer', unitId: 'b', unitPath: '/a/b/', councilId: null },
    { role: 'councilMember', unitId: 'a', unitPath: '/a/', councilId: 'council' },
  ],
};

describe('what an actor may do', () => {
  it('holds on the unit of the seat and everything below it, not above or beside it', () => {
    expect(actorMay(officer, ['pledge.prepare'], '/a/b/')).toBe(true);
    expect(actorMay(officer, ['pledge.prepare'], '/a/b/c/')).toBe(true);
    expect(actorMay(officer, ['pledge.prepare'], '/a/')).toBe(false);
    expect(actorMay(officer, ['pledge.prepare'], '/a/bc/')).toBe(false);
  });

  it('in a sitting is of the council that the seat names, and of none where it names none', () => {
    const seat = { role: 'councilChair', unitId: 'a', unitPath: '/a/' } as const;
    const chairOf = (councilId: string | null): Actor => ({ ...officer, seats: [{ ...seat, councilId }] });
    expect(actorMay(chairOf('council'), ['review.chair'], '/a/b/', 'council')).toBe(true);
    expect(actorMay(chairOf('council'), ['review.chair'], '/a/', 'another')).toBe(false);
    expect(actorMay(chairOf(null), ['review.chair'], '/a/', 'council')).toBe(false);
    expect(actorMay(chairOf(null), ['review.chair'], '/a/')).toBe(false);
    expect(actorMay(chairOf(null), ['tally.read'], '/a/b/')).toBe(true);
  });

  it('of the system is what is kept for the system, on a transition', () => {
    expect(actorMay(SYSTEM_ACTOR, ['system'], '/a/')).toBe(true);
    expect(actorMay(SYSTEM_ACTOR, ['campaign.direct'], '/a/')).toBe(false);
    expect(actorMay(officer, ['system'], '/a/b/')).toBe(false);
  });

  it('is asked of any seat before a row is known', () => {
    expect(actorHolds(officer, 'review.vote')).toBe(true);
    expect(actorHolds(officer, 'campaign.direct')).toBe(false);
  });

  it('can be granted to somebody, for every permission but that of the system', () => {
    const granted = new Set(ROLES.flatMap((role) => ROLE_PERMISSIONS[role]));
    expect(PERMISSIONS.filter((permission) => !granted.has(permission))).toEqual(['system']);
  });
});

describe('what an actor may see', () => {
  it('is a range of paths below the seats', () => {
    expect(coveredBy(scopeOf(officer), 'path')).toEqual({
      sql: '((path >= ? AND path < ?) OR (path >= ? AND path < ?))',
      params: ['/a/b/', '/a/b0', '/a/', '/a0'],
    });
  });

  it('includes the units above where that is asked for', () => {
    expect(visibleFrom(scopeOf({ ...officer, seats: officer.seats.slice(0, 1) }), 'path')).toEqual({
      sql: '(((path >= ? AND path < ?)) OR path IN (?))',
      params: ['/a/b/', '/a/b0', '/a/'],
    });
  });

  it('is what the seats cover that hold the permission asked for, not what others cover', () => {
    expect(scopeOf(officer, ['case.prepare'])).toMatchObject({ unitPaths: ['/a/b/'], councilIds: [] });
    expect(scopeOf(officer, ['review.vote', 'audit.read'])).toMatchObject({
      unitPaths: ['/a/'],
      councilIds: ['council'],
    });
    expect(scopeOf(officer, ['register.keep']).unitPaths).toEqual([]);
    expect(scopeOf(SYSTEM_ACTOR, ['register.keep'])).toBe(SYSTEM_SCOPE);
  });

  it('is nothing without a seat and everything for the system', () => {
    expect(coveredBy(scopeOf({ ...officer, seats: [] }), 'path').sql).toBe('1 = 0');
    expect(scopeOf(SYSTEM_ACTOR)).toBe(SYSTEM_SCOPE);
  });
});
