import type { Actor } from '@hopso/shared/meeting';
import {
  audienceOf,
  type ListedItemContent,
  type MeetingView,
  type OpenItemView,
  type OpenVoteView,
  type PersonalView,
  project,
  projectListedItem,
  projectMine,
  type SessionState,
} from '@hopso/shared/session';

export interface MeetingResult {
  readonly view: MeetingView;
  readonly listed: readonly ListedItemContent[];
  /** What the person may do with the papers, where it is not everything. */
  readonly rights: PersonalView['rights'];
}

/** What a person may see of a meeting that has begun; with listed items and restricted papers where they may. */
export function resultFor(state: SessionState, meetingId: string, actor: Actor): MeetingResult | null {
  const audience = audienceOf(state, actor);
  if (audience === null || state.meeting.startedAt === null) return null;
  const view = project(state, meetingId, audience);
  const listed = Object.values(view.items).flatMap((item) => {
    const content = projectListedItem(state, actor, item.id);
    if (content === null) return [];
    if (item.isListed) return [content];
    // Everything else of an item that is open to all stands in the view.
    return content.papers.some(({ isRestricted }) => isRestricted) ? [{ ...content, votes: [] }] : [];
  });
  return { view, listed, rights: projectMine(state, actor)?.rights ?? {} };
}

export type ResultTable = 'attendance' | 'items' | 'votes';

/** One table of the result, header first. Cells are plain text; numbers and times as an official reads them. */
export function resultRows(
  { view, listed }: MeetingResult,
  table: ResultTable,
): readonly (readonly string[])[] {
  if (table === 'attendance') return attendanceRows(view);
  const items = inOrder(view, listed);
  return table === 'items' ? itemRows(items) : voteRows(view, listed, items);
}

const capacityNames = {
  chair: 'Chủ tọa',
  secretary: 'Thư ký',
  member: 'Thành viên',
  substitute: 'Người dự thay',
  presenter: 'Người trình bày',
  guest: 'Khách mời',
  observer: 'Người theo dõi',
} as const;
const statusNames = {
  unknown: 'Chưa điểm danh',
  room: 'Có mặt tại phòng họp',
  online: 'Dự trực tuyến',
  site: 'Dự tại điểm cầu',
  left: 'Đã rời phòng họp',
  excused: 'Vắng có lý do',
  unexcused: 'Vắng không có lý do',
} as const;
const outcomeNames = {
  adopted: 'Thông qua',
  adoptedRevise: 'Thông qua, giao hoàn chỉnh theo ý kiến kết luận',
  again: 'Chưa thông qua, giao chuẩn bị lại',
  slip: 'Lấy phiếu ý kiến thành viên',
  withdrawn: 'Rút khỏi chương trình',
  deferred: 'Chuyển phiên sau',
  noted: 'Ghi nhận báo cáo',
} as const;
const choiceNames = {
  approve: 'Tán thành',
  disapprove: 'Không tán thành',
  abstain: 'Không biểu quyết',
} as const;

const clock = new Intl.DateTimeFormat('vi-VN', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Asia/Ho_Chi_Minh',
});
const timeOf = (at: number | null | undefined): string => (at == null ? '' : clock.format(at));

function attendanceRows(view: MeetingView): string[][] {
  const header = [
    'STT',
    'Họ và tên',
    'Chức vụ',
    'Đơn vị',
    'Tư cách dự họp',
    'Tình trạng',
    'Đến lúc',
    'Đến muộn',
    'Rời lúc',
  ];
  const rows = view.participantOrder.flatMap((id, index) => {
    const p = view.participants[id];
    if (p === undefined) return [];
    const status = p.status === undefined ? '' : statusNames[p.status];
    const times = [timeOf(p.arrivedAt), p.isLate === true ? 'x' : '', timeOf(p.leftAt)];
    return [[String(index + 1), p.name, p.post, p.unit, capacityNames[p.capacity], status, ...times]];
  });
  return [header, ...rows];
}

function inOrder(view: MeetingView, listed: readonly ListedItemContent[]): OpenItemView[] {
  const contents = new Map(listed.map(({ item }) => [item.id, item]));
  return view.itemOrder
    .flatMap((id) => [id, ...(view.items[id]?.children ?? [])])
    .flatMap((id) => {
      const item = view.items[id];
      if (item === undefined) return [];
      return item.isListed ? (contents.get(id) ?? []) : item;
    });
}

function itemRows(items: readonly OpenItemView[]): string[][] {
  const header = [
    'Nội dung',
    'Tên nội dung',
    'Cơ quan trình',
    'Dự kiến (phút)',
    'Thực tế (phút)',
    'Kết quả xử lý',
    'Kết luận',
  ];
  const rows = items.map((item) => [
    item.number,
    item.title,
    item.submittingBody,
    String(item.plannedMinutes),
    String(Math.round(item.spentMs / 60_000)),
    item.outcome === null
      ? item.state === 'withdrawn'
        ? 'Rút khỏi chương trình'
        : ''
      : outcomeNames[item.outcome],
    item.conclusion?.text ?? '',
  ]);
  return [header, ...rows];
}

function voteRows(
  view: MeetingView,
  listed: readonly ListedItemContent[],
  items: readonly OpenItemView[],
): string[][] {
  const header = ['Nội dung', 'Lần', 'Vấn đề biểu quyết', 'Thành viên', 'Lựa chọn', 'Ghi nhận', 'Kết quả'];
  const open = view.voteOrder.flatMap((id) => {
    const vote = view.votes[id];
    return vote === undefined || vote.isListed ? [] : [vote];
  });
  const votes = [...open, ...listed.flatMap((content) => content.votes)];
  const numbers = new Map(items.map((item) => [item.id, item.number]));
  return [header, ...votes.flatMap((vote) => rowsOf(vote, numbers.get(vote.itemId) ?? ''))];
}

function rowsOf(vote: OpenVoteView, number: string): string[][] {
  const { result } = vote;
  if (result === null) return [];
  const outcome = result.tally.isAdopted ? 'Được thông qua' : 'Không được thông qua';
  return (result.members ?? []).map(({ personId, name, wasPresent }) => {
    const ballot = result.ballots?.[personId];
    const without = wasPresent ? 'Chưa biểu quyết' : 'Vắng mặt';
    const choice = ballot === undefined ? without : choiceNames[ballot.choice];
    const source = ballot?.source === 'clerk' ? 'Giơ tay, thư ký ghi nhận' : '';
    return [number, String(vote.round), vote.question, name, choice, source, outcome];
  });
}
