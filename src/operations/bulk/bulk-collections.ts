/** What a bulk command can be sent to. */
export interface BulkCollection {
  /** As in the address: `cases`. */
  readonly name: string;
  /** FROM with the names `t` for the things and `path` for their units, and what counts. */
  readonly from: string;
  readonly path: string;
  /** Columns that things are picked by, by the name of the filter. */
  readonly filters: Readonly<Record<string, string>>;
  /** The commands that make sense for many at once: none that has another input for each. */
  readonly types: readonly string[];
  /** Whether the version in the row is the one that commands compare. */
  readonly hasVersions: boolean;
}

/** Most things of one bulk command. */
export const MOST_OF_A_BULK = 5_000;

const CASES: BulkCollection = {
  name: 'cases',
  from: 'award_cases t',
  path: 't.unit_path',
  filters: { dossierId: 't.dossier_id', campaignId: 't.campaign_id', state: 't.state', tier: 't.tier' },
  types: [
    ...['award.submit', 'award.takeBack', 'award.receive', 'award.assign', 'award.appraise', 'award.list'],
    ...['award.recommendWithoutCouncil', 'award.rejectAsIneligible', 'award.return', 'award.withdraw', 'award.hold'],
    ...['award.release', 'award.refuse', 'award.sendUp', 'award.present', 'award.pay'],
  ],
  hasVersions: true,
};

const PLEDGES: BulkCollection = {
  name: 'pledges',
  from: 'pledges t',
  path: 't.unit_path',
  filters: { campaignId: 't.campaign_id', state: 't.state' },
  types: ['pledge.accept', 'pledge.return', 'pledge.refuse', 'pledge.conclude', 'pledge.withdraw'],
  hasVersions: true,
};

const PEOPLE: BulkCollection = {
  name: 'people',
  from: 'people t JOIN units u ON u.id = t.unit_id',
  path: 'u.path',
  filters: { unitId: 't.unit_id' },
  types: ['person.move'],
  hasVersions: false,
};

/** All of them, by name. */
export const BULK_COLLECTIONS = { cases: CASES, pledges: PLEDGES, people: PEOPLE } as const;

export type BulkCollectionName = keyof typeof BULK_COLLECTIONS;

/** The names, for forms. */
export const BULK_COLLECTION_NAMES = Object.keys(BULK_COLLECTIONS) as readonly BulkCollectionName[];

/** All commands that can be sent in bulk. */
export const BULK_TYPES: readonly string[] = Object.values(BULK_COLLECTIONS).flatMap(({ types }) => types);
