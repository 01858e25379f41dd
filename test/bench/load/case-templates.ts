import {
  canonicalJson,
  createRegistry,
  decide,
  open,
  type Accepted,
  type RegisteredWorkflow,
  type Snapshot,
} from '../../../workflows/kernel';
import { awardWorkflow, type AwardContext } from '../../../workflows/award';
import { ask, facts, nomination, plain } from '../../../workflows/award/testing/award-histories';
import { projectCase } from '../../../src/awards/cases/case-projection';
import { sha256 } from '../../../src/platform/crypto/sha256';
import type { SqlValue } from '../../../src/platform/persistence';
import { eventsOf } from '../../../src/platform/runner/command-records';

/** Stands in a template for what differs from case to case; as long as an id, so that nothing else can be meant. */
export const MARKS = {
  caseId: '00000000-0000-7000-8000-00000000ca5e',
  subjectId: '00000000-0000-7000-8000-00000005ab1e',
  achievementId: '00000000-0000-7000-8000-0000ac41e7ed',
  dossierId: '00000000-0000-7000-8000-0000000d0551',
} as const;

/** What a loaded case is to be. */
export interface CaseKind {
  readonly tier: string;
  readonly family: 'state' | 'party';
  readonly subjectKind: 'person' | 'collective' | 'household';
  readonly campaignId: string | null;
  readonly achievedYear: number;
  /** How far it has come: granted above needs no decision of ours. */
  readonly state: 'submitted' | 'underAppraisal' | 'recommended' | 'grantedAbove';
  /** Decided by its own authority; without it, the level above decides. */
  readonly isDecidedHere?: true;
}

/** A case as all of its kind are stored, with marks where they differ. */
export interface CaseTemplate {
  readonly definition: string;
  readonly definitionHash: string;
  readonly snapshot: Snapshot<AwardContext>;
  readonly snapshotText: string;
  readonly columns: Readonly<Record<string, SqlValue>>;
  readonly commands: number;
  /** Bodies of its events in order, in canonical JSON, with what stands beside them. */
  readonly events: readonly {
    readonly kind: string;
    readonly type: string;
    readonly body: string;
    readonly commandId: string;
    readonly at: string;
  }[];
}

const STEPS: Readonly<Record<CaseKind['state'], readonly string[]>> = {
  submitted: ['submit'],
  underAppraisal: ['submit', 'receive', 'assign'],
  recommended: ['submit', 'receive', 'assign', 'appraise', 'recommendWithoutCouncil'],
  grantedAbove: ['submit', 'receive', 'assign', 'appraise', 'recommendWithoutCouncil', 'sendUp', 'recordGrantedAbove'],
};

/** Runs the machine once for a kind of case: what it decides is what every case of this kind is stored as. */
export function caseTemplate(kind: CaseKind): CaseTemplate {
  const workflow = createRegistry([awardWorkflow], sha256).get('award@1');
  const input = {
    ...nomination,
    cycleId: null,
    campaignId: kind.campaignId,
    tier: kind.tier,
    subject: { kind: kind.subjectKind, id: MARKS.subjectId },
    achievementId: MARKS.achievementId,
    dossierId: MARKS.dossierId,
    achievedFrom: `${kind.achievedYear}-01-01`,
    achievedTo: `${kind.achievedYear}-12-31`,
  };
  const route = { ...plain, upward: kind.isDecidedHere !== true };
  const commands = [
    ask('draft', input, { route }),
    ...STEPS[kind.state].map((name) => ask(name, undefined, { ...facts, route })),
  ];
  const events: CaseTemplate['events'][number][] = [];
  let snapshot: Snapshot | undefined;
  for (const [index, command] of commands.entries()) {
    const decision: Accepted = accepted(snapshot ? decide(workflow, snapshot, command) : open(workflow, command));
    for (const entry of eventsOf({ workflow, command, decision }, `load-${MARKS.caseId}-${index}`, index + 1)) {
      const { kind: what, type, at, by, commandId, definition, version, data } = entry;
      const seq = events.length + 1;
      const stream = { streamId: MARKS.caseId, seq, streamKind: 'award' };
      const body = canonicalJson({ ...stream, kind: what, type, at, by, commandId, definition, version, data });
      events.push({ kind: what, type, body, commandId, at });
    }
    snapshot = decision.snapshot;
  }
  return stored(workflow, snapshot as Snapshot<AwardContext>, events, commands.length);
}

function stored(
  workflow: RegisteredWorkflow,
  snapshot: Snapshot<AwardContext>,
  events: CaseTemplate['events'],
  commands: number,
): CaseTemplate {
  return {
    definition: workflow.id,
    definitionHash: workflow.hash,
    snapshot,
    snapshotText: canonicalJson(snapshot),
    columns: projectCase(snapshot.context),
    commands,
    events,
  };
}

function accepted(decision: ReturnType<typeof decide>): Accepted {
  if (decision.outcome === 'accepted') return decision;
  throw new Error(decision.reasons.map(({ code }) => code).join(', '));
}
