import { Injectable } from '@nestjs/common';
import {
  CONSULTATION_COMMAND_LABELS,
  CONSULTATION_COMMANDS,
  CONSULTATION_KIND_LABELS,
  CONSULTATION_STATE_LABELS,
  isSilent,
  mayConsultation,
} from '../../../workflows/award';
import type { Instant } from '../../../workflows/kernel';
import { actorMay, type Actor } from '../../platform/auth/actor';
import { coveredBy, scopeOf, type Scope } from '../../platform/auth/scope';
import { Clock } from '../../platform/clock/clock.port';
import { NotFoundError } from '../../platform/errors/platform.errors';
import type { AvailableCommandsResponse } from '../../platform/http/commands/available-commands';
import { allOf, equals } from '../../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../../platform/http/pages/keyset-page';
import { PrivateTexts, ReadDatabase } from '../../platform/persistence';
import { refusal } from '../../platform/runner/refusals';
import { CONSULTATION_FAULTS } from './consultations.errors';
import { CONSULTATION_COLUMNS, countOpenObjections, type ConsultationRecord } from './consultations.repository';
import type { ConsultationListQuery } from './dto/consultation-list.request';
import type { ConsultationListItem, ConsultationResponse, ObjectionResponse } from './dto/consultation.response';

const NEWEST: Keyset = { name: 'consultations.createdAt', sortColumn: 'created_at', idColumn: 'id', direction: 'desc' };

interface ObjectionRow extends Omit<ObjectionResponse, 'text' | 'answer'> {
  readonly text: string;
  readonly answer: string | null;
}

/** Reads consultations. Never writes; every answer is cut to the scope of whoever asks. */
@Injectable()
export class ConsultationsQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly privateTexts: PrivateTexts,
  ) {}

  /** A page of consultations, newest first: those about cases of the actor's units and of the units below. */
  async list(scope: Scope, query: ConsultationListQuery): Promise<Page<ConsultationListItem>> {
    const { where, orderBy, limit } = keysetPage(NEWEST, query);
    const condition = allOf([
      coveredBy(scope, 'unit_path'),
      where,
      ...equals('kind', query.kind),
      ...equals('state', query.state),
      ...equals('case_id', query.caseId),
      ...equals('consolidation_id', query.consolidationId),
    ]);
    const rows = await this.reads.rows<ConsultationRecord>(
      `SELECT ${CONSULTATION_COLUMNS} FROM consultations k WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    const at = this.clock.now();
    return pageOf(NEWEST, query, rows, {
      key: ({ createdAt, id }) => ({ value: createdAt, id }),
      item: (row) => itemOf(row, at),
    });
  }

  /**
   * One consultation, with its objections for the side that asks, which receives them, alone: who objects to a nominee is not
   * to be known to the unit that nominated them. Throws NotFoundError, also when it is out of scope.
   */
  async one(scope: Scope, id: string): Promise<ConsultationResponse> {
    const consultation = await this.inScope(scope, id);
    const isReceived = isWithin(scope, consultation.authorityPath);
    const objections = isReceived ? await this.objectionsOf(id) : null;
    return { ...itemOf(consultation, this.clock.now()), objections };
  }

  /** What the actor can do with a consultation, and why not. Throws NotFoundError. */
  async commandsOf(actor: Actor, id: string): Promise<AvailableCommandsResponse> {
    const scope = scopeOf(actor);
    const consultation = await this.inScope(scope, id);
    // That there is an objection is told to those who receive it alone.
    const isReceived = isWithin(scope, consultation.authorityPath);
    const openObjectionCount = isReceived ? await countOpenObjections(this.reads, id) : 0;
    const facts = { ...consultation, openObjectionCount, at: this.clock.now() };
    const permissions = ['case.keep', 'system'];
    const isPermitted = actorMay(actor, permissions, consultation.authorityPath);
    const items = CONSULTATION_COMMANDS.map((type) => {
      const reasons = mayConsultation(type, facts).map((fault) => refusal(CONSULTATION_FAULTS[fault]));
      const isPossible = isPermitted && reasons.length === 0;
      const label = CONSULTATION_COMMAND_LABELS[type];
      return { type, label, isPossible, isPermitted, permissions, reasons, dependsOnInput: [] };
    });
    return { items };
  }

  private async objectionsOf(id: string): Promise<readonly ObjectionResponse[]> {
    const rows = await this.reads.rows<ObjectionRow>(
      `SELECT id, received_on AS "receivedOn", text, answer, answered_at AS "answeredAt"
       FROM consultation_objections WHERE consultation_id = ? ORDER BY received_on, id`,
      [id],
    );
    const texts = await this.privateTexts.readTexts(
      this.reads,
      rows.flatMap(({ text, answer }) => (answer === null ? [text] : [text, answer])),
    );
    const shown = (commitment: string | null): string | null =>
      commitment === null ? null : (texts.get(commitment) ?? null);
    return rows.map((row) => ({ ...row, text: shown(row.text), answer: shown(row.answer) }));
  }

  private async inScope(scope: Scope, id: string): Promise<ConsultationRecord> {
    const condition = allOf([{ sql: 'k.id = ?', params: [id] }, coveredBy(scope, 'k.unit_path')]);
    const [found] = await this.reads.rows<ConsultationRecord>(
      `SELECT ${CONSULTATION_COLUMNS} FROM consultations k WHERE ${condition.sql}`,
      condition.params,
    );
    if (!found) throw new NotFoundError('consultation', id);
    return found;
  }
}

function isWithin({ everything, unitPaths }: Scope, path: string): boolean {
  return everything || unitPaths.some((each) => path.startsWith(each));
}

function itemOf(record: ConsultationRecord, at: Instant): Omit<ConsultationListItem, never> {
  const { id, kind, caseId, consolidationId, askedBody, place, opensOn, dueOn, state } = record;
  const { answerNumber, answeredOn, version } = record;
  return {
    ...{ id, kind, kindLabel: CONSULTATION_KIND_LABELS[kind], caseId, consolidationId, askedBody, place },
    ...{ opensOn, dueOn, state, stateLabel: CONSULTATION_STATE_LABELS[state] },
    isSilent: kind === 'agencyOpinion' && isSilent({ state, dueOn, at }),
    ...{ answerNumber, answeredOn, version },
  };
}
