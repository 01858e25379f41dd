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
  'register.keep',
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
  unitOfficer: ['pledge.prepare', 'case.prepare'],
  unitHead: ['pledge.prepare', 'pledge.sign', 'case.prepare', 'tally.read'],
  standingOffice: [
    'campaign.prepare',
    'campaign.run',
    'pledge.keep',
    'case.keep',
    'review.keep',
    'decision.prepare',
    'decision.issue',
    'register.keep',
    'tally.read',
  ],
  councilMember: ['review.vote', 'tally.read'],
  councilChair: ['review.vote', 'review.chair', 'tally.read'],
  decidingAuthority: ['campaign.direct', 'case.decide', 'decision.sign', 'tally.read'],
  auditor: ['audit.read', 'tally.read'],
  administrator: ['register.keep'],
};

/** Who may change a register: its keeper on that unit or above, and the system, which sets up and imports. */
export const KEEPERS: readonly Permission[] = ['register.keep', 'system'];
