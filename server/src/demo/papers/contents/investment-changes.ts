import type { Random } from '../random.ts';

export type ProjectStage = 'underway' | 'planned';
export type ChangeKind = 'unchanged' | 'raised' | 'lowered' | 'added';

/** Why the plan of a project changes: what the explanation of the annex says about it. */
export interface ChangeReason {
  /** Set where the reason only makes sense for a project already under way, or only for one not yet begun. */
  stage?: ProjectStage;
  /** Set where the reason only makes sense for these sectors. */
  sectors?: readonly string[];
  content: string;
  cause: string;
  balance: string;
}

const ALONG_A_LINE = ['transport', 'agriculture', 'environment', 'urban'];
const BUILDINGS = ['education', 'health', 'culture', 'administration', 'technology'];

const RAISED: readonly ChangeReason[] = [
  {
    content:
      'bổ sung kế hoạch vốn để chi trả bồi thường, hỗ trợ, tái định cư theo phương án đã được phê duyệt',
    cause:
      'giá đất bồi thường cụ thể được phê duyệt cao hơn mức tạm tính khi lập chủ trương đầu tư; số hộ bị ảnh hưởng tăng sau khi đo đạc thực tế',
    balance: 'điều hòa trong cùng nguồn vốn từ các dự án giảm kế hoạch do hết nhiệm vụ chi',
  },
  {
    sectors: ALONG_A_LINE,
    content: 'bổ sung kế hoạch vốn theo quyết định điều chỉnh dự án đầu tư',
    cause:
      'bổ sung hạng mục thoát nước dọc tuyến và xử lý nền đất yếu theo kết quả khảo sát địa chất ở bước thiết kế bản vẽ thi công',
    balance: 'sử dụng một phần dự phòng của kế hoạch trung hạn theo cơ cấu nguồn vốn đã giao',
  },
  {
    stage: 'underway',
    content: 'tăng kế hoạch vốn để hoàn thành dự án sớm một năm so với thời gian bố trí vốn ban đầu',
    cause:
      'dự án có tiến độ thi công tốt, khối lượng hoàn thành đến hết quý I năm 2021 đạt trên 65% giá trị hợp đồng, có khả năng hấp thụ vốn ngay',
    balance: 'điều chuyển từ các dự án chậm hoàn thành thủ tục trong cùng địa bàn',
  },
  {
    sectors: BUILDINGS,
    content: 'bổ sung vốn thực hiện hạng mục phòng cháy, chữa cháy và trang thiết bị',
    cause:
      'quy chuẩn kỹ thuật về an toàn cháy có hiệu lực sau thời điểm phê duyệt dự án; cơ quan thẩm duyệt yêu cầu bổ sung',
    balance: 'sử dụng một phần dự phòng của nguồn vốn tương ứng, bố trí đúng lĩnh vực',
  },
];

const LOWERED: readonly ChangeReason[] = [
  {
    stage: 'underway',
    content: 'giảm kế hoạch vốn theo giá trị hợp đồng và khối lượng thực hiện thực tế',
    cause:
      'giá trị trúng thầu thấp hơn giá gói thầu được duyệt; không sử dụng hết chi phí dự phòng của dự án',
    balance: 'phần vốn giảm được điều hòa cho các dự án cùng ngành, lĩnh vực trên địa bàn',
  },
  {
    stage: 'planned',
    content: 'giảm kế hoạch vốn, chuyển phần còn lại sang giai đoạn sau năm 2025',
    cause:
      'dự án chưa hoàn thành thủ tục chuẩn bị đầu tư; nhu cầu giải ngân trong giai đoạn thấp hơn mức đã giao',
    balance: 'phần vốn giảm bổ sung cho các dự án có khả năng hoàn thành trong năm 2021 và năm 2022',
  },
  {
    stage: 'planned',
    sectors: ALONG_A_LINE,
    content: 'giảm kế hoạch vốn do thu hẹp quy mô đầu tư',
    cause:
      'điều chỉnh hướng tuyến để hạn chế thu hồi đất ở của hộ dân; chiều dài và diện tích chiếm dụng giảm so với chủ trương đầu tư',
    balance: 'phần vốn giảm được đưa về dự phòng của kế hoạch trung hạn theo từng nguồn vốn',
  },
  {
    sectors: BUILDINGS,
    content: 'giảm kế hoạch vốn do rà soát lại quy mô đầu tư',
    cause:
      'giảm số phòng và diện tích sàn cho phù hợp nhu cầu sử dụng thực tế, tiêu chuẩn, định mức; tận dụng khối nhà hiện hữu còn sử dụng được',
    balance: 'phần vốn giảm điều hòa cho các dự án cùng lĩnh vực có khả năng hoàn thành sớm',
  },
  {
    sectors: ALONG_A_LINE,
    content: 'giảm kế hoạch vốn ngân sách tỉnh do huy động được nguồn lực khác',
    cause:
      'ngân sách cấp huyện cân đối bổ sung và nhân dân hiến đất, không phải chi trả bồi thường trên một phần chiều dài tuyến',
    balance: 'phần vốn giảm điều hòa cho các xã đăng ký đạt chuẩn nông thôn mới nâng cao',
  },
];

const ADDED: readonly ChangeReason[] = [
  {
    sectors: ['agriculture', 'environment'],
    content: 'bổ sung dự án vào danh mục kế hoạch trung hạn',
    cause:
      'dự án đã được Hội đồng nhân dân cấp có thẩm quyền quyết định chủ trương đầu tư, cấp thiết phục vụ phòng, chống hạn mặn và dân sinh',
    balance: 'sử dụng dự phòng của kế hoạch trung hạn và phần vốn giảm của các dự án hết nhiệm vụ chi',
  },
  {
    content: 'bổ sung danh mục, bố trí vốn thực hiện từ năm 2021',
    cause:
      'công trình hiện hữu xuống cấp, không bảo đảm an toàn sử dụng theo kết quả kiểm định; cử tri kiến nghị nhiều lần',
    balance: 'điều hòa trong cùng nguồn vốn giao cho ngành, lĩnh vực',
  },
  {
    sectors: ['transport', 'urban'],
    content: 'bổ sung danh mục để thực hiện chương trình đột phá, công trình trọng điểm của tỉnh',
    cause:
      'dự án kết nối hạ tầng với khu, cụm công nghiệp đang thu hút đầu tư, có tính lan tỏa đến nhiều địa phương',
    balance: 'sử dụng dự phòng của nguồn vốn tương ứng trong kế hoạch trung hạn',
  },
];

/** Returns a reason for a change of that kind that fits the sector and stage of the project. */
export function reasonFor(
  kind: Exclude<ChangeKind, 'unchanged'>,
  sector: string,
  stage: ProjectStage,
  random: Random,
): ChangeReason {
  const reasons = { raised: RAISED, lowered: LOWERED, added: ADDED }[kind];
  return random.pick(
    reasons.filter(
      (reason) => (reason.stage ?? stage) === stage && (reason.sectors ?? [sector]).includes(sector),
    ),
  );
}
