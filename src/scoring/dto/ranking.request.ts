import { BoundedArray, BoundedText, field, IsOneOf, IsUuid } from '../../platform/http/validators';
import { digitsRule } from '../../platform/http/validators/value-rules';

/** A ballot of the conference that orders units which are level. */
export class TieBallotRequest {
  @IsUuid({ description: 'The review round of the conference.' })
  readonly reviewId: string;

  @IsUuid({ description: 'The item that chooses among exactly these units.' })
  readonly itemId: string;
}

/** Input of `ranking.publish`. */
export class PublishRankingRequest {
  @IsUuid()
  readonly clusterId: string;

  @BoundedArray(() => TieBallotRequest, { max: 20, optional: true })
  readonly ballots?: readonly TieBallotRequest[];

  @BoundedText({ max: 1000, multiline: true, optional: true, description: 'Why one that was published is corrected.' })
  readonly reason?: string;
}

/** Which ranking of a cluster is shown: the newest published one unless told otherwise. */
export class RankingQuery {
  @IsOneOf(['published', 'live'], { optional: true, description: 'live: as it would be now' })
  readonly show?: 'published' | 'live';

  @field(digitsRule(1, 1_000_000), { optional: true, description: 'Number of a published one.' })
  readonly revision?: number;
}
