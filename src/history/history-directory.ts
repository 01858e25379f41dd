import { Injectable } from '@nestjs/common';
import type { AwardFact, HistoryFacts } from '../../workflows/history';
import type { SubjectRef } from '../people';
import type { RowReader } from '../platform/persistence';
import { KnownTiers } from './decision-records/known-tiers';
import { SubjectCases, type CaseAward } from './subject-cases.port';
import {
  readAwardFacts,
  readDisciplineFacts,
  readInitiativeFacts,
  readRatingFacts,
  type Of,
} from './subjects/facts.repository';
import { keyOfSubject, readAliases, type Alias } from './subjects/subjects.repository';

const NOTHING: HistoryFacts = { ratings: [], awards: [], initiatives: [], disciplines: [], freezes: [] };

/**
 * What is known of subjects over the years, from the registers and from cases that were decided. Facts, not answers to a
 * user: it checks no scope, and it reads within a transaction as well as outside.
 */
@Injectable()
export class HistoryDirectory {
  constructor(
    private readonly cases: SubjectCases,
    private readonly tiers: KnownTiers,
  ) {}

  /** Everything of one subject. */
  async factsOf(rows: RowReader, subject: SubjectRef): Promise<HistoryFacts> {
    return (await this.factsOfMany(rows, [subject])).get(keyOfSubject(subject)) ?? NOTHING;
  }

  /** The same of many subjects with as many statements as of one, by `kind:id`; every subject has an entry. */
  async factsOfMany(rows: RowReader, subjects: readonly SubjectRef[]): Promise<ReadonlyMap<string, HistoryFacts>> {
    const aliases = await readAliases(rows, subjects);
    const all = aliases.map(({ alias }) => alias);
    const grouped = grouping(aliases);
    const ratings = grouped(await readRatingFacts(rows, all));
    const awards = grouped([...(await readAwardFacts(rows, all)), ...(await this.awardsOfCases(rows, all))]);
    const initiatives = grouped(await readInitiativeFacts(rows, all));
    const disciplines = grouped(await readDisciplineFacts(rows, all));
    const found = await this.cases.freezesOf(rows, all);
    const freezes = grouped(found.map(({ subject, freeze }) => ({ subject, fact: freeze })));
    return new Map(
      subjects.map(keyOfSubject).map((key) => [
        key,
        {
          ratings: ratings.get(key) ?? [],
          awards: awards.get(key) ?? [],
          initiatives: initiatives.get(key) ?? [],
          disciplines: disciplines.get(key) ?? [],
          freezes: freezes.get(key) ?? [],
        },
      ]),
    );
  }

  private async awardsOfCases(rows: RowReader, subjects: readonly SubjectRef[]): Promise<readonly Of<AwardFact>[]> {
    const awards = await this.cases.awardsOf(rows, subjects);
    return awards.map(({ subject, ...award }) => ({ subject, fact: this.named(award) }));
  }

  private named(award: Omit<CaseAward, 'subject'>): AwardFact {
    const known = this.tiers.of(award.tier);
    return { ...award, source: 'case', name: known?.tierName ?? award.tier, kind: known?.kind ?? null };
  }
}

type Grouped = <Fact extends { readonly id: string }>(
  facts: readonly Of<Fact>[],
) => ReadonlyMap<string, readonly Fact[]>;

/** Facts by the subject that was asked for. One that names two rows of one person, as an initiative may, is there once. */
function grouping(aliases: readonly Alias[]): Grouped {
  const askedBy = new Map<string, string[]>();
  for (const { asked, alias } of aliases) {
    const key = keyOfSubject(alias);
    askedBy.set(key, [...(askedBy.get(key) ?? []), asked]);
  }
  return <Fact extends { readonly id: string }>(facts: readonly Of<Fact>[]) => {
    const found = new Map<string, Map<string, Fact>>();
    for (const { subject, fact } of facts) {
      for (const asked of askedBy.get(keyOfSubject(subject)) ?? []) {
        const known = found.get(asked) ?? new Map<string, Fact>();
        found.set(asked, known.set(fact.id, fact));
      }
    }
    return new Map([...found].map(([asked, byId]) => [asked, [...byId.values()]]));
  };
}
