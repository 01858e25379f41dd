import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../workflows/kernel';
import type { RowReader, Tx } from '../../platform/persistence';
import { releaseFrom, rulesText, RulebooksService } from '../../rulebooks';
import { keepRelease, readRelease } from './pinned-releases.repository';

/** The rules by which a campaign is judged: those it pinned at launch or adopted since, also when the files are others by now. */
@Injectable()
export class PinnedReleases {
  /** Rules never change under a hash, so that what was read once stays true. */
  private readonly known = new Map<string, RulebooksService>();

  constructor(private readonly current: RulebooksService) {}

  /** Keeps the rules in use, which a campaign pins in this transaction. */
  async keep(tx: Tx, at: Instant): Promise<void> {
    const release = this.current.release();
    await keepRelease(tx, release.hash, rulesText(release), at);
  }

  /** The rules of a pinned release, those in use where none is pinned; undefined for a release that was never kept here. */
  async of(rows: RowReader, hash: string | null): Promise<RulebooksService | undefined> {
    const present = this.current.release();
    if (hash === null || hash === present.hash) return this.current;
    const known = this.known.get(hash);
    if (known) return known;
    const rules = await readRelease(rows, hash);
    if (rules === undefined) return undefined;
    // Days off are facts and no rules: those known by now hold for every release.
    const rulebooks = new RulebooksService(releaseFrom(hash, rules, present.calendar));
    this.known.set(hash, rulebooks);
    return rulebooks;
  }
}
