import { addMilliseconds, localDateOf, MS_PER_HOUR, type Instant } from '../../../workflows/kernel';
import type { ItemResultResponse } from '../dto/item-result.response';
import type {
  CountMinutesResponse,
  MinutesItem,
  MinutesMember,
  MinutesResponse,
  MinutesSignature,
} from './minutes.response';

const SEATS: Readonly<Record<string, string>> = {
  chair: 'Chủ tịch',
  viceChair: 'Phó Chủ tịch',
  member: 'Ủy viên',
  secretary: 'Thư ký',
};

const CAUSES: Readonly<Record<string, string>> = {
  duty: 'bận công tác',
  leave: 'nghỉ phép',
  personal: 'lý do cá nhân',
  unexcused: 'không có lý do',
};

const KINDS: Readonly<Record<string, string>> = {
  fullCouncil: 'Họp toàn thể Hội đồng',
  standingCommittee: 'Họp Thường trực Hội đồng',
  writtenRound: 'Lấy ý kiến thành viên bằng văn bản',
  initiativeCouncil: 'Họp Hội đồng sáng kiến',
  cluster: 'Hội nghị cụm, khối thi đua',
};

const BALLOTS: Readonly<Record<string, string>> = {
  secret: 'bỏ phiếu kín',
  open: 'biểu quyết công khai',
  written: 'lấy ý kiến bằng văn bản',
  recorded: 'bỏ phiếu giấy',
};

/** Vietnam has had no summer time since 1979. */
const VIETNAM_OFFSET_HOURS = 7;

/** The minutes in Vietnamese as plain text, complete and without any form: what the papers are later set from. */
export function minutesText(minutes: MinutesResponse): string {
  const { host, kind, meetsOn, answersBy, drawnUpOn, invited, counters, answered, wrote } = minutes;
  return textOf([
    [host.toUpperCase(), `BIÊN BẢN${minutes.isDraft ? ' (DỰ THẢO)' : ''}: ${KINDS[kind] ?? kind}`],
    [
      `Ngày: ${dayText(meetsOn)}${answersBy === null ? '' : `; hạn gửi phiếu: ${dayText(answersBy)}`}`,
      ...(drawnUpOn === null ? [] : [`Ngày lập biên bản: ${dayText(drawnUpOn)}`]),
    ],
    [`Thành phần được mời: ${invited.length} thành viên`, ...invited.map((member) => `- ${nameOf(member)}`)],
    ...minutes.sittings.map((sitting) => [
      `Phiên ngày ${dayText(sitting.on)}: có mặt ${sitting.present.length}, vắng ${sitting.absent.length}`,
      ...sitting.present.map((member) => `- Có mặt: ${nameOf(member)}`),
      ...sitting.absent.map(
        ({ member, word }) => `- Vắng: ${nameOf(member)} (${CAUSES[word ?? ''] ?? 'không ghi lý do'})`,
      ),
      ...sitting.movements.map(
        ({ member, word, at }) =>
          `- ${word === 'arrived' ? 'Đến muộn' : 'Về sớm'}: ${nameOf(member)}, lúc ${timeText(at)}`,
      ),
    ]),
    counters.length === 0 ? [] : [`Ban kiểm phiếu: ${counters.map(nameOf).join('; ')}`],
    answered.length === 0
      ? []
      : [
          `Đã gửi phiếu: ${answered.length} trên ${invited.length} thành viên`,
          ...answered.map((member) => `- ${nameOf(member)}`),
        ],
    wrote.length === 0 ? [] : [`Thành viên vắng mặt gửi ý kiến bằng văn bản: ${wrote.map(nameOf).join('; ')}`],
    ...minutes.items.map(itemText),
    minutes.declarations.map(
      ({ member, statement, ordinals }) =>
        `Ý kiến của người chủ trì ${nameOf(member)}: ${statement === 'agrees' ? 'nhất trí' : 'không nhất trí'} với nội dung ${ordinals.join(', ')}.`,
    ),
    signatureLines(minutes.signatures),
  ]);
}

