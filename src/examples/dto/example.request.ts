import {
  EXAMPLE_CONSENTS,
  EXAMPLE_FIELDS,
  EXAMPLE_KINDS,
  EXAMPLE_LINKS,
  PUBLICATION_CHANNELS,
  type ExampleConsent,
  type ExampleField,
  type ExampleKind,
  type ExampleLinkKind,
  type PublicationChannel,
} from '../../../workflows/example';
import type { LocalDate } from '../../../workflows/kernel';
import {
  BoundedArray,
  boundedTextRule,
  BoundedText,
  IsLocalDate,
  IsOneOf,
  IsUuid,
} from '../../platform/http/validators';

/** What may be corrected of an example; what is left out is taken away. */
export class CorrectExampleRequest {
  @BoundedText({
    max: 300,
    description: 'What it is an example of, never a name of a person',
    example: 'Tuyến phố tự quản về môi trường',
  })
  readonly title: string;

  @IsOneOf(EXAMPLE_FIELDS, { example: 'environment' })
  readonly field: ExampleField;

  @IsLocalDate({ description: 'The day it was found', example: '2024-05-19' })
  readonly foundOn: LocalDate;

  @IsUuid({ optional: true, description: 'The campaign it was found in; absent outside of campaigns' })
  readonly campaignId?: string;

  @BoundedText({
    ...{ max: 5000, multiline: true, optional: true },
    description: 'A short account; kept apart from the events and erased with whom it is about',
  })
  readonly account?: string;

  @BoundedArray(boundedTextRule({ max: 300 }), {
    ...{ max: 20, unique: true, optional: true },
    description: 'Papers by number or place of keeping, never names',
    example: ['45/BC-UBND'],
  })
  readonly evidence?: readonly string[];
}

/** Records an example that a unit found. */
export class FindExampleRequest extends CorrectExampleRequest {
  @IsUuid({ description: 'The unit that found it' })
  readonly unitId: string;

  @IsOneOf(EXAMPLE_KINDS, { example: 'model' })
  readonly kind: ExampleKind;

  @IsUuid({ optional: true, description: 'The person, collective or household; absent for a model' })
  readonly subjectId?: string;
}

/** Notes what those who are named said when they were asked. */
export class NoteConsentRequest {
  @IsOneOf(EXAMPLE_CONSENTS.slice(1), { example: 'given' })
  readonly consent: Exclude<ExampleConsent, 'notAsked'>;

  @IsLocalDate({ description: 'The day they said so' })
  readonly on: LocalDate;

  @BoundedText({ max: 1000, multiline: true, optional: true, description: 'How they said so, and for what' })
  readonly note?: string;
}

/** Notes that an example was made known once. */
export class PublishExampleRequest {
  @IsOneOf(PUBLICATION_CHANNELS, { example: 'portal' })
  readonly channel: PublicationChannel;

  @BoundedText({ max: 200, description: 'The paper, station or portal', example: 'Cổng thông tin điện tử quận' })
  readonly outlet: string;

  @IsLocalDate()
  readonly publishedOn: LocalDate;

  @BoundedText({ max: 1000, optional: true, description: 'Where it can be read; kept apart from the events' })
  readonly link?: string;
}

/** Says what else an example has to do with. */
export class LinkExampleRequest {
  @IsOneOf(EXAMPLE_LINKS, { example: 'achievement' })
  readonly kind: ExampleLinkKind;

  @IsUuid()
  readonly targetId: string;
}
