import { Injectable } from '@nestjs/common';
import { RulebooksService } from '../../rulebooks';
import type { KnownTier } from './recorded-award';

/** What all rulebooks of the release, old ones too, call the tiers. A code means one thing in all of them. */
@Injectable()
export class KnownTiers {
  constructor(private readonly rulebooks: RulebooksService) {}

  /** The tier of a code, by the latest rulebook that has it; undefined when none has. */
  of(code: string): KnownTier | undefined {
    const found = this.rulebooks
      .release()
      .rulebooks.flatMap((rulebook) => rulebook.tiers.map((tier) => ({ tier, from: rulebook.effectiveFrom })))
      .filter(({ tier }) => tier.code === code)
      .sort((a, b) => (a.from < b.from ? -1 : 1))
      .at(-1)?.tier;
    return found && { tierName: found.name.vi, family: found.family, kind: found.kind };
  }
}
