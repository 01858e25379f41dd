import type { ImportColumn, ImportKindName } from '../../workflows/import';

/** The column that names the unit of a row. */
const UNIT_COLUMN: ImportColumn = { name: 'unitCode', headings: ['Mã đơn vị', 'Unit code'] };

/** The columns that name the subject of a row; `more` are further headings of the name. */
function subjectColumns(...more: readonly string[]): readonly ImportColumn[] {
  return [
    { name: 'subjectKind', headings: ['Loại đối tượng', 'Subject kind'] },
    { name: 'name', headings: ['Họ và tên', 'Họ tên', 'Tên', 'Name', ...more], isRequired: true },
    { name: 'birthday', headings: ['Ngày sinh', 'Birthday'] },
    { name: 'nationalId', headings: ['Số định danh', 'Số CCCD', 'National id'] },
    UNIT_COLUMN,
  ];
}

/** The columns of every kind of file, in the order in which they are told. */
export const IMPORT_COLUMNS: Readonly<Record<ImportKindName, readonly ImportColumn[]>> = {
  units: [
    { name: 'code', headings: ['Mã đơn vị', 'Mã', 'Unit code'], isRequired: true },
    { name: 'name', headings: ['Tên đơn vị', 'Tên', 'Unit name'], isRequired: true },
    { name: 'kind', headings: ['Loại đơn vị', 'Loại', 'Kind'], isRequired: true },
    { name: 'level', headings: ['Cấp', 'Level'], isRequired: true },
    { name: 'parentCode', headings: ['Mã đơn vị cấp trên', 'Parent code'] },
    { name: 'validFrom', headings: ['Từ ngày', 'Valid from'], isRequired: true },
    { name: 'validTo', headings: ['Đến ngày', 'Valid to'] },
    { name: 'isOutside', headings: ['Ngoài phạm vi quản lý', 'Is outside'] },
  ],
  people: [
    { name: 'name', headings: ['Họ và tên', 'Họ tên', 'Full name'], isRequired: true },
    { name: 'birthday', headings: ['Ngày sinh', 'Ngày tháng năm sinh'] },
    { name: 'gender', headings: ['Giới tính'] },
    { name: 'nationalId', headings: ['Số định danh', 'Số định danh cá nhân', 'Số CCCD', 'National id'] },
    { name: 'isDirectWorker', headings: ['Lao động trực tiếp', 'Direct worker'] },
    { name: 'isLeader', headings: ['Lãnh đạo, quản lý', 'Lãnh đạo', 'Leader'] },
    { name: 'leaderLevel', headings: ['Cấp lãnh đạo', 'Cấp lãnh đạo, quản lý', 'Level of leadership'] },
    UNIT_COLUMN,
  ],
  collectives: [{ name: 'name', headings: ['Tên tập thể', 'Tập thể', 'Collective'], isRequired: true }, UNIT_COLUMN],
  households: [
    { name: 'headName', headings: ['Chủ hộ', 'Họ tên chủ hộ', 'Head of household'], isRequired: true },
    { name: 'address', headings: ['Địa chỉ', 'Address'] },
    UNIT_COLUMN,
  ],
  ratings: [
    ...subjectColumns(),
    { name: 'period', headings: ['Kỳ', 'Period'] },
    { name: 'year', headings: ['Năm', 'Year'], isRequired: true },
    { name: 'rating', headings: ['Xếp loại', 'Mức xếp loại', 'Rating'], isRequired: true },
    { name: 'ratedBy', headings: ['Cơ quan xếp loại', 'Rated by'], isRequired: true },
  ],
  cases: [
    ...subjectColumns(),
    { name: 'tier', headings: ['Mã danh hiệu', 'Danh hiệu, hình thức', 'Tier'], isRequired: true },
    { name: 'commendation', headings: ['Loại hình khen thưởng', 'Commendation'], isRequired: true },
    { name: 'achievedFrom', headings: ['Thành tích từ ngày', 'Achieved from'], isRequired: true },
    { name: 'achievedTo', headings: ['Thành tích đến ngày', 'Achieved to'], isRequired: true },
    { name: 'simple', headings: ['Thủ tục đơn giản', 'Simple procedure'] },
  ],
  awardRecords: [
    ...subjectColumns(),
    { name: 'number', headings: ['Số quyết định', 'Decision number'], isRequired: true },
    { name: 'symbol', headings: ['Ký hiệu', 'Ký hiệu quyết định', 'Decision symbol'] },
    { name: 'issuer', headings: ['Cơ quan ban hành', 'Cơ quan quyết định', 'Issuer'], isRequired: true },
    { name: 'issuedOn', headings: ['Ngày quyết định', 'Ngày ban hành', 'Issued on'], isRequired: true },
    { name: 'tier', headings: ['Danh hiệu, hình thức', 'Mã danh hiệu', 'Danh hiệu', 'Tier'], isRequired: true },
    { name: 'family', headings: ['Hệ', 'Hệ khen thưởng', 'Family'] },
    { name: 'kind', headings: ['Loại', 'Loại khen thưởng', 'Kind'] },
    { name: 'achievedFrom', headings: ['Thành tích từ ngày', 'Achieved from'] },
    { name: 'achievedTo', headings: ['Thành tích đến ngày', 'Achieved to'] },
    { name: 'amount', headings: ['Tiền thưởng', 'Số tiền', 'Amount'] },
  ],
  initiatives: [
    { name: 'title', headings: ['Tên sáng kiến', 'Tên sáng kiến, đề tài', 'Title'], isRequired: true },
    { name: 'kind', headings: ['Loại', 'Kind'] },
    { name: 'scope', headings: ['Phạm vi ảnh hưởng', 'Phạm vi', 'Scope'], isRequired: true },
    ...subjectColumns('Tác giả', 'Author'),
    { name: 'coAuthors', headings: ['Đồng tác giả', 'Co-authors'] },
    { name: 'number', headings: ['Số văn bản công nhận', 'Số quyết định', 'Paper number'], isRequired: true },
    { name: 'issuer', headings: ['Cơ quan công nhận', 'Recognised by'], isRequired: true },
    { name: 'date', headings: ['Ngày công nhận', 'Recognised on'], isRequired: true },
    { name: 'effect', headings: ['Hiệu quả', 'Hiệu quả áp dụng', 'Effect'] },
  ],
  initiativeUses: [
    ...subjectColumns('Tác giả', 'Author'),
    { name: 'title', headings: ['Tên sáng kiến', 'Tên sáng kiến, đề tài', 'Title'], isRequired: true },
    { name: 'date', headings: ['Ngày công nhận', 'Recognised on'] },
    { name: 'number', headings: ['Số quyết định', 'Decision number'], isRequired: true },
    { name: 'symbol', headings: ['Ký hiệu', 'Ký hiệu quyết định', 'Decision symbol'] },
    { name: 'issuedOn', headings: ['Ngày quyết định', 'Ngày ban hành', 'Issued on'], isRequired: true },
    { name: 'tier', headings: ['Danh hiệu, hình thức', 'Mã danh hiệu', 'Danh hiệu', 'Tier'], isRequired: true },
    { name: 'family', headings: ['Hệ', 'Hệ khen thưởng', 'Family'] },
    { name: 'kind', headings: ['Loại', 'Loại khen thưởng', 'Kind'] },
    { name: 'overrideReason', headings: ['Lý do dùng lại', 'Reason to use it again'] },
  ],
};
