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

/** Lists sent to the level above or put on an agenda are carried on until they are closed. */
const CONSOLIDATIONS: HoldingKind = {
  kind: 'consolidation',
  label: { vi: 'Danh sách tổng hợp chưa khép lại', en: 'Open consolidated lists' },
  fate: 'carriedOn',
  table: 'consolidations',
  unitColumn: 'authority_unit_id',
  where: `state IN ('draft', 'issued', 'sent')`,
};

const CASE_LISTS: HoldingKind = {
  kind: 'caseList',
  label: { vi: 'Lễ trao thưởng và danh sách chi thưởng chưa xong', en: 'Open ceremonies and payment lists' },
  fate: 'carriedOn',
  table: 'case_lists',
  unitColumn: 'unit_id',
  where: `state <> 'done'`,
};

const RECOVERIES: HoldingKind = {
  kind: 'recovery',
  label: { vi: 'Hiện vật, tiền thưởng chưa thu hồi xong', en: 'Artefacts and money not recovered yet' },
  fate: 'carriedOn',
  table: 'recoveries',
  unitColumn: 'unit_id',
  where: `((is_artefact_due = 1 AND artefact_returned_on IS NULL) OR money_recovered <> money_due)`,
};

/** What awards hold of a unit. */
@Injectable()
export class AwardHoldings implements OnModuleInit {
  constructor(private readonly holdings: UnitHoldings) {}

  onModuleInit(): void {
    this.holdings.register(CASES, DOSSIERS, DOSSIERS_TO_RECEIVE, DECISIONS);
    this.holdings.register(CONSOLIDATIONS, CASE_LISTS, RECOVERIES);
  }
}
