import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitHoldings, type HoldingKind } from '../units';

/** Cases stay with the unit that nominated, so that tallies of its years keep them; the successor's seats carry them on. */
const CASES: HoldingKind = {
  kind: 'case',
  label: { vi: 'Trường hợp đề nghị chưa kết thúc', en: 'Open cases' },
  fate: 'carriedOn',
  table: 'award_cases',
  unitColumn: 'unit_id',
  where: `status = 'active'`,
};

const DOSSIERS: HoldingKind = {
  kind: 'dossier',
  label: { vi: 'Hồ sơ trình khen chưa xong', en: 'Open dossiers' },
  fate: 'carriedOn',
  table: 'dossiers',
  unitColumn: 'unit_id',
  where: `state <> 'complete'`,
};

const DOSSIERS_TO_RECEIVE: HoldingKind = {
  ...DOSSIERS,
  kind: 'dossierReceived',
  label: { vi: 'Hồ sơ gửi đến đơn vị, chưa xong', en: 'Open dossiers that go to the unit' },
  unitColumn: 'authority_unit_id',
};

const DECISIONS: HoldingKind = {
  kind: 'decision',
  label: { vi: 'Quyết định chưa ban hành', en: 'Decisions not issued yet' },
  fate: 'carriedOn',
  table: 'decisions',
  unitColumn: 'unit_id',
  where: `state IN ('drafted', 'inSignature', 'signed')`,
};

/** What awards hold of a unit. */
@Injectable()
export class AwardHoldings implements OnModuleInit {
  constructor(private readonly holdings: UnitHoldings) {}

  onModuleInit(): void {
    this.holdings.register(CASES, DOSSIERS, DOSSIERS_TO_RECEIVE, DECISIONS);
  }
}
