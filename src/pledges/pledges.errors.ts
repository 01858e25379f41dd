import { fillLabel, type Refusal } from '../../workflows/kernel';
import type { RefusalText } from '../platform/runner/refusals';

/** Why a pledge or a report is refused by rules of the measures, which the machine does not see. */
export const PLEDGE_REFUSALS = {
  noCommonUnit: {
    code: 'PLEDGE.MEMBERS_WITHOUT_COMMON_UNIT',
    vi: 'Các đơn vị ký giao ước phải cùng trực thuộc một đơn vị cấp trên.',
    en: 'The units that sign an agreement must have a unit above them in common.',
  },
  unitIsDissolved: {
    code: 'PLEDGE.UNIT_DISSOLVED',
    vi: 'Đơn vị (hoặc một đơn vị cùng ký giao ước) đã được sáp nhập hoặc giải thể: hãy đăng ký cho đơn vị tiếp nhận.',
    en: 'The unit, or one of the units that sign the agreement, was merged or dissolved: pledge for the unit that took over.',
  },
  personPledgedTwice: {
    code: 'PLEDGE.PERSON_PLEDGED_TWICE',
    vi: 'Cả hai dòng của người này đều có đăng ký thi đua trong một phong trào: hãy rút một đăng ký trước.',
    en: 'Both rows of the person have a pledge in one campaign: withdraw one of them first.',
  },
  impossibleValue: {
    code: 'PLEDGE.IMPOSSIBLE_VALUE',
    vi: 'Giá trị của tiêu chí {measures} không thể có: thứ hạng và số lượng phải là số nguyên trong phạm vi của tiêu chí.',
    en: 'Measures {measures} cannot have this value: places and counts are whole numbers within the range of the measure.',
  },
  percentSaysNothing: {
    code: 'PLEDGE.PERCENT_SAYS_NOTHING',
    vi: 'Kết quả của tiêu chí {measures} không thể chỉ ghi bằng tỷ lệ phần trăm kế hoạch; hãy ghi giá trị.',
    en: 'The result of the measures {measures} cannot be given in per cent of the plan alone; give the value.',
  },
  evidenceAstray: {
    code: 'PLEDGE.EVIDENCE_ASTRAY',
    vi: 'Tài liệu chứng minh nêu tiêu chí {measures} không có trong báo cáo.',
    en: 'Papers are given for the measures {measures}, which the report says nothing of.',
  },
  planNotNamed: {
    code: 'PLEDGE.PLAN_NOT_NAMED',
    vi: 'Tiêu chí {measures} có nhiều kế hoạch: hãy nêu kết quả được tính theo kế hoạch nào.',
    en: 'Measures {measures} have several plans: say which one the result is about.',
  },
  unknownPlan: {
    code: 'PLEDGE.UNKNOWN_PLAN',
    vi: 'Tiêu chí {measures} không có kế hoạch mang tên này.',
    en: 'Measures {measures} have no plan of this name.',
  },
  notInReport: {
    code: 'PLEDGE.NOT_IN_REPORT',
    vi: 'Báo cáo không nêu số liệu của tiêu chí {measures}: chỉ xác nhận những gì đã báo cáo.',
    en: 'The report gives no value for the measures {measures}: only what was reported can be verified.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;

/** The refusal that names the measures concerned; none when there are none. */
export function measureRefusals({ code, vi, en }: RefusalText, measureCodes: readonly string[]): readonly Refusal[] {
  if (measureCodes.length === 0) return [];
  return [{ code, message: fillLabel({ vi, en }, { measures: measureCodes.join(', ') }) }];
}
