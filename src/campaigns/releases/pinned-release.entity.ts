import { Column, Entity, PrimaryColumn } from 'typeorm';
import { columns } from '../../platform/persistence';

/** The rules that campaigns were launched under, kept for as long as somebody may ask what was judged by them. */
@Entity('pinned_releases')
export class PinnedRelease {
  @PrimaryColumn(columns.hash)
  hash: string;

  /** Canonical JSON of the rules, over which the hash is. */
  @Column(columns.text)
  rules: string;

  /** When the first campaign pinned it. */
  @Column(columns.instant)
  pinnedAt: string;
}
