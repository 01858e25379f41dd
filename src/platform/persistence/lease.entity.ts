import { Column, Entity, PrimaryColumn } from 'typeorm';
import { columns } from './column-types';

/** Who alone may do something until when, for example relay the outbox. */
@Entity('leases')
export class Lease {
  @PrimaryColumn(columns.name)
  name: string;

  @Column(columns.key)
  holder: string;

  @Column(columns.instant)
  expiresAt: string;
}
