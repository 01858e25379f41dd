import type { AgendaItem } from '../../workflows/review';
import { derivedId } from '../platform/ids/derived-id';
import type { FeatureCommand } from '../platform/runner/feature-commands';
import type { PutOnAgendaRequest } from './dto/put-on-agenda.request';
import { ruleOfQuestion } from './dto/question.request';
import type { PaperCountRequest, RecordPaperRequest } from './dto/record-paper.request';

/** The machine's input from the request's. Items get their ids here, so that a command sent again names the same ones. */
export function machineInput(command: FeatureCommand): object {
  const { type, input } = command;
  if (type === 'review.putOnAgenda') return { items: agendaItems(command, input) };
  if (type === 'review.recordPaper') {
    const { counts } = input as RecordPaperRequest;
    return { counts: Object.fromEntries(counts.map((count) => [count.itemId, itemCount(count)])) };
  }
  return input;
}

/** Whether count minutes give two counts of one item, or of one option: which of them holds nobody could say. */
export function countsTwice({ type, input }: FeatureCommand): boolean {
  if (type !== 'review.recordPaper') return false;
  const { counts } = input as RecordPaperRequest;
  const named = [
    counts.map(({ itemId }) => itemId),
    ...counts.map(({ votes = [] }) => votes.map((each) => each.optionId)),
  ];
  return named.some((ids) => new Set(ids).size < ids.length);
}

function agendaItems(
  { actor, commandId }: FeatureCommand,
  { caseIds = [], questions = [] }: PutOnAgendaRequest,
): readonly AgendaItem[] {
  return [
    ...caseIds.map((caseId) => ({ itemId: derivedId('item', actor.id, commandId, caseId), caseId })),
    ...questions.map((question, index) => ({
      itemId: derivedId('item', actor.id, commandId, `question ${index}`),
      caseId: null,
      title: question.title,
      rule: ruleOfQuestion(question),
    })),
  ];
}

function itemCount({ itemId: _, votes, ...count }: PaperCountRequest): object {
  if (votes === undefined) return count;
  return { ...count, votes: Object.fromEntries(votes.map(({ optionId, votes: number }) => [optionId, number])) };
}
