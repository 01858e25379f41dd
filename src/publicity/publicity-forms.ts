import { PUBLICITY_COMMAND_LABELS, type PublicityCommand } from '../../workflows/publicity';
import type { RegisterForm } from '../platform/runner/feature-commands';
import { entriesOf, type RefusalText } from '../platform/runner/refusals';
import {
  AddPieceRequest,
  DropPieceRequest,
  ExtendPieceRequest,
  PlanPublicityRequest,
  ReportPieceRequest,
  WithdrawReportRequest,
} from './dto/publicity.request';
import { publicityPermissions } from './publicity-permissions';
import { PUBLICITY_REFUSALS, SPAN_FAULTS, TERM_FAULTS } from './publicity.errors';

type Type = PublicityCommand | 'publicity.plan';

const TERM = Object.values(TERM_FAULTS);
const PIECE = entriesOf(PUBLICITY_REFUSALS, 'unknownPiece');

function form(
  type: Type,
  parts: Pick<RegisterForm, 'input' | 'texts' | 'opens'>,
  refusals: readonly RefusalText[],
): RegisterForm {
  return { ...parts, label: PUBLICITY_COMMAND_LABELS[type], permissions: publicityPermissions(type), refusals };
}

/** The form of every command on publicity plans. */
export const publicityForms: Readonly<Record<Type, RegisterForm>> = {
  'publicity.plan': form(
    'publicity.plan',
    { input: PlanPublicityRequest, opens: true },
    entriesOf(PUBLICITY_REFUSALS, 'campaignOver', 'alreadyPlanned'),
  ),
  'publicity.addPiece': form('publicity.addPiece', { input: AddPieceRequest }, [
    ...entriesOf(PUBLICITY_REFUSALS, 'campaignOver', 'oneCharged', 'unknownUnit', 'tooManyPieces', 'badFigure'),
    ...TERM,
    ...entriesOf(PUBLICITY_REFUSALS, 'codeTaken'),
  ]),
  'publicity.extendPiece': form('publicity.extendPiece', { input: ExtendPieceRequest, texts: ['reason'] }, [
    ...PIECE,
    // Its first day and what it is counted by stay as they were.
    ...entriesOf(TERM_FAULTS, 'endsBeforeStart', 'tooLong', 'notWholeMonths'),
    ...entriesOf(PUBLICITY_REFUSALS, 'campaignOver', 'reportedBeyond'),
  ]),
  'publicity.dropPiece': form('publicity.dropPiece', { input: DropPieceRequest, texts: ['reason'] }, PIECE),
  'publicity.report': form('publicity.report', { input: ReportPieceRequest }, [
    ...PIECE,
    ...Object.values(SPAN_FAULTS),
    ...entriesOf(PUBLICITY_REFUSALS, 'badValue', 'inTheFuture'),
  ]),
  'publicity.withdrawReport': form('publicity.withdrawReport', { input: WithdrawReportRequest, texts: ['reason'] }, [
    ...PIECE,
    ...entriesOf(PUBLICITY_REFUSALS, 'unknownReport'),
  ]),
};
