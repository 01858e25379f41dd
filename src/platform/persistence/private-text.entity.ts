import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from './column-types';

/** A free text that events name by its commitment only, so that it can be erased. */
@Entity('private_texts')
@Index('ix_private_texts_stream_id', ['streamId'])
export class PrivateText {
  @PrimaryColumn(columns.hash)
  commitment: string;

  /** 32 random bytes in hexadecimal; erased with the text, since a short text could be guessed with it. */
  @Column({ ...columns.hash, nullable: true })
  salt: string | null;

  @Column({ ...columns.text, nullable: true })
  text: string | null;

  /** The stream whose event holds the commitment. */
  @Column(columns.id)
  streamId: string;

  @Column({ ...columns.instant, nullable: true })
  erasedAt: string | null;
}
