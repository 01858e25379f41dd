import { createHash } from 'node:crypto';
import {
  eventHash,
  FIRST_HASH,
  insertRows,
  type SqlValue,
  type Tx,
  type UnitOfWork,
} from '../../../src/platform/persistence';
import { caseTemplate, MARKS, type CaseKind, type CaseTemplate } from './case-templates';

/** How many cases in which dossier, and of what. */
export interface CaseLoad {
  readonly count: number;
  readonly dossierId: string;
  readonly unit: { readonly id: string; readonly path: string };
  /** The kind of the case with this number. */
  readonly kindOf: (index: number) => CaseKind;
  /** Cases of one subject. */
  readonly perSubject: number;
  /** Keeps the ids of several loads apart. */
  readonly seed: string;
}

const AT = '2024-01-19T07:00:00.000Z';
/** Cases of one transaction. */
const UNIT = 2_000;

/**
 * Puts many cases into the database as if all their commands had been sent: state rows, replayable chained events, used
 * achievements and persons, so that `verify` finds nothing. Each kind is decided once and stored often. Jobs are taken as done.
 */
export async function loadCases(uow: UnitOfWork, load: CaseLoad): Promise<void> {
  const templates = new Map<string, CaseTemplate>();
  const templateOf = (kind: CaseKind): CaseTemplate => {
    const key = JSON.stringify(kind);
    const found = templates.get(key) ?? caseTemplate(kind);
    templates.set(key, found);
    return found;
  };
  for (let start = 0; start < load.count; start += UNIT) {
    await uow.run(async (tx) => {
      const numbers = Array.from({ length: Math.min(UNIT, load.count - start) }, (_, offset) => start + offset);
      await loadUnit(tx, load, numbers, templateOf);
    });
  }
}

async function loadUnit(
  tx: Tx,
  load: CaseLoad,
  numbers: readonly number[],
  templateOf: (kind: CaseKind) => CaseTemplate,
): Promise<void> {
  const cases: Row[] = [];
  const events: Row[] = [];
  const uses: Row[] = [];
  for (const number of numbers) {
    const kind = load.kindOf(number);
    const template = templateOf(kind);
    const ids = idsOf(load, number);
    const chain = chained(template, ids);
    events.push(...chain.events);
    cases.push(caseRow(load, { kind, template, ids, chain }));
    uses.push({ achievement_id: ids.achievementId, case_id: ids.caseId });
  }
  await insertRows(tx, 'award_cases', cases);
  await insertRows(tx, 'events', events);
  await insertRows(tx, 'achievement_uses', uses);
  await insertRows(tx, 'people', peopleOf(load, numbers));
}

type Row = Readonly<Record<string, SqlValue>>;
type CaseIds = Readonly<Record<keyof typeof MARKS, string>>;

function idsOf({ seed, dossierId, perSubject }: CaseLoad, number: number): CaseIds {
  return {
    caseId: uuid(`${seed} case ${number}`),
    subjectId: uuid(`${seed} subject ${Math.floor(number / perSubject)}`),
    achievementId: uuid(`${seed} achievement ${number}`),
    dossierId,
  };
}

/** A person for each subject that begins among these cases and is one. */
function peopleOf(load: CaseLoad, numbers: readonly number[]): readonly Row[] {
  return numbers
    .filter((number) => number % load.perSubject === 0 && load.kindOf(number).subjectKind === 'person')
    .map((number) => ({
      id: idsOf(load, number).subjectId,
      name: `Người mẫu ${number}`,
      name_folded: `nguoi mau ${number}`,
      gender: number % 3 === 0 ? 'male' : 'female',
      unit_id: load.unit.id,
      is_direct_worker: number % 2,
      is_leader: number % 5 === 0 ? 1 : 0,
      version: 1,
    }));
}

interface Chain {
  readonly events: readonly Row[];
  readonly hash: string;
}

function chained({ events }: CaseTemplate, ids: CaseIds): Chain {
  let hash = FIRST_HASH;
  const rows = events.map(({ kind, type, body: template, commandId, at }, index) => {
    const body = filled(template, ids);
    const previous = hash;
    hash = eventHash(previous, body);
    return {
      stream_id: ids.caseId,
      seq: index + 1,
      stream_kind: 'award',
      kind,
      type,
      body,
      previous_hash: previous,
      hash,
      command_id: filled(commandId, ids),
      occurred_at: at,
    };
  });
  return { events: rows, hash };
}

function caseRow(
  { unit }: CaseLoad,
  {
    kind,
    template,
    ids,
    chain,
  }: { readonly kind: CaseKind; readonly template: CaseTemplate; readonly ids: CaseIds; readonly chain: Chain },
): Row {
  const { state } = template.snapshot;
  return {
    id: ids.caseId,
    definition: template.definition,
    definition_hash: template.definitionHash,
    state,
    status: 'active',
    snapshot: filled(template.snapshotText, ids),
    version: template.commands,
    event_seq: template.events.length,
    event_hash: chain.hash,
    unit_id: unit.id,
    unit_path: unit.path,
    created_at: AT,
    updated_at: AT,
    ...template.columns,
    subject_id: ids.subjectId,
    achievement_id: ids.achievementId,
    dossier_id: ids.dossierId,
    family: kind.family,
  };
}

function filled(text: string, ids: CaseIds): string {
  return text
    .replaceAll(MARKS.caseId, ids.caseId)
    .replaceAll(MARKS.subjectId, ids.subjectId)
    .replaceAll(MARKS.achievementId, ids.achievementId)
    .replaceAll(MARKS.dossierId, ids.dossierId);
}

/** An id made of a name: the same in every run. */
function uuid(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
