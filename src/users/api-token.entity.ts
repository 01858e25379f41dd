import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../platform/persistence';

/** A bearer token of a user. Only its hash is kept: it is random enough that nobody finds it from there. */
@Entity('api_tokens')
@Unique('uq_api_tokens_token_hash', ['tokenHash'])
@Index('ix_api_tokens_user_id', ['userId'])
export class ApiToken {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  userId: string;

  /** SHA-256 in hexadecimal. */
  @Column(columns.hash)
  tokenHash: string;

  @Column(columns.instant)
  createdAt: string;

  /** The first instant at which it is no longer taken. */
  @Column({ ...columns.instant, nullable: true })
  expiresAt: string | null;

  @Column({ ...columns.instant, nullable: true })
  revokedAt: string | null;
}
