import { Injectable } from '@nestjs/common';
import { localDateOf, type Citation, type Instant } from '../../../workflows/kernel';
import { citationOf, goesFirst, type LevelSubject, type TieRule } from '../../../workflows/rulebook';
import type { CaseSummary } from '../../awards';
import { PinnedReleases } from '../../campaigns';
import type { RowReader } from '../../platform/persistence';
import { PlaceCodes } from '../../units';
import { membersOfUnits, womenAmong } from './ties.repository';

/** Whose rules are asked for: those of the place where the council sits, on the day on which each dossier was handed in. */
export interface TiePlace {
  readonly unitPath: string;
  readonly at: Instant;
}

/** What the rules say of cases that are level: which go first, and by which row, by case id. */
export interface Ties {
  readonly firstCaseIds: ReadonlySet<string>;
  readonly citations: ReadonlyMap<string, Citation>;
}

/** Who goes first among equals by the rules of each case; nobody under rules that have no such row. */
@Injectable()
export class TieRules {
  constructor(
    private readonly releases: PinnedReleases,
    private readonly codes: PlaceCodes,
  ) {}

  async of(rows: RowReader, cases: readonly CaseSummary[], place: TiePlace): Promise<Ties> {
    const ruled: { readonly summary: CaseSummary; readonly rule: TieRule }[] = [];
    for (const summary of cases) {
      const rule = await this.ruleOf(rows, summary, place);
      if (rule) ruled.push({ summary, rule });
    }
    const idsOf = (kind: CaseSummary['subjectKind']): readonly string[] =>
      ruled.flatMap(({ summary: { subjectKind, subjectId } }) => (subjectKind === kind ? subjectId : []));
    const women = await womenAmong(rows, idsOf('person'));
    const members = await membersOfUnits(rows, idsOf('collective'));
    const first = ruled.filter(({ summary, rule }) => {
      const { subjectKind: kind, subjectId } = summary;
      const isWoman = women.has(subjectId);
      return goesFirst(rule, levelSubject({ kind, isWoman, members: members.get(subjectId) ?? null }));
    });
    return {
      firstCaseIds: new Set(first.map(({ summary }) => summary.id)),
      citations: new Map(ruled.map(({ summary, rule }) => [summary.id, citationOf(rule)])),
    };
  }

  private async ruleOf(
    rows: RowReader,
    { release, submittedAt }: CaseSummary,
    { unitPath, at }: TiePlace,
  ): Promise<TieRule | null> {
    const rulebooks = await this.releases.of(rows, release);
    const codes = await this.codes.of(rows, unitPath);
    return rulebooks?.at(localDateOf(submittedAt ?? at), codes)?.ties ?? null;
  }
}

function levelSubject(of: {
  readonly kind: CaseSummary['subjectKind'];
  readonly isWoman: boolean;
  readonly members: { readonly women: number; readonly all: number } | null;
}): LevelSubject {
  const { kind, isWoman, members } = of;
  if (kind === 'person') return { kind, isWoman };
  return kind === 'collective' ? { kind, members } : { kind };
}
