import { ApiProperty } from '@nestjs/swagger';
import {
  EXAMPLE_CONSENTS,
  EXAMPLE_FIELDS,
  EXAMPLE_KINDS,
  EXAMPLE_LINKS,
  EXAMPLE_STATES,
  PUBLICATION_CHANNELS,
  type ExampleConsent,
  type ExampleField,
  type ExampleKind,
  type ExampleLinkKind,
  type ExampleState,
  type PublicationChannel,
} from '../../../workflows/example';
import type { Label } from '../../../workflows/kernel';
import { LabelResponse } from '../../platform/http/problems/problem';

/** One example in a list. */
export class ExampleSummary {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: EXAMPLE_KINDS })
  readonly kind: ExampleKind;

  @ApiProperty({ type: () => LabelResponse })
  readonly kindLabel: Label;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null for a model.' })
  readonly subjectId: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Null for a model, empty once it was erased.' })
  readonly subjectName: string | null;

  @ApiProperty()
  readonly title: string;

  @ApiProperty({ enum: EXAMPLE_FIELDS })
  readonly field: ExampleField;

  @ApiProperty({ type: () => LabelResponse })
  readonly fieldLabel: Label;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly campaignId: string | null;

  @ApiProperty({ format: 'uuid' })
  readonly unitId: string;

  @ApiProperty({ format: 'date' })
  readonly foundOn: string;

  @ApiProperty({ enum: EXAMPLE_STATES })
  readonly state: ExampleState;

  @ApiProperty({ type: () => LabelResponse })
  readonly stateLabel: Label;

  @ApiProperty({ enum: EXAMPLE_CONSENTS })
  readonly consent: ExampleConsent;

  @ApiProperty({ type: () => LabelResponse })
  readonly consentLabel: Label;

  @ApiProperty({ description: 'True once the personal data of whom it is about were erased.' })
  readonly isErased: boolean;

  @ApiProperty({ type: 'integer' })
  readonly version: number;
}

/** Once that an example was made known. */
export class ExamplePublicationResponse {
  @ApiProperty({ enum: PUBLICATION_CHANNELS })
  readonly channel: PublicationChannel;

  @ApiProperty({ type: () => LabelResponse })
  readonly channelLabel: Label;

  @ApiProperty()
  readonly outlet: string;

  @ApiProperty({ format: 'date' })
  readonly publishedOn: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null when there is none or it was erased.' })
  readonly link: string | null;
}

/** What else an example has to do with. */
export class ExampleLinkResponse {
  @ApiProperty({ enum: EXAMPLE_LINKS })
  readonly kind: ExampleLinkKind;

  @ApiProperty({ format: 'uuid' })
  readonly targetId: string;
}

/** One example with all that is known of it. Texts are null where there is none or it was erased. */
export class ExampleResponse extends ExampleSummary {
  @ApiProperty({ type: String, nullable: true })
  readonly account: string | null;

  @ApiProperty({ type: [String] })
  readonly evidence: readonly string[];

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly consentOn: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly consentNote: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly reviewedAt: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why it was accepted or declined.' })
  readonly review: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly withdrawnAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly withdrawal: string | null;

  @ApiProperty({ type: () => [ExamplePublicationResponse] })
  readonly publications: readonly ExamplePublicationResponse[];

  @ApiProperty({ type: () => [ExampleLinkResponse] })
  readonly links: readonly ExampleLinkResponse[];
}

/** How many examples of one kind, field, year, campaign or unit there are. */
export class ExampleCountResponse {
  @ApiProperty({ type: String, nullable: true, description: 'Null for those that were found outside of campaigns.' })
  readonly key: string | null;

  @ApiProperty({ type: 'integer', description: 'Neither declined nor withdrawn.' })
  readonly found: number;

  @ApiProperty({ type: 'integer', description: 'Accepted, published or not.' })
  readonly accepted: number;

  @ApiProperty({ type: 'integer' })
  readonly published: number;

  @ApiProperty({ type: 'integer' })
  readonly declined: number;

  @ApiProperty({ type: 'integer' })
  readonly withdrawn: number;
}

/** Counts by one dimension, in the order of its keys: at most a thousand. */
export class ExampleCountsResponse {
  @ApiProperty({ type: () => [ExampleCountResponse] })
  readonly items: readonly ExampleCountResponse[];

  @ApiProperty({ description: 'True when there are more than are shown; ask for one campaign or unit.' })
  readonly isCut: boolean;
}
