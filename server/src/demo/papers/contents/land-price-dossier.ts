import { addressees, body, tableCaption } from '../layout/body.ts';
import {
  closeAndSign,
  documentTitle,
  letterhead,
  recipientsBlock,
  twoSignatures,
} from '../layout/decree30.ts';
import { PageFlow } from '../layout/page-flow.ts';
import { table } from '../layout/table.ts';
import type { PaperSource } from '../paper.ts';
import {
  COUNCIL_MINUTES,
  EXPLANATION_1,
  EXPLANATION_2,
  SUBMISSION_1,
  SUBMISSION_2,
} from './land-price-dossier-text.ts';
import { landPriceTable } from './land-price-table.ts';
import { RESETTLEMENT_LAND } from './land-prices.ts';
import { vn } from './numbers.ts';
import { holderOf } from './office-holders.ts';
import { surveyFormPage } from './survey-form-pages.ts';
import { landPricePerMetre, surveyForms } from './survey-forms.ts';

function submission(flow: PageFlow): void {
  letterhead(flow, {
    parent: ['UBND TỈNH LONG AN'],
    issuer: ['SỞ TÀI NGUYÊN', 'VÀ MÔI TRƯỜNG'],
    number: '2198/TTr-STNMT',
    placeAndDate: 'Long An, ngày 16 tháng 4 năm 2021',
  });
  documentTitle(flow, 'TỜ TRÌNH', [
    'Về giá đất cụ thể để tính bồi thường dự án',
    'Khu tái định cư Mỹ Yên, huyện Bến Lức',
  ]);
  addressees(flow, ['Ủy ban nhân dân tỉnh Long An']);
  body(flow, SUBMISSION_1);
  tableCaption(flow, 'Phương án giá đất và kinh phí bồi thường về đất');
  table(flow, landPriceTable(RESETTLEMENT_LAND));
  body(flow, SUBMISSION_2);
  closeAndSign(
    flow,
    'Sở Tài nguyên và Môi trường kính trình Ủy ban nhân dân tỉnh xem xét, quyết định./.',
    ['Như trên', 'Sở Tài chính', 'UBND huyện Bến Lức', 'Ban Giám đốc Sở', 'Lưu: VT, QLĐĐ'],
    { lines: ['GIÁM ĐỐC'], name: holderOf('environment'), signed: 'sealed' },
  );
}

function explanation(flow: PageFlow): void {
  flow.startSection('portrait', 'restart');
  letterhead(flow, {
    parent: ['SỞ TÀI NGUYÊN', 'VÀ MÔI TRƯỜNG'],
    issuer: ['TRUNG TÂM', 'PHÁT TRIỂN QUỸ ĐẤT'],
    number: '57/BCTM-TTPTQĐ',
    placeAndDate: 'Long An, ngày 31 tháng 3 năm 2021',
  });
  documentTitle(flow, 'BÁO CÁO THUYẾT MINH', [
    'Xây dựng phương án giá đất cụ thể dự án',
    'Khu tái định cư Mỹ Yên, huyện Bến Lức',
  ]);
  body(flow, EXPLANATION_1);
  tableCaption(flow, 'Bảng tổng hợp phiếu thu thập thông tin về thửa đất');
  table(flow, surveySummary());
  body(flow, EXPLANATION_2);
  closeAndSign(
    flow,
    'Trên đây là báo cáo thuyết minh xây dựng phương án giá đất, làm căn cứ trình Hội đồng thẩm định giá đất tỉnh./.',
    ['Sở TN&MT', 'Hội đồng thẩm định giá đất tỉnh', 'Lưu: VT'],
    { lines: ['GIÁM ĐỐC'], name: 'Ung Văn Hòa', signed: 'sealed' },
  );
}

function surveySummary() {
  return {
    size: 12,
    columns: [
      { share: 9, align: 'center' as const },
      { share: 25, align: 'left' as const },
      { share: 29, align: 'left' as const },
      { share: 13, align: 'right' as const },
      { share: 13, align: 'right' as const },
      { share: 13, align: 'right' as const },
    ],
    header: [
      [
        { text: 'Phiếu số' },
        { text: 'Loại đất' },
        { text: 'Vị trí' },
        { text: 'Diện tích (m²)' },
        { text: 'Giá trị (triệu đồng)' },
        { text: 'Giá đất (triệu đồng/m²)' },
      ],
    ],
    rows: surveyForms().map((form) => ({
      cells: [
        String(form.number),
        form.landUse,
        form.position,
        vn(form.area),
        vn(form.price),
        landPricePerMetre(form),
      ],
    })),
  };
}

function councilMinutes(flow: PageFlow): void {
  flow.startSection('portrait', 'restart');
  letterhead(flow, {
    parent: ['UBND TỈNH LONG AN'],
    issuer: ['HỘI ĐỒNG THẨM ĐỊNH', 'GIÁ ĐẤT TỈNH'],
    number: '09/BB-HĐTĐGĐ',
  });
  documentTitle(flow, 'BIÊN BẢN', [
    'Họp thẩm định phương án giá đất cụ thể dự án',
    'Khu tái định cư Mỹ Yên, huyện Bến Lức',
  ]);
  body(flow, COUNCIL_MINUTES);
  twoSignatures(
    flow,
    { lines: ['THƯ KÝ'], name: 'Hứa Thị Bảo Trân', signed: 'pen' },
    { lines: ['CHỦ TRÌ', 'PHÓ CHỦ TỊCH HỘI ĐỒNG'], name: holderOf('finance'), signed: 'sealed' },
  );
  recipientsBlock(flow, ['Thành viên Hội đồng', 'Lưu: VT, Hồ sơ']);
}

function compose() {
  const flow = new PageFlow(landPriceDossier.card.title, landPriceDossier.card.issuer);
  submission(flow);
  explanation(flow);
  councilMinutes(flow);
  for (const form of surveyForms()) surveyFormPage(flow, form);
  return flow.finish();
}

export const landPriceDossier: PaperSource = {
  card: {
    key: 'land-price-dossier',
    itemKey: 'item-5.2',
    title: 'Hồ sơ phương án giá đất bồi thường dự án Khu tái định cư Mỹ Yên, huyện Bến Lức (bản quét)',
    kind: 'submissionReport',
    documentNumber: '2198/TTr-STNMT',
    documentDate: '2021-04-16',
    issuer: 'Sở Tài nguyên và Môi trường',
    fileName: '05.2. Hồ sơ giá đất Khu tái định cư Mỹ Yên (bản quét).pdf',
    form: 'scan',
    internalOnly: false,
  },
  compose,
};
