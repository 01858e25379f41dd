import type { RefusalEntry } from '../kernel';
import type { PledgeGuardName } from './pledge.guards';
import { measuresBelowAssigned, measuresWithoutValue } from './pledge.rules';
import type { PledgeCommand, PledgeCommandOf, PledgeContext } from './pledge.types';

type Entry = RefusalEntry<PledgeContext, PledgeCommand>;

const known = (code: string, vi: string, en: string, params?: Entry['params']): Entry => ({
  code: `PLEDGE.${code}`,
  message: { vi, en },
  ...(params ? { params } : {}),
});

const input = (code: string, vi: string, en: string, params?: Entry['params']): Entry => ({
  ...known(code, vi, en, params),
  needsInput: true,
});

const amendedValues = (command: PledgeCommand): PledgeContext['values'] =>
  (command as PledgeCommandOf<'pledge.amend'>).input.values;

/** What each guard of a pledge says when it does not hold: one entry per guard. */
export const pledgeRefusals: Readonly<Record<PledgeGuardName, Entry>> = {
  unitIsInCampaign: known(
    'UNIT_NOT_IN_CAMPAIGN',
    'Kế hoạch của phong trào không nêu đơn vị này (hoặc một đơn vị cùng ký giao ước).',
    'The plan of the campaign does not name this unit, or one of the units that sign the agreement.',
  ),
  campaignIsRunning: known(
    'CAMPAIGN_NOT_RUNNING',
    'Phong trào chưa phát động, đang tạm dừng hoặc đã kết thúc.',
    'The campaign has not been launched, is suspended, or has ended.',
  ),
  registrationIsOpen: known(
    'REGISTRATION_CLOSED',
    'Đã khóa đăng ký thi đua; hãy đề nghị cơ quan thường trực gia hạn hoặc mở lại.',
    'Registration is closed; ask the standing office to extend or reopen it.',
  ),
  unitHasNoOtherPledge: known(
    'UNIT_HAS_PLEDGE',
    'Đơn vị (hoặc cá nhân) đã có một đăng ký thi đua trong phong trào này; hãy sửa hoặc rút đăng ký đó.',
    'The unit, or the person, has a pledge in this campaign already; revise or withdraw that one.',
  ),
  personPledgesAlone: input(
    'PERSON_IN_AGREEMENT',
    'Cá nhân chỉ đăng ký thi đua; giao ước do các đơn vị ký.',
    'A person registers alone; agreements are signed by units.',
  ),
  personIsOfUnit: input(
    'PERSON_NOT_OF_UNIT',
    'Không tìm thấy cá nhân này trong đơn vị.',
    'There is no such person in the unit.',
  ),
  agreementHasMembers: input(
    'AGREEMENT_WITHOUT_MEMBERS',
    'Giao ước phải có từ hai đơn vị trở lên cùng ký, trong đó có đơn vị lập giao ước.',
    'An agreement needs at least two units that sign it, the preparing unit among them.',
  ),
  everyMeasureIsOfTheCampaign: input(
    'UNKNOWN_MEASURE',
    'Có số liệu cho một tiêu chí không thuộc kế hoạch giao cho đơn vị này.',
    'A value is given for a measure that the plan does not set for this unit.',
  ),
  everyMandatoryMeasureHasAValue: known(
    'VALUES_MISSING',
    'Còn {count} tiêu chí bắt buộc chưa có mức đăng ký.',
    'Pledge a value for every mandatory measure; still missing: {count}.',
    (context, command) => ({ count: measuresWithoutValue(command.facts.measures, context.values).length }),
  ),
  noValueIsBelowTheAssignedWithoutReason: known(
    'BELOW_ASSIGNED',
    'Có {count} tiêu chí đăng ký kém mức được giao mà chưa nêu lý do; hãy nâng mức đăng ký hoặc nêu lý do.',
    'Pledged values below the assigned ones without a reason: {count}. Raise them or give a reason for each.',
    (context, command) => ({ count: measuresBelowAssigned(command.facts.measures, context.values).length }),
  ),
  everyMandatoryMeasureKeepsAValue: input(
    'AMENDED_VALUES_MISSING',
    'Nội dung điều chỉnh bỏ sót {count} tiêu chí bắt buộc; hãy ghi mức đăng ký cho mọi tiêu chí bắt buộc.',
    'Mandatory measures that the amendment leaves without a value: {count}. Give a value for every one.',
    (_, command) => ({ count: measuresWithoutValue(command.facts.measures, amendedValues(command)).length }),
  ),
  noValueFallsBelowTheAssignedWithoutReason: input(
    'AMENDED_BELOW_ASSIGNED',
    'Nội dung điều chỉnh hạ {count} tiêu chí xuống kém mức được giao mà không nêu lý do riêng.',
    'Values that the amendment takes below the assigned ones without a reason: {count}. Give a reason for each.',
    (_, command) => ({ count: measuresBelowAssigned(command.facts.measures, amendedValues(command)).length }),
  ),
  allMembersSigned: known(
    'NOT_ALL_SIGNED',
    'Còn {count} đơn vị chưa ký.',
    'Units that still have to sign: {count}.',
    ({ memberUnitIds, signedUnitIds }) => ({
      count: memberUnitIds.filter((id) => !signedUnitIds.includes(id)).length,
    }),
  ),
  signerIsAMember: input(
    'SIGNER_NOT_A_MEMBER',
    'Đơn vị này không phải là bên ký của bản đăng ký hoặc giao ước.',
    'This unit is not one of those that sign this pledge.',
  ),
  notSignedYet: input(
    'ALREADY_SIGNED',
    'Đơn vị này đã ký; chỉ ký lại khi nội dung đăng ký thay đổi.',
    'This unit has signed already; it signs again only when the values change.',
  ),
  reportHasValues: input(
    'REPORT_EMPTY',
    'Báo cáo phải có số liệu của ít nhất một tiêu chí.',
    'A report needs a value for at least one measure.',
  ),
  reportIsNotFromTheFuture: input(
    'REPORT_FROM_THE_FUTURE',
    'Ngày chốt số liệu {asOf} chưa đến.',
    'The day {asOf} up to which the report counts is still to come.',
    (_, command) => ({ asOf: (command as PledgeCommandOf<'pledge.report'>).input.asOf }),
  ),
  periodIsNotReportedYet: input(
    'PERIOD_ALREADY_REPORTED',
    'Đã có báo cáo kết quả cho kỳ {period}.',
    'There is a report for {period} already.',
    (_, command) => ({ period: (command as PledgeCommandOf<'pledge.report'>).input.period }),
  ),
  reportExists: input(
    'NO_SUCH_REPORT',
    'Không tìm thấy báo cáo cần xác nhận trong đăng ký này.',
    'This pledge has no such report to verify.',
  ),
  reportIsNotVerifiedYet: input(
    'REPORT_ALREADY_VERIFIED',
    'Số liệu của báo cáo này đã được xác nhận.',
    'This report has been verified already.',
  ),
  noReportAwaitsVerification: known(
    'REPORTS_NOT_VERIFIED',
    'Còn {count} báo cáo chưa được xác nhận số liệu; hãy xác nhận trước khi đánh giá.',
    'Reports that still have to be verified before concluding: {count}.',
    ({ reports }) => ({ count: reports.filter((report) => report.status !== 'verified').length }),
  ),
  successorIsKnown: input(
    'UNKNOWN_SUCCESSOR',
    'Không tìm thấy đơn vị kế thừa.',
    'There is no unit that could be the successor under this id.',
  ),
  successorIsAnotherUnit: input(
    'SUCCESSOR_IS_ITSELF',
    'Đơn vị kế thừa phải là đơn vị khác.',
    'The successor must be another unit.',
  ),
  reasonIsGiven: input('REASON_MISSING', 'Hãy nêu lý do.', 'Give a reason.'),
};
