import { decimal } from '../../workflows/kernel';
import type { Criterion, ScoringSheet } from '../../workflows/scoring';
import type { CriterionRequest, ReviseSheetRequest } from './dto/sheet.request';

const ONE = decimal('1');

/** What a request says of a sheet, with every field that it leaves out. */
export function sheetOf({ criteria, bonusCap, penaltyCap, roundTo, tieBreak = [] }: ReviseSheetRequest): ScoringSheet {
  return {
    criteria: criteria.map(criterionOf),
    bonusCap: bonusCap ?? null,
    penaltyCap: penaltyCap ?? null,
    roundTo,
    tieBreak: tieBreak.map(({ by, code }) => ({ by, code: code ?? null })),
  };
}

function criterionOf(request: CriterionRequest): Criterion {
  const { code, name, kind, bands = [], weight = ONE } = request;
  return {
    code,
    name,
    kind,
    weight,
    parentCode: request.parentCode ?? null,
    method: request.method ?? null,
    maxPoints: request.maxPoints ?? null,
    plan: request.plan ?? null,
    measureCode: request.measureCode ?? null,
    pointsEach: request.pointsEach ?? null,
    onFail: request.onFail ?? null,
    roundTo: request.roundTo ?? null,
    bands: bands.map(({ from, isFromIncluded, to, isToIncluded, points }) => ({
      from: from ?? null,
      isFromIncluded,
      to: to ?? null,
      isToIncluded,
      points,
    })),
  };
}
