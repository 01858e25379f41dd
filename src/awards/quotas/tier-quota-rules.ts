import { Injectable } from '@nestjs/common';
import { localDate, localDateOf, type Instant, type LocalDate } from '../../../workflows/kernel';
import { quotasOf, type QuotaRule, type Rulebook } from '../../../workflows/rulebook';
import { PinnedReleases } from '../../campaigns';
import type { SqlCondition } from '../../platform/auth/scope';
import { placeholders, type RowReader } from '../../platform/persistence';
import { RulebooksService } from '../../rulebooks';
import { PlaceCodes } from '../../units';
import { rulesDayOf } from '../cases/rules-day';
import { quotaAtCase, type QuotaAt, type QuotaCase } from './tier-quota';

/** A quota and the cases of a list that it limits. */
export interface QuotaOfCases {
  readonly quota: QuotaAt;
  readonly caseIds: readonly string[];
}

/** Whose rows are asked for. */
export interface QuotaRowsQuestion {
  readonly tier: string;
  readonly unitPath: string;
  /** Null for rows on campaigns. */
  readonly year: number | null;
  readonly today: LocalDate;
}

/** Which quotas of the rules a case comes under: those of the day on which its dossier was handed in, as its campaign pinned them. */
@Injectable()
export class TierQuotaRules {
  constructor(
    private readonly rulebooks: RulebooksService,
    private readonly releases: PinnedReleases,
    private readonly places: PlaceCodes,
  ) {}

  /** Cases that may come under a quota, so that lists of other tiers are not read: `c` is the case and `k` its campaign. */
  candidates(): SqlCondition {
    const { hash, rulebooks, layers = [] } = this.rulebooks.release();
    const tiers = new Set([
      ...rulebooks
        .flatMap((rulebook) => rulebook.tiers)
        .flatMap(({ code, quotas = [] }) => (quotas.length > 0 ? code : [])),
      ...layers.flatMap(({ overrides }) => overrides.flatMap(({ at }) => codeAt(at) ?? [])),
    ]);
    const own = tiers.size === 0 ? '1 = 0' : `c.tier IN ${placeholders(tiers.size)}`;
    // A campaign that pinned other rules may have quotas that these do not have.
    return { sql: `(${own} OR k.rulebook_release <> ?)`, params: [...tiers, hash] };
  }

  /** The quotas of these cases with the cases of each, in one order for everybody. */
  async ofCases(rows: RowReader, cases: readonly QuotaCase[], at: Instant): Promise<readonly QuotaOfCases[]> {
    const found = new Map<string, { readonly quota: QuotaAt; readonly caseIds: string[] }>();
    for (const each of cases) {
      for (const quota of await this.ofCase(rows, each, at)) {
        const known = found.get(quota.id) ?? { quota, caseIds: [] };
        known.caseIds.push(each.caseId);
        found.set(quota.id, known);
      }
    }
    return [...found.values()].sort((a, b) => (a.quota.id < b.quota.id ? -1 : 1));
  }

  /**
   * The rows on a tier at a place, whatever kind of subject they limit: by the rules of the year's last day, or where those
   * have none by today's, since a dossier may be handed in when the rules are others.
   */
  async rowsOfYear(rows: RowReader, { tier, unitPath, year, today }: QuotaRowsQuestion): Promise<readonly QuotaRule[]> {
    const place = await this.places.of(rows, unitPath);
    const days = year === null ? [today] : [localDate(`${year}-12-31`), today];
    const found = days.map((day) => this.rulebooks.tier(day, tier, place)?.quotas ?? []);
    return found.find((quotas) => quotas.length > 0) ?? [];
  }

  private async ofCase(rows: RowReader, of: QuotaCase, at: Instant): Promise<readonly QuotaAt[]> {
    const rulebook = await this.rulebookOf(rows, of, at);
    const rules = rulebook ? quotasOf(rulebook, of.tier, of.subjectKind) : [];
    return rules.flatMap((rule) => quotaAtCase(rule, of) ?? []);
  }

  private async rulebookOf(rows: RowReader, of: QuotaCase, at: Instant): Promise<Rulebook | undefined> {
    const rulebooks = (await this.releases.of(rows, of.release)) ?? this.rulebooks;
    return rulebooks.at(rulesDayOf(of, localDateOf(at)), await this.places.of(rows, of.authorityPath));
  }
}

/** The tier whose row an override changes, where that row may hold quotas. */
function codeAt(at: string): string | undefined {
  const [tiers, code, row = 'quotas'] = at.split('.');
  return tiers === 'tiers' && row === 'quotas' ? code : undefined;
}