/** The minutes of the count in Vietnamese as plain text. */
export function countMinutesText({ host, on, isCounted, counters, items, signatures }: CountMinutesResponse): string {
  return textOf([
    [host.toUpperCase(), 'BIÊN BẢN KIỂM PHIẾU', `Ngày: ${dayText(on)}`],
    counters.length === 0 ? [] : [`Ban kiểm phiếu: ${counters.map(nameOf).join('; ')}`],
    isCounted ? [] : ['Chưa kiểm phiếu xong.'],
    ...items.map(itemText),
    signatureLines(signatures),
  ]);
}

function itemText(item: MinutesItem): readonly string[] {
  const { ordinal, title, tier, ballot, voteRound, quorum, conflicted, presider, stepDownTo, citation } = item;
  return [
    `${ordinal}. ${title}${tier === 'question' ? '' : ` (${tier})`}: ${BALLOTS[ballot] ?? ballot}${voteRound > 1 ? `, lần ${voteRound}` : ''}`,
    ...(quorum === null ? [] : [`   Cần ít nhất ${quorum} thành viên dự họp.`]),
    ...(presider === null ? [] : [`   Chủ trì: ${nameOf(presider)}.`]),
    ...(conflicted.length === 0
      ? []
      : [`   Không bỏ phiếu do xung đột lợi ích: ${conflicted.map(nameOf).join('; ')}.`]),
    ...figureLines(item),
    ...(stepDownTo === null ? [] : [`   Hội đồng đề nghị hạ mức khen: ${stepDownTo}.`]),
    ...(citation === null ? [] : [`   Căn cứ: ${citation.text}.`]),
  ];
}

function figureLines({ result, votes, sentence, place, tieBreaks }: MinutesItem): readonly string[] {
  if (result === null) return ['   Chưa có kết quả.'];
  const { issued, returned, valid, invalid, against, abstained, writtenInFavour } = result;
  return [
    `   Phát ra ${issued}, thu về ${returned}, hợp lệ ${valid}, không hợp lệ ${invalid}${result.isRecorded ? ' (ghi nhận từ phiếu giấy)' : ''}.`,
    `   Đồng ý ${result.inFavour - (writtenInFavour ?? 0)}, không đồng ý ${against}, ý kiến khác ${abstained}.`,
    ...opinionLines(result),
    ...Object.entries(votes).map(([option, number]) => `   ${option}: ${number} phiếu.`),
    ...(sentence === null ? [] : [`   ${sentence.vi}`]),
    ...tieBreaks.map((number, index) => `   Bỏ phiếu phân định lần ${index + 1}: ${number} phiếu đồng ý.`),
    ...(place === null ? [] : [`   ${place.vi}`]),
  ];
}

/** Beside the ballots where a count on paper keeps them apart; else only how many of the ballots they are. */
function opinionLines({ writtenReceived, writtenInFavour }: ItemResultResponse): readonly string[] {
  if (writtenReceived === 0) return [];
  return writtenInFavour === null
    ? [`   Trong số phiếu có ${writtenReceived} ý kiến bằng văn bản của thành viên vắng mặt.`]
    : [`   Ý kiến bằng văn bản: nhận ${writtenReceived}, đồng ý ${writtenInFavour}.`];
}

function signatureLines(signatures: readonly MinutesSignature[]): readonly string[] {
  return signatures.map(({ member, isOnPaper }) => `Đã ký: ${nameOf(member)}${isOnPaper ? ' (ký trên bản giấy)' : ''}`);
}

function nameOf({ name, seat }: MinutesMember): string {
  return `${name === '' ? '(không còn tên)' : name}, ${SEATS[seat] ?? seat}`;
}

function dayText(date: string): string {
  return date.split('-').reverse().join('/');
}

function timeText(at: string | null): string {
  if (at === null) return '';
  const inVietnam = addMilliseconds(at as Instant, VIETNAM_OFFSET_HOURS * MS_PER_HOUR);
  return `${inVietnam.slice(11, 16)} ngày ${dayText(localDateOf(at as Instant))}`;
}

function textOf(parts: readonly (readonly string[])[]): string {
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}
