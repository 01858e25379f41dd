import type { Label } from '../kernel';
import type { ExampleConsent, ExampleField, ExampleKind, ExampleState, PublicationChannel } from './example.types';
import type { ExampleCommand } from './may-example';

/** What each kind of example is called. */
export const EXAMPLE_KIND_LABELS: Readonly<Record<ExampleKind, Label>> = {
  person: { vi: 'Cá nhân điển hình', en: 'Person' },
  collective: { vi: 'Tập thể điển hình', en: 'Collective' },
  household: { vi: 'Hộ gia đình điển hình', en: 'Household' },
  model: { vi: 'Mô hình', en: 'Model' },
};

/** What each state is called. */
export const EXAMPLE_STATE_LABELS: Readonly<Record<ExampleState, Label>> = {
  found: { vi: 'Đã phát hiện', en: 'Found' },
  proposed: { vi: 'Đã đề xuất', en: 'Proposed' },
  accepted: { vi: 'Được công nhận để nhân rộng', en: 'Accepted' },
  declined: { vi: 'Chưa được công nhận', en: 'Declined' },
  published: { vi: 'Đã tuyên truyền', en: 'Published' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
};

/** What each answer of those who are named is called. */
export const EXAMPLE_CONSENT_LABELS: Readonly<Record<ExampleConsent, Label>> = {
  notAsked: { vi: 'Chưa hỏi ý kiến', en: 'Not asked' },
  given: { vi: 'Đồng ý', en: 'Given' },
  refused: { vi: 'Không đồng ý', en: 'Refused' },
  withdrawn: { vi: 'Đã rút lại sự đồng ý', en: 'Withdrawn' },
};

/** What each field of life is called. */
export const EXAMPLE_FIELD_LABELS: Readonly<Record<ExampleField, Label>> = {
  economy: { vi: 'Phát triển kinh tế', en: 'Economy' },
  culture: { vi: 'Văn hóa, thể thao', en: 'Culture and sport' },
  education: { vi: 'Giáo dục và đào tạo', en: 'Education' },
  health: { vi: 'Y tế', en: 'Health' },
  environment: { vi: 'Môi trường, cảnh quan đô thị', en: 'Environment' },
  security: { vi: 'Quốc phòng, an ninh', en: 'Defence and security' },
  administration: { vi: 'Cải cách hành chính', en: 'Administrative reform' },
  socialCare: { vi: 'An sinh xã hội, từ thiện', en: 'Social care' },
  partyBuilding: { vi: 'Xây dựng Đảng, hệ thống chính trị', en: 'Party and political system' },
  other: { vi: 'Lĩnh vực khác', en: 'Other' },
};

/** What each channel is called. */
export const CHANNEL_LABELS: Readonly<Record<PublicationChannel, Label>> = {
  press: { vi: 'Báo chí', en: 'Press' },
  television: { vi: 'Truyền hình', en: 'Television' },
  radio: { vi: 'Đài phát thanh', en: 'Radio' },
  loudspeaker: { vi: 'Hệ thống truyền thanh cơ sở', en: 'Loudspeakers' },
  portal: { vi: 'Cổng thông tin điện tử', en: 'Web portal' },
  socialMedia: { vi: 'Mạng xã hội', en: 'Social media' },
  printed: { vi: 'Ấn phẩm, pa nô, áp phích', en: 'Print and posters' },
  event: { vi: 'Hội nghị, giao lưu điển hình', en: 'Meetings and events' },
};

/** What each command on examples and their targets is called. */
export const EXAMPLE_COMMAND_LABELS: Readonly<
  Record<ExampleCommand | 'example.find' | 'exampleTarget.set' | 'exampleTarget.drop', Label>
> = {
  'example.find': { vi: 'Ghi gương điển hình, mô hình mới phát hiện', en: 'Record an example that was found' },
  'example.correct': { vi: 'Sửa thông tin gương điển hình', en: 'Correct an example' },
  'example.propose': { vi: 'Đề xuất công nhận, nhân rộng', en: 'Propose an example' },
  'example.accept': { vi: 'Công nhận để nhân rộng', en: 'Accept an example' },
  'example.decline': { vi: 'Chưa công nhận', en: 'Decline an example' },
  'example.noteConsent': { vi: 'Ghi ý kiến của người được nêu gương', en: 'Note what those named say' },
  'example.publish': { vi: 'Ghi một lần tuyên truyền', en: 'Note a publication' },
  'example.withdraw': { vi: 'Rút gương điển hình', en: 'Withdraw an example' },
  'example.link': { vi: 'Gắn với đối tượng, thành tích hoặc trường hợp đề nghị', en: 'Link an example' },
  'example.unlink': { vi: 'Bỏ gắn', en: 'Remove a link' },
  'exampleTarget.set': { vi: 'Đặt chỉ tiêu phát hiện gương, mô hình', en: 'Set a target for examples' },
  'exampleTarget.drop': { vi: 'Bỏ chỉ tiêu', en: 'Drop a target' },
};
