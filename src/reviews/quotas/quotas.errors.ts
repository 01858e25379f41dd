import type { RefusalText } from '../../platform/runner/refusals';

/** Why a change of the quotas is refused. */
export const QUOTA_REFUSALS = {
  alreadyOpen: {
    code: 'QUOTA.ALREADY_OPEN',
    vi: 'Hội đồng đã có chỉ tiêu đang áp dụng cho mức khen này trong phong trào: hãy kết thúc chỉ tiêu cũ trước',
    en: 'The council has an open quota for this tier and campaign: close it first',
  },
  unknownCouncil: {
    code: 'QUOTA.UNKNOWN_COUNCIL',
    vi: 'Không có Hội đồng này trong phạm vi của bạn',
    en: 'There is no such council within your scope',
  },
  unknownCampaign: {
    code: 'QUOTA.UNKNOWN_CAMPAIGN',
    vi: 'Hội đồng này không có phong trào đó',
    en: 'The council has no such campaign',
  },
  placesNotStated: {
    code: 'QUOTA.PLACES_NOT_STATED',
    vi: 'Hãy nêu số chỉ tiêu, hoặc tỷ lệ và số gốc để tính: một trong hai cách',
    en: 'State the number of places, or the share and its base: one of the two',
  },
  tooManyPlaces: {
    code: 'QUOTA.TOO_MANY_PLACES',
    vi: 'Tỷ lệ và số gốc cho ra quá nhiều suất (tối đa 100.000); hãy kiểm tra lại',
    en: 'The share of this base makes more than 100,000 places; check both',
  },
  yearNotStated: {
    code: 'QUOTA.YEAR_NOT_STATED',
    vi: 'Quy định có tỷ lệ theo năm cho mức khen này: hãy nêu năm thành tích',
    en: 'The rules limit this tier by the year: state the year of the achievements',
  },
  aboveRule: {
    code: 'QUOTA.ABOVE_RULE',
    vi: 'Quy định chỉ cho {places} suất {tier} ({share} của {base}): Hội đồng được đặt ít hơn, không được đặt {asked}',
    en: 'The rules allow {places} places of {tier} ({share} of {base}): the council may set less, not {asked}',
  },
  closed: {
    code: 'QUOTA.CLOSED',
    vi: 'Chỉ tiêu này đã kết thúc',
    en: 'This quota is closed',
  },
  noPlace: {
    code: 'QUOTA.NO_PLACE',
    vi: 'Trường hợp này không giữ chỉ tiêu nào',
    en: 'This item has no place of the quota',
  },
  placeIsKept: {
    code: 'QUOTA.PLACE_IS_KEPT',
    vi: 'Trường hợp này vẫn còn hiệu lực nên giữ chỉ tiêu: chỉ trả chỉ tiêu khi đã rút, bị từ chối hoặc xét lại',
    en: 'The case still stands and keeps its place: a place falls free once the case is withdrawn, refused or judged anew',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
