import { Injectable } from '@nestjs/common';
import type { DecisionCommand, DecisionContext, DecisionFacts, DecisionNumber } from '../../../workflows/decision';
import { localDateOf, type Citation, type LocalDate } from '../../../workflows/kernel';
import { CampaignDirectory } from '../../campaigns';
import type { RowReader } from '../../platform/persistence';
import type { FactQuestion } from '../../platform/runner/feature-workflow';
import { UnitDirectory, type UnitRef } from '../../units';
import { TierRules } from '../cases/tier-rules';
import { countAsked, countListed, countOnList, reviewsOfListed, type TierCount } from './decision-list.repository';
import { isNumberTaken, type NumberKey } from './decision-numbers.repository';
import { countStanding } from './decision-revocations.repository';
import { SittingDays } from './sitting-days';

type CommandType = DecisionCommand['type'];

/** What commands ask for that are about cases or a number. */
interface Asked extends Partial<DecisionNumber> {
  readonly caseIds?: readonly string[];
  readonly issuedOn?: LocalDate;
  readonly correctedOn?: LocalDate;
}

const ABOUT_NEW_CASES: ReadonlySet<string> = new Set<CommandType>([
  'decision.draft',
  'decision.revise',
  'decision.addCases',
]);
const ABOUT_THE_LIST: ReadonlySet<string> = new Set<CommandType>(['decision.addCases', 'decision.removeCases']);

/** Gathers what the guards of a decision ask for; what a command does not ask for is left at nothing. */
@Injectable()
export class DecisionFactsGatherer {
  constructor(
    private readonly units: UnitDirectory,
    private readonly campaigns: CampaignDirectory,
    private readonly tiers: TierRules,
    private readonly sittings: SittingDays,
  ) {}

  /** For one command. */
  async of(rows: RowReader, question: FactQuestion): Promise<DecisionFacts> {
    const { type, instanceId, at } = question;
    const input = question.input as Asked;
    const { authorityUnitId, campaignId } = contextOf(question);
    const asked = input.caseIds ?? [];
    const counts = ABOUT_NEW_CASES.has(type)
      ? await countAsked(rows, asked, authorityUnitId)
      : await countListed(rows, instanceId);
    const isAboutList = ABOUT_THE_LIST.has(type);
    const askedListedCount = isAboutList ? await countOnList(rows, instanceId, asked) : 0;
    const authority = (await this.units.byIds(rows, [authorityUnitId])).get(authorityUnitId);
    return {
      caseCount: sumOf(counts, 'caseCount'),
      listedCount: isAboutList ? sumOf(await countListed(rows, instanceId), 'caseCount') : 0,
      askedListedCount,
      casesNotStanding: await this.notStanding(rows, question, asked),
      casesNotReady: sumOf(counts, 'notReady'),
      ...(await this.beyond(rows, counts, { authority, campaignId, on: input.issuedOn ?? localDateOf(at) })),
      numberIsTaken: await this.isTaken(rows, question),
      lastSittingOn: type === 'decision.issue' ? await this.lastSitting(rows, instanceId) : null,
    };
  }

  private async lastSitting(rows: RowReader, decisionId: string): Promise<LocalDate | null> {
    return this.sittings.lastOf(rows, await reviewsOfListed(rows, decisionId));
  }

  private async notStanding(rows: RowReader, question: FactQuestion, asked: readonly string[]): Promise<number> {
    if (question.type !== 'decision.revokeCases') return 0;
    return new Set(asked).size - (await countStanding(rows, question.instanceId, asked));
  }

  /** A decision may be given its own number again; a correction needs one that nothing has. */
  private async isTaken(rows: RowReader, { type, instanceId, input, row }: FactQuestion): Promise<boolean> {
    const { authorityUnitId } = (row?.snapshot.context ?? {}) as DecisionContext;
    const asked = input as DecisionNumber & { readonly correctedOn: LocalDate };
    if (type === 'decision.number') return isNumberTaken(rows, { authorityUnitId, ...asked }, instanceId);
    return type === 'decision.correct' && isNumberTaken(rows, correctionNumber(authorityUnitId, asked), null);
  }

  /** The tiers that the head of this authority may not decide on that day, or that were found to go up from here. */
  private async beyond(
    rows: RowReader,
    counts: readonly TierCount[],
    { authority, campaignId, on }: { authority: UnitRef | undefined; campaignId: string | null; on: LocalDate },
  ): Promise<Pick<DecisionFacts, 'tiersBeyondAuthority' | 'authorityCitation'>> {
    const campaign = campaignId === null ? undefined : await this.campaigns.contextOf(rows, campaignId);
    const release = campaign?.context.rulebookRelease ?? null;
    const rules = authority && (await this.tiers.of(rows, { authorityPath: authority.path, release }));
    const found = new Map<string, Citation | undefined>();
    for (const { tier, isUpward } of counts) {
      const { may, citation } = rules ? rules.mayDecide(tier, on, authority.level) : { may: false };
      if (!may || isUpward) found.set(tier, citation);
    }
    const [citation] = found.values();
    return { tiersBeyondAuthority: [...found.keys()].sort(), ...(citation ? { authorityCitation: citation } : {}) };
  }
}

/** A correction is numbered in the year that it is dated in. */
export function correctionNumber(
  authorityUnitId: string,
  correction: { readonly number: string; readonly symbol: string; readonly correctedOn: LocalDate },
): NumberKey {
  const { number, symbol, correctedOn } = correction;
  return { authorityUnitId, number, symbol, year: Number(correctedOn.slice(0, 4)) };
}

function contextOf({ row, input }: FactQuestion): Pick<DecisionContext, 'authorityUnitId' | 'campaignId'> {
  return (row?.snapshot.context ?? input) as DecisionContext;
}

function sumOf(counts: readonly TierCount[], key: 'caseCount' | 'notReady'): number {
  return counts.reduce((sum, count) => sum + count[key], 0);
}
