import type { RefusalText } from '../../platform/runner/refusals';

/** The command does not fit the state; `{command}` and `{state}` are filled in the language of the sentence. */
export const NOT_IN_STATE = {
  code: 'DOSSIER.NOT_IN_STATE',
  vi: 'Không thể thực hiện “{command}” khi hồ sơ đang ở trạng thái “{state}”.',
  en: '“{command}” is not possible while the dossier is in the state “{state}”.',
} as const satisfies RefusalText;

/** Why a command on a dossier is refused. */
export const DOSSIER_REFUSALS = {
  unitIsDissolved: {
    code: 'DOSSIER.UNIT_IS_DISSOLVED',
    vi: 'Đơn vị này đã sáp nhập hoặc giải thể; hãy lập hồ sơ tại đơn vị kế tục.',
    en: 'This unit was merged or dissolved; begin the dossier at the unit that took over.',
  },
  unknownAuthority: {
    code: 'DOSSIER.UNKNOWN_AUTHORITY',
    vi: 'Đơn vị nhận hồ sơ phải là chính đơn vị trình hoặc một đơn vị cấp trên; hãy chọn đơn vị khác.',
    en: 'The receiving unit must be the submitting unit itself or one above it; choose another one.',
  },
  unknownCampaign: {
    code: 'DOSSIER.UNKNOWN_CAMPAIGN',
    vi: 'Không có phong trào này trong phạm vi của đơn vị; hãy chọn phong trào khác.',
    en: 'There is no such campaign within reach of the unit; choose another one.',
  },
  unknownCycle: {
    code: 'DOSSIER.UNKNOWN_CYCLE',
    vi: 'Phong trào không có đợt xét khen thưởng này; hãy chọn một đợt xét của phong trào.',
    en: 'The campaign has no such award cycle; choose one of its cycles.',
  },
  cycleWithoutCampaign: {
    code: 'DOSSIER.CYCLE_WITHOUT_CAMPAIGN',
    vi: 'Đợt xét khen thưởng thuộc về một phong trào; hãy nêu phong trào.',
    en: 'An award cycle belongs to a campaign; name the campaign.',
  },
  noCases: {
    code: 'DOSSIER.NO_CASES',
    vi: 'Hồ sơ chưa có trường hợp đề nghị nào đang soạn; hãy soạn ít nhất một trường hợp trước khi chuyển.',
    en: 'The dossier has no case in draft; draft at least one before submitting.',
  },
  noPapers: {
    code: 'DOSSIER.PAPERS_MISSING',
    vi: 'Hồ sơ chưa có báo cáo thành tích, biên bản xét hay văn bản nào; hãy bổ sung trước khi chuyển.',
    en: 'The dossier has no report, minutes or other paper yet; add one before submitting.',
  },
  tooManyPapers: {
    code: 'DOSSIER.TOO_MANY_PAPERS',
    vi: 'Hồ sơ đã có số văn bản tối đa; hãy tách thành nhiều hồ sơ.',
    en: 'The dossier holds as many papers as it can; split it into several dossiers.',
  },
  datedInTheFuture: {
    code: 'DOSSIER.DATED_IN_THE_FUTURE',
    vi: 'Ngày của văn bản trình không được ở tương lai.',
    en: 'The submission cannot be dated on a future day.',
  },
  linesWaiting: {
    code: 'DOSSIER.LINES_WAITING',
    vi: 'Danh sách vừa nhập đang được xử lý; hãy đợi xong rồi chuyển hồ sơ.',
    en: 'The names handed in together are still being entered; submit the dossier when they are.',
  },
  tooManyLines: {
    code: 'DOSSIER.TOO_MANY_LINES',
    vi: 'Hồ sơ đã có số dòng tối đa; hãy tách thành nhiều hồ sơ.',
    en: 'The dossier holds as many lines as it can; split it into several dossiers.',
  },
  gapsOpen: {
    code: 'DOSSIER.GAPS_OPEN',
    vi: 'Hồ sơ còn nội dung thiếu chưa bổ sung; hãy xác nhận đã bổ sung hoặc trả lại hồ sơ.',
    en: 'What was found missing has not been added; note that it was, or return the dossier.',
  },
  checklistIncomplete: {
    code: 'DOSSIER.CHECKLIST_INCOMPLETE',
    vi: 'Hồ sơ còn thiếu văn bản theo danh mục: {papers}; hãy bổ sung hoặc trả lại hồ sơ.',
    en: 'Papers of the checklist are missing: {papers}; add them, or return the dossier.',
  },
  noSuchGap: {
    code: 'DOSSIER.NO_SUCH_GAP',
    vi: 'Không có nội dung thiếu này, hoặc đã được bổ sung.',
    en: 'Nothing of this kind is missing, or it was added already.',
  },
  caseElsewhere: {
    code: 'DOSSIER.CASE_ELSEWHERE',
    vi: 'Có trường hợp không nằm trong hồ sơ này.',
    en: 'A case that is named lies in another dossier.',
  },
  dueInThePast: {
    code: 'DOSSIER.DUE_IN_THE_PAST',
    vi: 'Hạn thẩm định phải từ hôm nay trở đi.',
    en: 'The appraisal cannot be due before today.',
  },
  campaignClosed: {
    code: 'DOSSIER.CAMPAIGN_CLOSED',
    vi: 'Phong trào chưa mở hoặc đã hết hạn nhận hồ sơ khen thưởng của đợt này; hãy đề nghị mở đợt xét hoặc gia hạn.',
    en: 'The campaign does not take dossiers for this award cycle, or no longer; ask for a cycle or an extension.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
