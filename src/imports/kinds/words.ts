/** What tables call the words of the program's closed lists. */
export const UNIT_KIND_WORDS = {
  province: ['Tỉnh', 'Thành phố'],
  district: ['Quận', 'Huyện', 'Thị xã'],
  ward: ['Phường'],
  commune: ['Xã'],
  specialZone: ['Đặc khu'],
  department: ['Sở', 'Ban', 'Ngành', 'Phòng', 'Cơ quan'],
  school: ['Trường', 'Trường học'],
  enterprise: ['Doanh nghiệp', 'Công ty'],
  association: ['Hội', 'Hiệp hội', 'Đoàn thể'],
  party: ['Cơ quan Đảng', 'Đảng'],
  other: ['Khác'],
} as const;

export const UNIT_LEVEL_WORDS = {
  state: ['Nhà nước', 'Trung ương'],
  province: ['Tỉnh', 'Cấp tỉnh'],
  district: ['Huyện', 'Cấp huyện'],
  commune: ['Xã', 'Cấp xã'],
  unit: ['Đơn vị', 'Cơ sở'],
} as const;

export const GENDER_WORDS = { male: ['Nam'], female: ['Nữ'], other: ['Khác'] } as const;

export const SUBJECT_WORDS = {
  person: ['Cá nhân'],
  collective: ['Tập thể'],
  household: ['Hộ gia đình', 'Hộ'],
} as const;

export const PERIOD_WORDS = { calendarYear: ['Năm', 'Năm công tác'], schoolYear: ['Năm học'] } as const;

export const RATING_WORDS = {
  notCompleted: ['Không hoàn thành nhiệm vụ', 'Không hoàn thành'],
  completed: ['Hoàn thành nhiệm vụ', 'Hoàn thành'],
  good: ['Hoàn thành tốt nhiệm vụ', 'Hoàn thành tốt'],
  excellent: ['Hoàn thành xuất sắc nhiệm vụ', 'Hoàn thành xuất sắc'],
} as const;

export const COMMENDATION_WORDS = {
  merit: ['Công trạng', 'Theo công trạng'],
  sudden: ['Đột xuất'],
  thematic: ['Chuyên đề', 'Theo chuyên đề'],
  longService: ['Cống hiến', 'Quá trình cống hiến'],
  yearsOfService: ['Niên hạn'],
  foreignRelations: ['Đối ngoại'],
} as const;

export const FAMILY_WORDS = { state: ['Nhà nước', 'Chính quyền'], party: ['Đảng'] } as const;

export const AWARD_KIND_WORDS = {
  title: ['Danh hiệu', 'Danh hiệu thi đua'],
  form: ['Hình thức', 'Hình thức khen thưởng'],
} as const;

export const INITIATIVE_KIND_WORDS = {
  initiative: ['Sáng kiến'],
  research: ['Đề tài', 'Đề tài khoa học', 'Đề án khoa học'],
} as const;

export const INITIATIVE_SCOPE_WORDS = {
  unit: ['Cơ sở', 'Cấp cơ sở'],
  province: ['Tỉnh', 'Cấp tỉnh', 'Bộ, ban, ngành, tỉnh', 'Thành phố'],
  nation: ['Toàn quốc', 'Cấp toàn quốc'],
} as const;
