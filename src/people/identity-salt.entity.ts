import { Column, Entity, PrimaryColumn } from 'typeorm';
import { columns } from '../platform/persistence';

/** The salt under which identity numbers are looked up: one for all, made with the first number. */
@Entity('identity_salts')
export class IdentitySalt {
  /** What it is for: `nationalId`. */
  @PrimaryColumn(columns.name)
  name: string;

  /** Hexadecimal. */
  @Column(columns.text)
  salt: string;
}
