import { Injectable } from '@nestjs/common';
import type { Label, LocalDate } from '../../workflows/kernel';
import { assembled, partsAt, tierOf, type Layer, type Rulebook, type Tier } from '../../workflows/rulebook';
import { InvalidRequestError } from '../platform/http/problems/http.errors';
import type { Actor } from '../platform/auth/actor';
import { NotFoundError } from '../platform/errors/platform.errors';
import { ReadDatabase } from '../platform/persistence';
import { RulebooksService, type Place } from '../rulebooks';
import { PlaceCodes, UnitDirectory } from '../units';
import { tiersFor } from './answers/outcomes';
import type { EligibilityRequest } from './dto/evaluation.request';

/** Answers one subject may be explained in at once: an answer in words is some kilobytes long. */
const MOST_EXPLAINED = 2000;

/** Finds the rules that a question is about, and says which part of it they cannot answer. */
@Injectable()
export class EligibilityRules {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly rulebooks: RulebooksService,
    private readonly units: UnitDirectory,
    private readonly codes: PlaceCodes,
  ) {}

  /** The rulebook of the day with the layers of the receiving unit. Throws InvalidRequestError, which names the day. */
  async ofDay(actor: Actor, { on, unitId }: EligibilityRequest): Promise<Rulebook> {
    const place = await this.placeOf(actor, unitId);
    const rulebook = this.rulebooks.at(on, place);
    if (!rulebook) throw problem('on', 'NO_RULEBOOK', noRulebook(on));
    return rulebook;
  }

  /** A rulebook by its id, with those layers of the receiving unit that are made for it. Throws InvalidRequestError. */
  async byIds(actor: Actor, { on, unitId }: EligibilityRequest, ids: readonly string[]): Promise<readonly Rulebook[]> {
    const place = await this.placeOf(actor, unitId);
    const { rulebooks, layers = [] } = this.rulebooks.release();
    return ids.map((id, index) => {
      const rulebook = rulebooks.find((each) => each.id === id);
      if (rulebook) return withLayers(rulebook, layers, { on, place });
      const known = rulebooks.map((each) => each.id).join(', ');
      throw problem(`rulebookIds[${index}]`, 'UNKNOWN_RULEBOOK', {
        vi: `Không có bộ quy định ${id}; hiện có: ${known}.`,
        en: `There is no rulebook ${id}; there are: ${known}.`,
      });
    });
  }

  private async placeOf(actor: Actor, unitId: string): Promise<Place> {
    const path = await this.units.pathSeenBy(this.reads, actor, unitId);
    if (path === undefined) throw new NotFoundError('unit', unitId);
    return this.codes.of(this.reads, path);
  }
}

/**
 * The tiers that a subject is judged for: the one asked for, or all that the rulebook gives to its kind. Throws
 * InvalidRequestError, which names the tier, where no rulebook at hand has it.
 */
export function tiersAsked(
  rulebooks: readonly Rulebook[],
  { tier, subjects }: EligibilityRequest,
): (rulebook: Rulebook, index: number) => readonly Tier[] {
  if (tier === undefined) return (rulebook, index) => tiersFor(rulebook, kindAt(subjects, index));
  const found = rulebooks.map((rulebook) => tierOf(rulebook, tier));
  if (found.every((each) => each === undefined)) {
    const ids = rulebooks.map(({ id }) => id).join(', ');
    throw problem('tier', 'UNKNOWN_TIER', {
      vi: `Không có danh hiệu, hình thức ${tier} trong ${ids}.`,
      en: `There is no tier ${tier} in ${ids}.`,
    });
  }
  for (const [index, { kind }] of subjects.entries()) {
    if (found.some((each) => each?.subjects.includes(kind))) continue;
    throw problem(`subjects[${index}].kind`, 'TIER_NOT_FOR_KIND', {
      vi: `${tier} không dành cho loại đối tượng này.`,
      en: `${tier} is not given to a ${kind}.`,
    });
  }
  return (rulebook, index) => {
    const known = tierOf(rulebook, tier);
    return known?.subjects.includes(kindAt(subjects, index)) ? [known] : [];
  };
}

/** Stops an answer that would be too long to explain. Throws InvalidRequestError. */
export function refuseTooLong(count: number): void {
  if (count <= MOST_EXPLAINED) return;
  throw problem('subjects', 'TOO_MANY_ANSWERS', {
    vi: `Không giải thích quá ${MOST_EXPLAINED} câu trả lời một lần: hãy chọn một danh hiệu, bớt đối tượng, hoặc đặt findingsOnly.`,
    en: `At most ${MOST_EXPLAINED} answers are explained at once: ask for one tier, for fewer subjects, or for findingsOnly.`,
  });
}

/** The period of the achievement: the year of the submission unless the question says otherwise. Throws InvalidRequestError. */
export function periodAsked({ on, achievedFrom, achievedTo }: EligibilityRequest): {
  readonly achievedFrom: LocalDate;
  readonly achievedTo: LocalDate;
} {
  const year = on.slice(0, 4);
  const [from, to] = [achievedFrom ?? (`${year}-01-01` as LocalDate), achievedTo ?? (`${year}-12-31` as LocalDate)];
  if (from <= to) return { achievedFrom: from, achievedTo: to };
  throw problem(achievedTo === undefined ? 'achievedFrom' : 'achievedTo', 'ENDS_BEFORE_IT_BEGINS', {
    vi: `Thời gian lập thành tích kết thúc ngày ${to}, trước khi bắt đầu ngày ${from}.`,
    en: `The achievement ends on ${to}, before it begins on ${from}.`,
  });
}

/** Whether an achievement is of a school year, as the rules tell them apart: it begins in autumn and ends before the next. */
export function isSchoolYear({ achievedFrom, achievedTo }: ReturnType<typeof periodAsked>): boolean {
  return achievedFrom.slice(5, 7) >= '07' && achievedTo.slice(5, 7) <= '08';
}

function noRulebook(on: LocalDate): Label {
  return {
    vi: `Ngày ${on} nằm ngoài thời gian của mọi bộ quy định.`,
    en: `No rulebook covers ${on}.`,
  };
}

/** A rulebook with the layers of a place on a day, as if it were the one that is in force on that day. */
function withLayers(
  rulebook: Rulebook,
  layers: readonly Layer[],
  { on, place }: { readonly on: LocalDate; readonly place: Place },
): Rulebook {
  const inForce = { ...rulebook, effectiveFrom: on, effectiveTo: on, transition: null };
  const parts = partsAt({ rulebooks: [inForce], layers }, { submittedOn: on, place });
  return assembled({ rulebook, later: null, layers: parts?.layers ?? [] });
}

function kindAt(
  subjects: EligibilityRequest['subjects'],
  index: number,
): EligibilityRequest['subjects'][number]['kind'] {
  const subject = subjects[index];
  if (!subject) throw new RangeError(`There is no subject ${index}`);
  return subject.kind;
}

function problem(field: string, code: string, message: Label): InvalidRequestError {
  return new InvalidRequestError([{ field, code, message }]);
}
