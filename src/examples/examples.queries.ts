import { Injectable } from '@nestjs/common';
import {
  CHANNEL_LABELS,
  EXAMPLE_COMMAND_LABELS,
  EXAMPLE_COMMANDS,
  EXAMPLE_CONSENT_LABELS,
  EXAMPLE_FIELD_LABELS,
  EXAMPLE_KIND_LABELS,
  EXAMPLE_STATE_LABELS,
  mayExample,
} from '../../workflows/example';
import { SubjectDirectory, type SubjectRef } from '../people';
import { actorMay, type Actor } from '../platform/auth/actor';
import { coveredBy, scopeOf, type Scope } from '../platform/auth/scope';
import { NotFoundError } from '../platform/errors/platform.errors';
import type { AvailableCommandsResponse } from '../platform/http/commands/available-commands';
import { allOf } from '../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../platform/http/pages/keyset-page';
import { PrivateTexts, ReadDatabase } from '../platform/persistence';
import { refusal } from '../platform/runner/refusals';
import type { ExampleListQuery } from './dto/example-list.request';
import type { ExampleResponse, ExampleSummary } from './dto/example.response';
import { EXAMPLE_COLUMNS, SUMMARY_COLUMNS, type ExampleRow, type SummaryRow } from './example-columns';
import { examplesWith } from './example-filters';
import { examplePermissions } from './example-permissions';
import { EXAMPLE_FAULTS } from './examples.errors';
import { readLinks, readPublications } from './example-parts.repository';

const NEWEST: Keyset = { name: 'examples.foundOn', sortColumn: 'e.found_on', idColumn: 'e.id', direction: 'desc' };

/** Reads examples that the actor's units and those below found. */
@Injectable()
export class ExamplesQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly subjects: SubjectDirectory,
    private readonly privateTexts: PrivateTexts,
  ) {}

  /** A page of examples, the latest found first. */
  async list(scope: Scope, query: ExampleListQuery): Promise<Page<ExampleSummary>> {
    const { where, orderBy, limit } = keysetPage(NEWEST, query);
    const filters = await examplesWith(this.reads, this.subjects, query);
    const condition = allOf([coveredBy(scope, 'e.unit_path'), where, ...filters]);
    const rows = await this.reads.rows<SummaryRow>(
      `SELECT ${SUMMARY_COLUMNS} FROM examples e WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    const named = await this.named(rows);
    return pageOf(NEWEST, query, named, {
      key: ({ foundOn, id }) => ({ value: foundOn, id }),
      item: (example) => example,
    });
  }

  /** One example. Throws NotFoundError, also when it is out of scope. */
  async one(scope: Scope, id: string): Promise<ExampleResponse> {
    const row = await this.inScope(scope, id);
    const [summary] = await this.named([row]);
    const publications = await readPublications(this.reads, id);
    const { account, consentOn, consentNote, reviewedAt, review, withdrawnAt, withdrawal } = row;
    const commitments = [account, consentNote, review, withdrawal, ...publications.map(({ link }) => link)];
    const texts = await this.privateTexts.readTexts(
      this.reads,
      commitments.filter((each) => each !== null && each !== '') as string[],
    );
    const said = (commitment: string | null): string | null => texts.get(commitment ?? '') ?? null;
    return {
      ...(summary as Omit<ExampleSummary, never>),
      ...{ account: said(account), evidence: JSON.parse(row.evidence) as string[], consentOn, reviewedAt, withdrawnAt },
      ...{ consentNote: said(consentNote), review: said(review), withdrawal: said(withdrawal) },
      publications: publications.map(({ link, ...each }) => {
        return { ...each, channelLabel: CHANNEL_LABELS[each.channel], link: said(link) };
      }),
      links: await readLinks(this.reads, id),
    };
  }

  /** What the actor can do with an example, and why not. Throws NotFoundError. */
  async commandsOf(actor: Actor, id: string): Promise<AvailableCommandsResponse> {
    const { unitPath, kind, state, consent, ...row } = await this.inScope(scopeOf(actor), id);
    const [summary] = await this.named([{ ...row, kind, state, consent }]);
    const facts = { kind, state, consent, isErased: summary?.isErased ?? false };
    const items = EXAMPLE_COMMANDS.map((type) => {
      const permissions = examplePermissions(type).filter((each) => each !== 'system');
      const isPermitted = actor.isSystem || actorMay(actor, permissions, unitPath);
      const reasons = mayExample(type, facts).map((fault) => refusal(EXAMPLE_FAULTS[fault]));
      const isPossible = isPermitted && reasons.length === 0;
      const label = EXAMPLE_COMMAND_LABELS[type];
      return { type, label, isPossible, isPermitted, permissions, reasons, dependsOnInput: [] };
    });
    return { items };
  }

  private async inScope(scope: Scope, id: string): Promise<ExampleRow> {
    const condition = allOf([{ sql: 'e.id = ?', params: [id] }, coveredBy(scope, 'e.unit_path')]);
    const [row] = await this.reads.rows<ExampleRow>(
      `SELECT ${EXAMPLE_COLUMNS} FROM examples e WHERE ${condition.sql}`,
      condition.params,
    );
    if (!row) throw new NotFoundError('example', id);
    return row;
  }

  /** Rows with the words for them and the names of whom they are about. */
  private async named(rows: readonly SummaryRow[]): Promise<readonly Omit<ExampleSummary, never>[]> {
    const refs = rows.flatMap(({ subjectKind: kind, subjectId: id }): SubjectRef[] =>
      kind === null || id === null ? [] : [{ kind, id }],
    );
    const labels = new Map((await this.subjects.labelsOf(this.reads, refs)).map((label) => [label.id, label]));
    return rows.map(({ id, kind, subjectId, title, field, campaignId, unitId, foundOn, state, consent, version }) => ({
      ...{ id, kind, kindLabel: EXAMPLE_KIND_LABELS[kind], subjectId },
      subjectName: subjectId === null ? null : (labels.get(subjectId)?.name ?? ''),
      ...{ title, field, fieldLabel: EXAMPLE_FIELD_LABELS[field], campaignId, unitId, foundOn },
      ...{
        state,
        stateLabel: EXAMPLE_STATE_LABELS[state],
        consent,
        consentLabel: EXAMPLE_CONSENT_LABELS[consent],
        version,
      },
      isErased: labels.get(subjectId ?? '')?.isErased ?? false,
    }));
  }
}
