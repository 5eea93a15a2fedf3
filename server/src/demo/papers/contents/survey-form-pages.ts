import { twoSignatures } from '../layout/decree30.ts';
import type { PageFlow } from '../layout/page-flow.ts';
import { CENTERED, type ParagraphStyle, paragraph } from '../layout/paragraph.ts';
import { table } from '../layout/table.ts';
import { vn } from './numbers.ts';
import { landPricePerMetre, SURVEY_FORM_COUNT, type SurveyForm } from './survey-forms.ts';
import { lowerFirst } from './wording.ts';

const FIELD: Partial<ParagraphStyle> = { size: 13, firstIndent: 0, after: 4, align: 'left' };

/** Sets one filled survey form on a page of its own; what was written by hand is in italics. */
export function surveyFormPage(flow: PageFlow, form: SurveyForm): void {
  flow.startSection('portrait', 'restart');
  if (form.number === 1) flow.bookmark('Phiếu thu thập thông tin về thửa đất', 1);
  paragraph(flow, 'Mẫu số 01 – Tỉnh: Long An; huyện: Bến Lức', { ...FIELD, size: 12, after: 0 });
  paragraph(flow, `Phiếu số ${form.number}/${SURVEY_FORM_COUNT}`, {
    ...FIELD,
    size: 12,
    align: 'right',
    after: 8,
  });
  paragraph(flow, 'PHIẾU THU THẬP THÔNG TIN VỀ THỬA ĐẤT', { ...CENTERED, face: 'bold', after: 2 });
  paragraph(flow, `(${form.landUse})`, { ...CENTERED, face: 'italic', size: 13, after: 10 });
  for (const line of fields(form)) paragraph(flow, line, FIELD);
  priceTable(flow, form);
  paragraph(flow, `Mỹ Yên, ${form.surveyedOn}`, { ...FIELD, face: 'italic', align: 'right', before: 6 });
  twoSignatures(
    flow,
    { lines: ['NGƯỜI ĐƯỢC ĐIỀU TRA'], name: form.owner, signed: 'pen' },
    { lines: ['CÁN BỘ ĐIỀU TRA'], name: form.surveyor, signed: 'pen' },
  );
}

function fields(form: SurveyForm): string[] {
  return [
    '**1. Thông tin về người được điều tra**',
    `Họ và tên: //${form.owner}//`,
    `Địa chỉ: //${form.address}//`,
    '**2. Thông tin về giao dịch**',
    `Thời điểm chuyển nhượng: //${form.soldIn}//`,
    `Giá chuyển nhượng toàn bộ thửa đất và tài sản gắn liền: //${vn(form.price)} triệu đồng//`,
    '**3. Thông tin về thửa đất**',
    `Tờ bản đồ số: //${form.sheet}//; thửa đất số: //${form.plot}//; diện tích: //${vn(form.area)} m²//; chiều rộng mặt tiền: //${vn(form.frontage, 1)} m//`,
    `Mục đích sử dụng: //${lowerFirst(form.landUse)}//`,
    `Vị trí: //${lowerFirst(form.position)}//`,
    'Quy hoạch: //phù hợp quy hoạch sử dụng đất đến năm 2020 được duyệt//',
    'Tình trạng pháp lý: //đã được cấp Giấy chứng nhận quyền sử dụng đất, không tranh chấp//',
    '**4. Thông tin về tài sản gắn liền với đất**',
    `Nhà, công trình: //${form.building}//`,
    '**5. Nguồn thông tin**',
    '//Hợp đồng chuyển nhượng đã công chứng; đối chiếu hồ sơ đăng ký tại Chi nhánh Văn phòng Đăng ký đất đai//',
  ];
}

function priceTable(flow: PageFlow, form: SurveyForm): void {
  flow.y += 4;
  table(flow, {
    size: 12,
    padding: 3,
    columns: [
      { share: 25, align: 'center' },
      { share: 25, align: 'center' },
      { share: 25, align: 'center' },
      { share: 25, align: 'center' },
    ],
    header: [
      [
        { text: 'Giá trị chuyển nhượng (triệu đồng)' },
        { text: 'Giá trị tài sản (triệu đồng)' },
        { text: 'Giá trị đất (triệu đồng)' },
        { text: 'Giá đất (triệu đồng/m²)' },
      ],
    ],
    rows: [
      {
        face: 'italic',
        cells: [vn(form.price), vn(form.buildings), vn(form.price - form.buildings), landPricePerMetre(form)],
      },
    ],
  });
}
