import { insertRows, type UnitOfWork } from '../../../src/platform/persistence';
import type { CaseKind } from './case-templates';
import { loadCases, type CaseLoad } from './load-cases';

const UNIT = { id: '018d1e5a-2f00-7c3b-9f6e-00000000000a', path: '/018d1e5a-2f00-7c3b-9f6e-00000000000a/' };
const DOSSIER = '018d1e5a-2f00-7c3b-9f6e-0000000000d0';

const TIERS = ['GK', 'BK_TINH', 'LDTT', 'CSTD_CS'];
const KINDS = ['person', 'person', 'collective'] as const;
/** The other eight of ten are submitted. */
const STATES = ['grantedAbove', 'recommended'] as const;

/** Cases of four tiers, two kinds of subjects, four years and all distances, evenly mixed; every tenth is an award. */
export function mixedKind(index: number): CaseKind {
  return {
    tier: TIERS[index % TIERS.length] ?? 'GK',
    family: 'state',
    // Cases of one subject are of one kind.
    subjectKind: KINDS[Math.floor(index / 4) % KINDS.length] ?? 'person',
    campaignId: null,
    achievedYear: 2020 + (index % 4),
    state: STATES[index % 10] ?? 'submitted',
  };
}

/** A unit with a dossier of so many cases, four of each subject. Answers the ids. */
export async function loadLand(
  uow: UnitOfWork,
  count: number,
  kindOf: CaseLoad['kindOf'] = mixedKind,
): Promise<{ readonly unitId: string; readonly dossierId: string }> {
  await uow.run(async (tx) => {
    const day = '2020-01-01';
    const names = { code: 'Q', name: 'Quận mẫu', name_folded: 'quan mau', kind: 'district', level: 'district' };
    await insertRows(tx, 'units', [{ ...UNIT, ...names, is_outside: 0, valid_from: day, version: 1 }]);
    await insertRows(tx, 'dossiers', [
      {
        ...{ id: DOSSIER, number: '1/TTr', dated_on: '2024-01-02', signer_title: 'Chủ tịch', papers: '[]' },
        ...{ unit_id: UNIT.id, unit_path: UNIT.path, authority_unit_id: UNIT.id, authority_level: 'district' },
        ...{ state: 'complete', version: 1, created_at: '2024-01-02T00:00:00.000Z' },
      },
    ]);
  });
  await loadCases(uow, { count, dossierId: DOSSIER, unit: UNIT, kindOf, perSubject: 4, seed: 'load' });
  return { unitId: UNIT.id, dossierId: DOSSIER };
}
