import { Injectable } from '@nestjs/common';
import type { HistoryFacts, RatingPeriod } from '../../../workflows/history';
import type { LocalDate } from '../../../workflows/kernel';
import type { Evidence, LeadershipEvidence, MembersEvidence } from '../../../workflows/rulebook';
import { HistoryDirectory } from '../../history';
import type { SubjectRef } from '../../people';
import type { RowReader } from '../../platform/persistence';
import { RulebooksService } from '../../rulebooks';
import { evidenceOfHistory, type HistoryDetails } from './evidence-of-history';
import {
  readCaseDetails,
  readClustersLed,
  readCollectives,
  readPeopleBelow,
  readRecordTiers,
  readWomen,
  type ClusterLed,
  type CollectiveOfUnit,
} from './evidence.repository';
import { membersOfUnit } from './members-of-unit';

/** Whose evidence is asked for. */
export interface EvidenceQuestion {
  readonly subject: SubjectRef;
  /** Whether discipline and what is pending may be looked at: not by everybody who sees a subject. */
  readonly showsDiscipline: boolean;
  /** From this day on the registers hold everything; null when nobody says so, or who says so does not see everything. */
  readonly completeFrom: LocalDate | null;
  /** Which rating counts in a year that has two: that of the calendar year unless it says otherwise. */
  readonly ratings?: RatingPeriod;
}

/** What is known of collectives that are units. */
interface OfUnits {
  readonly members: ReadonlyMap<string, readonly MembersEvidence[]>;
  readonly leaderships: ReadonlyMap<string, readonly LeadershipEvidence[]>;
}

const NO_FACTS: HistoryFacts = { ratings: [], awards: [], initiatives: [], disciplines: [], freezes: [] };

/**
 * What the registers hold of subjects as evidence for the rules, each item with the row that it comes from. What no register
 * holds (since when somebody works there, positions held, campaigns led) is left out: then the rules say "not proven".
 * Facts, not answers to a user: it checks no scope, and it reads within a transaction as well as outside.
 */
@Injectable()
export class EvidenceDirectory {
  constructor(
    private readonly histories: HistoryDirectory,
    private readonly rulebooks: RulebooksService,
  ) {}

  /** The evidence of each, in their order. Takes as many statements for many as for one, in chunks of 500 rows. */
  async ofMany(rows: RowReader, questions: readonly EvidenceQuestion[]): Promise<readonly Evidence[]> {
    const subjects = questions.map(({ subject }) => subject);
    const histories = await this.histories.factsOfMany(rows, subjects);
    const details = await readDetails(rows, [...histories.values()]);
    const women = await readWomen(rows, idsOf(subjects, 'person'));
    const ofUnits = await this.ofUnits(rows, questions);
    return questions.map(({ subject, showsDiscipline, completeFrom, ratings }): Evidence => {
      const facts = histories.get(keyOf(subject)) ?? NO_FACTS;
      const seen = showsDiscipline ? facts : { ...facts, disciplines: [], freezes: [] };
      return {
        subject,
        isWoman: women.get(subject.id) ?? null,
        employedFrom: null,
        ...evidenceOfHistory(seen, details, ratings),
        services: [],
        members: ofUnits.members.get(subject.id) ?? [],
        leaderships: ofUnits.leaderships.get(subject.id) ?? [],
        judgements: [],
        completeFrom,
      };
    });
  }

  /** The evidence of one subject. */
  async of(rows: RowReader, question: EvidenceQuestion): Promise<Evidence> {
    const [evidence] = await this.ofMany(rows, [question]);
    if (!evidence) throw new Error('One question has one answer');
    return evidence;
  }

  private async ofUnits(rows: RowReader, questions: readonly EvidenceQuestion[]): Promise<OfUnits> {
    const collectiveIds = idsOf(
      questions.map(({ subject }) => subject),
      'collective',
    );
    const units = (await readCollectives(rows, collectiveIds)).filter(isUnitItself);
    const led = await readClustersLed(
      rows,
      units.map(({ unitId }) => unitId),
    );
    const leaderships = new Map(
      units.map(({ id, unitId }) => [id, led.filter((each) => each.unitId === unitId).map(leadershipOf)]),
    );
    return { leaderships, members: await this.membersOf(rows, units, questions) };
  }

  /** Of units whose registers are said to be complete: of others no share of members is known. */
  private async membersOf(
    rows: RowReader,
    units: readonly CollectiveOfUnit[],
    questions: readonly EvidenceQuestion[],
  ): Promise<OfUnits['members']> {
    const complete = units.flatMap((unit) => {
      const { completeFrom = null } = questions.find(({ subject }) => subject.id === unit.id) ?? {};
      return completeFrom === null ? [] : [{ ...unit, completeFrom }];
    });
    const people = await readPeopleBelow(
      rows,
      complete.map(({ unitPath }) => unitPath),
    );
    const histories = await this.histories.factsOfMany(
      rows,
      people.map(({ id }) => ({ kind: 'person', id })),
    );
    const tiers = this.tiersOfPersons();
    return new Map(
      complete.map(({ id, unitId, unitPath, completeFrom }) => {
        const members = people
          .filter((person) => person.unitPath.startsWith(unitPath))
          .map((person) => ({ isWoman: person.isWoman, facts: histories.get(`person:${person.id}`) ?? NO_FACTS }));
        return [id, membersOfUnit(unitId, members, { completeFrom, tiers })];
      }),
    );
  }

  private tiersOfPersons(): readonly string[] {
    const tiers = this.rulebooks.release().rulebooks.flatMap((rulebook) => rulebook.tiers);
    return [...new Set(tiers.flatMap(({ code, subjects }) => (subjects.includes('person') ? [code] : [])))];
  }
}

async function readDetails(rows: RowReader, histories: readonly HistoryFacts[]): Promise<HistoryDetails> {
  const uses = histories.flatMap(({ initiatives }) => initiatives.flatMap((initiative) => initiative.uses));
  const awards = histories.flatMap((facts) => facts.awards.filter(({ source }) => source === 'case'));
  const caseIds = [...awards.map(({ id }) => id), ...uses.flatMap(({ caseId }) => caseId ?? [])];
  const recordIds = uses.flatMap(({ awardRecordId }) => awardRecordId ?? []);
  return { cases: await readCaseDetails(rows, caseIds), recordTiers: await readRecordTiers(rows, recordIds) };
}

/**
 * Of whom a collective consists is not kept, except where it is a unit: then it bears the unit's name, or that after "tập
 * thể", and its members are the people of the unit.
 */
function isUnitItself({ name, unitName }: CollectiveOfUnit): boolean {
  return name === unitName || name === `tap the ${unitName}`;
}

/** A cluster counts for the year in which its period ends; that of a school year for the one in which it begins, as ratings do. */
function leadershipOf({ clusterId, name, periodType, startsOn, endsOn, level }: ClusterLed): LeadershipEvidence {
  const day = periodType === 'schoolYear' ? startsOn : endsOn;
  return {
    of: 'cluster',
    year: Number(day.slice(0, 4)),
    level: level as LeadershipEvidence['level'],
    months: null,
    source: { kind: 'register', id: clusterId, label: name },
  };
}

function idsOf(subjects: readonly SubjectRef[], kind: SubjectRef['kind']): readonly string[] {
  return subjects.filter((subject) => subject.kind === kind).map(({ id }) => id);
}

function keyOf({ kind, id }: SubjectRef): string {
  return `${kind}:${id}`;
}
