import { allWorkflows } from '../../workflows/all';
import type { IndexedTransition, Workflow } from '../../workflows/kernel';
import { ROLE_PERMISSIONS, ROLES, type Role } from '../../src/platform/auth/permission';
import { openApiDocument } from '../../src/platform/http/openapi/openapi-document';
import { UnitOfWork } from '../../src/platform/persistence';
import type { Answer } from '../factories/access-app';
import { fingerprint } from '../factories/access-dump';
import { openLand, type Land } from '../factories/access-land';
import type { Place } from '../factories/access-place';
import { describeSqlite } from '../support/database';

type PlaceName = 'a' | 'b' | 'district';

/** An instance of the ward A that a command is sent to, and whose seats each permission is measured against. */
interface Target {
  readonly workflow: Workflow;
  readonly table: string;
  readonly collection: string;
  readonly what: string;
  readonly id: (a: Place) => string;
  readonly authority: (permissions: readonly string[]) => PlaceName;
}

const [campaign, pledge, review, award, decision] = allWorkflows as readonly [
  Workflow,
  Workflow,
  Workflow,
  Workflow,
  Workflow,
];
const own = (): PlaceName => 'a';
/** What goes up is prepared by the unit and judged by the one above. */
const above =
  (isOfTheUnit: (permissions: readonly string[]) => boolean): Target['authority'] =>
  (permissions) =>
    isOfTheUnit(permissions) ? 'a' : 'district';

const nth = (kind: string, index: number) => (a: Place) => a.ids[kind]?.[index] ?? '';
const TARGETS: readonly Target[] = (
  [
    { workflow: campaign, table: 'campaigns', what: 'its own', id: nth('campaigns', 0), authority: own },
    { workflow: pledge, table: 'pledges', what: 'in its own campaign', id: nth('pledges', 0), authority: own },
    {
      workflow: pledge,
      table: 'pledges',
      what: 'in the campaign of the district',
      id: nth('pledges', 1),
      authority: above((permissions) => !permissions.includes('pledge.keep')),
    },
    { workflow: review, table: 'review_rounds', what: 'of its council', id: nth('reviews', 1), authority: own },
    { workflow: award, table: 'award_cases', what: 'that it decides', id: nth('cases', 0), authority: own },
    {
      workflow: award,
      table: 'award_cases',
      what: 'submitted to the district',
      id: nth('cases', 1),
      authority: above((permissions) => permissions.includes('case.prepare')),
    },
    { workflow: decision, table: 'decisions', what: 'its own', id: nth('decisions', 0), authority: own },
  ] satisfies readonly Omit<Target, 'collection'>[]
).map((target) => ({ ...target, collection: collectionOf(target.workflow) }));

function collectionOf({ definition: { name } }: Workflow): string {
  return name === 'award' ? 'cases' : `${name}s`;
}

/** One transition for each command and each set of permissions that it takes. */
function transitionsOf({ transitions }: Workflow): readonly IndexedTransition[] {
  const found = new Map<string, IndexedTransition>();
  for (const state of transitions.statePaths) {
    for (const each of transitions.from(state)) {
      const key = `${each.command} ${each.permissions.join(' ')}`;
      if (!found.has(key)) found.set(key, { ...each, from: state });
    }
  }
  return [...found.values()];
}

const TRANSITIONS = TARGETS.flatMap((target) =>
  transitionsOf(target.workflow).map((transition) => ({
    name: `${transition.command} (${transition.permissions.join(', ')}) on a ${target.workflow.definition.name} of a ward, ${target.what}`,
    target,
    transition,
  })),
);

const PLACES: readonly PlaceName[] = ['a', 'b', 'district'];
/** Whose seats cover a place. */
const OVER: Readonly<Record<PlaceName, readonly PlaceName[]>> = {
  a: ['a', 'district'],
  b: ['b', 'district'],
  district: ['district'],
};

/** Roles that are held in the council of their place. */
const IN_COUNCILS: ReadonlySet<Role> = new Set(['councilMember', 'councilChair']);

function holds(role: Role, permissions: readonly string[]): boolean {
  return ROLE_PERMISSIONS[role].some((permission) => permissions.includes(permission));
}

describeSqlite('what is changed over HTTP', (database) => {
  describe('every command of every workflow', () => {
    let land: Land;
    let examples: Readonly<Record<string, object>>;

    beforeAll(async () => {
      land = await openLand(database());
      examples = commandExamples(openApiDocument(land.world.app).paths);
    });
    afterAll(() => land.world.close());

    /** Puts the instance into a state in which the command can be sent, whatever led there. */
    const force = async ({ table, id }: Target, state: string): Promise<void> => {
      const [row] = await land.world.rows<{ snapshot: string }>(`SELECT snapshot FROM ${table} WHERE id = ?`, [
        id(land.a),
      ]);
      const snapshot = JSON.stringify({ ...(JSON.parse(row?.snapshot ?? '') as object), state });
      await land.world
        .get(UnitOfWork)
        .run((tx) =>
          tx.change(`UPDATE ${table} SET snapshot = ?, state = ? WHERE id = ?`, [snapshot, state, id(land.a)]),
        );
    };
    const send = (place: PlaceName, role: Role, { collection, id }: Target, command: string): Promise<Answer> =>
      land.world.call(
        land[place].tokens[role],
        'POST',
        `/api/v1/${collection}/${id(land.a)}/commands`,
        examples[command],
      );

    it.each(TRANSITIONS)('$name', async ({ target, transition: { from, command, permissions } }) => {
      await force(target, from);
      const before = await fingerprint(land.world);
      // A seat in a council counts in that council alone, however high its unit stands.
      const may = (place: PlaceName, role: Role): boolean =>
        holds(role, permissions) &&
        OVER[target.authority(permissions)].includes(place) &&
        !(IN_COUNCILS.has(role) && target.workflow.id === review.id && place !== 'a');
      const senders = PLACES.flatMap((place) => ROLES.map((role) => ({ place, role, may: may(place, role) })));
      const wrong: string[] = [];
      for (const { place, role } of senders.filter((sender) => !sender.may)) {
        const { status, text } = await send(place, role, target, command);
        if (status !== (OVER.a.includes(place) ? 403 : 404)) wrong.push(`${role} of ${place}: ${status} ${text}`);
      }
      expect(wrong).toEqual([]);
      expect(await fingerprint(land.world)).toEqual(before);
      for (const { place, role } of senders.filter((sender) => sender.may)) {
        await force(target, from);
        const { status, text } = await send(place, role, target, command);
        if ([400, 401, 403, 404].includes(status)) wrong.push(`${role} of ${place}: ${status} ${text}`);
      }
      expect(wrong).toEqual([]);
    });
  });
});

/** A body for each command, out of the description of the API. */
function commandExamples(paths: object): Readonly<Record<string, object>> {
  type Content = Readonly<Record<string, { readonly examples?: Readonly<Record<string, { readonly value: object }>> }>>;
  const described = paths as Record<
    string,
    { readonly post?: { readonly requestBody?: { readonly content?: Content } } }
  >;
  const bodies = Object.values(described).flatMap(({ post }) =>
    Object.entries(post?.requestBody?.content?.['application/json']?.examples ?? {}),
  );
  return Object.fromEntries(bodies.map(([type, { value }]) => [type, value]));
}
