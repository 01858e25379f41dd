import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { StatementState } from '../../workflows/tally';
import type { TallyAxis } from '../../workflows/tally';
import { columns } from '../platform/persistence';

/** A text that was published with figures in it. Its figures and names are a private text: names of people may be among them. */
@Entity('published_statements')
@Index('ix_published_statements_as_of', ['asOf', 'id'])
@Index('ix_published_statements_unit_path', ['unitPath'])
export class PublishedStatement {
  @PrimaryColumn(columns.id)
  id: string;

  /** The unit whose awards the text is about, and that keeps it. */
  @Column(columns.id)
  unitId: string;

  @Column(columns.text)
  unitPath: string;

  @Column({ ...columns.id, nullable: true })
  campaignId: string | null;

  @Column(columns.text)
  title: string;

  @Column(columns.text)
  titleFolded: string;

  /** Where it was published. */
  @Column(columns.text)
  source: string;

  @Column(columns.localDate)
  asOf: string;

  @Column(columns.name)
  axis: TallyAxis;

  /** Commitment of the figures, lists and periods. */
  @Column(columns.hash)
  content: string;

  @Column(columns.name)
  state: StatementState;

  @Column(columns.integer)
  version: number;
}
