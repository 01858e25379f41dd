import { Injectable } from '@nestjs/common';
import type { Dong, LocalDate, VersionedCalendar } from '../../../workflows/kernel';
import type { SubjectKind, TierFamily } from '../../../workflows/rulebook';
import { PinnedReleases } from '../../campaigns';
import type { RowReader } from '../../platform/persistence';
import { RulebooksService, type Release } from '../../rulebooks';
import { PlaceCodes } from '../../units';
import { PlaceRules } from './place-rules';

/** Whose rules are asked for. */
export interface RulesOwner {
  /** Path of the unit that receives the dossier or makes the decision. */
  readonly authorityPath: string;
  /** The release that the campaign pinned; null or absent: the rules in use. */
  readonly release?: string | null;
}

/** What the rulebooks say of tiers, as cases and decisions ask it. */
@Injectable()
export class TierRules {
  /** Asked for each case of a province: the tiers of a release are looked through once. */
  private readonly families = new WeakMap<Release, ReadonlyMap<string, TierFamily>>();

  constructor(
    private readonly rulebooks: RulebooksService,
    private readonly places: PlaceCodes,
    private readonly releases: PinnedReleases,
  ) {}

  /** The days off that this process counts working days with. */
  get calendar(): VersionedCalendar {
    return this.rulebooks.release().calendar;
  }

  /** Whether the rules of a release that a campaign pinned are at hand. */
  async knows(rows: RowReader, release: string): Promise<boolean> {
    return (await this.releases.of(rows, release)) !== undefined;
  }

  /** The rules of an authority; by those in use where a release is not at hand, which `knows` tells. */
  async of(rows: RowReader, { authorityPath, release = null }: RulesOwner): Promise<PlaceRules> {
    const rulebooks = (await this.releases.of(rows, release)) ?? this.rulebooks;
    return new PlaceRules(rulebooks, await this.places.of(rows, authorityPath));
  }

  /**
   * The family of a tier. A code means one thing in all rulebooks, so that the answer does not depend on a day;
   * a tier that no rulebook knows any more counts as the State's, since Party awards come from rulebooks only.
   */
  familyOf(code: string): TierFamily {
    const release = this.rulebooks.release();
    const families = this.families.get(release) ?? familiesOf(release);
    this.families.set(release, families);
    return families.get(code) ?? 'state';
  }

  /** Prize money by the rules of the day of the decision; null where no rule is known. */
  prizeOf(tier: string, subjectKind: SubjectKind, decidedOn: LocalDate): Dong | null {
    return this.rulebooks.prize({ tier, subjectKind, decidedOn })?.amount ?? null;
  }
}

/** Of rulebooks that both know a tier the first one counts, as they come. */
function familiesOf({ rulebooks }: Release): ReadonlyMap<string, TierFamily> {
  const families = new Map<string, TierFamily>();
  for (const { code, family } of rulebooks.flatMap(({ tiers }) => tiers)) {
    if (!families.has(code)) families.set(code, family);
  }
  return families;
}
