import type { RefusalText } from '../../platform/runner/refusals';

/** Why a command on a case is refused by what lies beside its machine. */
export const CASE_REFUSALS = {
  dossierNotOpen: {
    code: 'AWARD.DOSSIER_NOT_OPEN',
    vi: 'Hồ sơ đã chuyển đi nên không thể thêm trường hợp; hãy lập hồ sơ khác.',
    en: 'The dossier is on its way and takes no further case; draft another dossier.',
  },
  dossierNotSubmitted: {
    code: 'AWARD.DOSSIER_NOT_SUBMITTED',
    vi: 'Trường hợp đề nghị được chuyển cùng với hồ sơ; hãy chuyển hồ sơ trước.',
    en: 'A case is submitted with its dossier; submit the dossier first.',
  },
  routeChanged: {
    code: 'AWARD.ROUTE_CHANGED',
    vi: 'Quy định áp dụng vào ngày trình khác với khi soạn; hãy sửa trường hợp đề nghị để áp dụng quy định mới.',
    en: 'The rules of the day of submission differ from those of the draft; revise the case to take them over.',
  },
  otherRelease: {
    code: 'AWARD.OTHER_RELEASE',
    vi: 'Phong trào áp dụng phiên bản quy tắc không còn lưu ở hệ thống; hãy áp dụng phiên bản đang dùng cho phong trào.',
    en: 'The campaign rests on a release of the rules that is not kept here; adopt the release in use for the campaign.',
  },
  tierNotForSubject: {
    code: 'AWARD.TIER_NOT_FOR_SUBJECT',
    vi: 'Danh hiệu, hình thức khen thưởng này không dành cho loại đối tượng đó; hãy chọn mức khác.',
    en: 'This tier is not given to that kind of subject; choose another tier.',
  },
  decisionNotInForce: {
    code: 'AWARD.DECISION_NOT_IN_FORCE',
    vi: 'Quyết định không còn hiệu lực hoặc không có tên trường hợp này.',
    en: 'The decision is not in force, or does not name this case.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
