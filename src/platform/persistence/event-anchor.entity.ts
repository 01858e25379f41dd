import { Column, Entity, PrimaryColumn } from 'typeorm';
import { columns } from './column-types';

/** The events of one local day in one hash, chained to the day before. */
@Entity('event_anchors')
export class EventAnchor {
  @PrimaryColumn(columns.localDate)
  day: string;

  @Column(columns.integer)
  eventCount: number;

  @Column(columns.hash)
  rootHash: string;

  @Column(columns.hash)
  previousHash: string;

  @Column(columns.instant)
  createdAt: string;
}
