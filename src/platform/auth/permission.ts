/** Everything that a transition or a route may ask for. A closed list: a permission nobody can hold is a mistake. */
export const PERMISSIONS = [
  'campaign.prepare',
  'campaign.run',
  'campaign.direct',
  'pledge.prepare',
  'pledge.sign',
  'pledge.keep',
  'case.prepare',
  'case.keep',
  'case.decide',
  'review.keep',
  'review.chair',
  'review.vote',
  'decision.prepare',
  'decision.sign',
  'decision.issue',
  'fund.keep',
  'example.prepare',
  'example.keep',
  'publicity.report',
  'register.keep',
  'score.give',
  'score.keep',
  'tally.read',
  'audit.read',
  'system',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** The seats a person can hold, at a unit or in a council. */
export const ROLES = [
  'unitOfficer',
  'unitHead',
  'standingOffice',
  'councilMember',
  'councilChair',
  'decidingAuthority',
  'auditor',
  'administrator',
] as const;

export type Role = (typeof ROLES)[number];

/** What each seat may do on its unit and everything below it. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  unitOfficer: ['pledge.prepare', 'case.prepare', 'score.give', 'example.prepare', 'publicity.report'],
  unitHead: [
    'pledge.prepare',
    'pledge.sign',
    'case.prepare',
    'score.give',
    'example.prepare',
    'publicity.report',
    'tally.read',
  ],
  standingOffice: [
    'campaign.prepare',
    'campaign.run',
    'pledge.keep',
    'case.keep',
    'review.keep',
    'decision.prepare',
    'decision.issue',
    'fund.keep',
    'example.prepare',
    'example.keep',
    'publicity.report',
    'register.keep',
    'score.keep',
    'tally.read',
  ],
  councilMember: ['review.vote', 'tally.read'],
  councilChair: ['review.vote', 'review.chair', 'tally.read'],
  decidingAuthority: ['campaign.direct', 'case.decide', 'decision.sign', 'tally.read'],
  auditor: ['audit.read', 'tally.read'],
  administrator: ['register.keep'],
};

/** What is done in a sitting: a seat in a council holds it in that council alone. */
export const COUNCIL_PERMISSIONS: readonly Permission[] = ['review.chair', 'review.vote'];

/** Whether a role is held in a council: what it does is done in sittings. */
export function isOfCouncil(role: Role): boolean {
  return ROLE_PERMISSIONS[role].some((permission) => COUNCIL_PERMISSIONS.includes(permission));
}

/** Who may change a register: its keeper on that unit or above, and the system, which sets up and imports. */
export const KEEPERS: readonly Permission[] = ['register.keep', 'system'];
