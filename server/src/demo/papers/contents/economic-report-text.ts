import { ECONOMY } from './economic-figures.ts';
import { planSummary } from './investment-plan.ts';
import { percent, vn } from './numbers.ts';

const e = ECONOMY;
const plan = planSummary();

export const ECONOMIC_SITUATION_1 = `Thực hiện Chương trình công tác năm 2021 của Ủy ban nhân dân tỉnh, Sở Kế hoạch và Đầu tư tổng hợp, báo cáo tình hình kinh tế – xã hội tháng 4 và 4 tháng đầu năm, nhiệm vụ trọng tâm tháng 5 năm 2021 như sau:
  # PHẦN THỨ NHẤT. TÌNH HÌNH KINH TẾ – XÃ HỘI THÁNG 4 VÀ 4 THÁNG ĐẦU NĂM 2021
  ## I. ĐÁNH GIÁ CHUNG
  Tháng 4 năm 2021, dịch COVID-19 được kiểm soát, sản xuất, kinh doanh tiếp tục phục hồi. Hầu hết các chỉ tiêu chủ yếu tăng so với cùng kỳ: chỉ số sản xuất công nghiệp tăng 7,1%; tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tăng 6,8%; kim ngạch xuất khẩu tăng 9,3%; thu ngân sách nhà nước đạt ${percent(e.revenueFourMonths, e.revenueEstimate)} dự toán; giải ngân vốn đầu tư công đạt ${percent(e.publicInvestmentDisbursed, e.publicInvestmentPlan)} kế hoạch, cao hơn cùng kỳ 2,8 điểm phần trăm. An sinh xã hội được quan tâm; quốc phòng, an ninh được giữ vững.
  Tuy nhiên, thu hút đầu tư nước ngoài giảm; giải phóng mặt bằng một số dự án trọng điểm chậm; xâm nhập mặn ảnh hưởng sản xuất tại các huyện vùng hạ; còn 06/14 chỉ tiêu Chính phủ điện tử theo Nghị quyết số 17/NQ-CP chưa đạt.`;

export const ECONOMIC_SITUATION_2 = `## II. KẾT QUẢ TRÊN CÁC LĨNH VỰC
  ### 1. Nông nghiệp và xây dựng nông thôn mới
  Lúa đông xuân 2020–2021 gieo sạ 226.180 ha, đã thu hoạch 221.350 ha (97,9% diện tích), năng suất bình quân 66,2 tạ/ha, sản lượng 1.465,3 nghìn tấn, tăng 2,3% so với vụ trước. Lúa hè thu đã gieo sạ 96.420 ha, tập trung ở các huyện Đồng Tháp Mười. Thanh long 11.640 ha, giá bán buôn cuối tháng giảm nhẹ; chanh 11.120 ha, giá ổn định.
  Chăn nuôi phục hồi; đàn heo đạt 96,3 nghìn con, tăng 14,5% so với cùng kỳ; bệnh dịch tả heo châu Phi xảy ra rải rác tại 04 hộ, đã xử lý dứt điểm. Bệnh viêm da nổi cục trên trâu, bò được khoanh vùng, tiêm phòng.
  Độ mặn 4 g/l xâm nhập sâu 62 km trên sông Vàm Cỏ Đông và 68 km trên sông Vàm Cỏ Tây, thấp hơn cùng kỳ năm 2020. Các cống vùng hạ vận hành theo lịch, chưa có diện tích lúa bị thiệt hại trên 70%.
  Toàn tỉnh có 96/161 xã đạt chuẩn nông thôn mới (59,6%), trong đó 15 xã đạt chuẩn nâng cao.
  ### 2. Công nghiệp, thương mại, dịch vụ
  Chỉ số sản xuất công nghiệp tháng 4 tăng 1,9% so với tháng trước và tăng 12,4% so với cùng kỳ. Các sản phẩm tăng khá: hạt điều nhân, thủy sản đông lạnh, vải các loại, giày dép, thép thanh. Các khu công nghiệp đang hoạt động có tỷ lệ lấp đầy 87,6%; cụm công nghiệp 85,2%.
  Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tháng 4 đạt 7.865 tỷ đồng; 4 tháng đạt 32.418 tỷ đồng, tăng 6,8%. Kim ngạch xuất khẩu 4 tháng 2.086 triệu USD, nhập khẩu 1.742 triệu USD; xuất siêu 344 triệu USD.
  ### 3. Thu, chi ngân sách nhà nước
  Thu ngân sách nhà nước tháng 4 đạt ${vn(e.revenueApril)} tỷ đồng; 4 tháng đạt ${vn(e.revenueFourMonths, 1)} tỷ đồng, bằng ${percent(e.revenueFourMonths, e.revenueEstimate)} dự toán (${vn(e.revenueEstimate)} tỷ đồng). Thu nội địa 5.718,2 tỷ đồng; thu từ hoạt động xuất nhập khẩu 1.768,3 tỷ đồng.
  Chi ngân sách địa phương 4 tháng ${vn(e.spendingFourMonths, 1)} tỷ đồng, bằng ${percent(e.spendingFourMonths, e.spendingEstimate)} dự toán (${vn(e.spendingEstimate)} tỷ đồng), bảo đảm các nhiệm vụ thường xuyên, chế độ an sinh xã hội, phòng, chống dịch.
  ### 4. Đầu tư công
  Kế hoạch vốn đầu tư công năm 2021 là ${vn(e.publicInvestmentPlan, 1)} tỷ đồng. Đến ngày 20 tháng 4 năm 2021 giải ngân ${vn(e.publicInvestmentDisbursed, 1)} tỷ đồng, đạt ${percent(e.publicInvestmentDisbursed, e.publicInvestmentPlan)}. Giải ngân của các chủ đầu tư như sau:`;

export const ECONOMIC_PROSPECT = `Nguyên nhân chậm: giải phóng mặt bằng các dự án giao thông trọng điểm (trong đó có dự án Đường liên huyện Tân Trụ – Cần Đước, Khu tái định cư Mỹ Yên) chờ giá đất bồi thường cụ thể; một số dự án y tế đang thẩm định giá thiết bị; giá thép, cát xây dựng tăng.
  Về kế hoạch đầu tư công trung hạn giai đoạn 2021–2025, Sở Kế hoạch và Đầu tư đã rà soát ${vn(plan.totals.projects)} dự án, trình Ủy ban nhân dân tỉnh tại Tờ trình số 1193/TTr-SKHĐT: tổng mức vốn giữ nguyên ${vn(plan.capital)} triệu đồng; điều chỉnh tăng ${vn(plan.totals.raised)} triệu đồng, giảm ${vn(plan.totals.lowered)} triệu đồng.
  ### 5. Phát triển doanh nghiệp, thu hút đầu tư
  Trong 4 tháng có 512 doanh nghiệp thành lập mới, vốn đăng ký 6.842 tỷ đồng; 146 doanh nghiệp hoạt động trở lại; 158 doanh nghiệp tạm ngừng hoạt động. Vốn đầu tư trực tiếp nước ngoài cấp mới 22 dự án, 118,6 triệu USD, giảm 7,4% do hạn chế đi lại; điều chỉnh tăng vốn 19 lượt dự án, 64,2 triệu USD.
  ### 6. Tài nguyên, môi trường, xây dựng, giao thông
  Cấp mới 9.846 giấy chứng nhận quyền sử dụng đất; tỷ lệ hồ sơ đất đai giải quyết đúng hạn 96,8%. Giá đất cụ thể của 02 dự án được lập hồ sơ trình phiên họp này. Tỷ lệ chất thải rắn sinh hoạt đô thị được thu gom 96,1%. Khởi công 03 công trình giao thông thuộc danh mục trọng điểm; hoàn thành 01 công trình.
  ### 7. Văn hóa – xã hội
  Toàn ngành giáo dục tổ chức dạy học trực tiếp, hoàn thành chương trình theo kế hoạch; chuẩn bị kiểm tra cuối học kỳ II. Giải quyết việc làm cho 10.250 lao động, đạt 34,2% kế hoạch. Tỷ lệ bao phủ bảo hiểm y tế 90,2%. Thực hiện kịp thời trợ cấp cho 29.430 người có công và đối tượng bảo trợ xã hội.
  Không ghi nhận ca mắc COVID-19 trong cộng đồng; đã tiêm vắc xin đợt 1 cho 8.640 người thuộc nhóm ưu tiên; duy trì 24 chốt kiểm soát biên giới.
  ### 8. Cải cách hành chính, Chính phủ điện tử
  Tỷ lệ hồ sơ giải quyết đúng hạn và trước hạn đạt 99,1%. Theo Báo cáo số 486/BC-STTTT, tỉnh đạt 08/14 chỉ tiêu Chính phủ điện tử; 06 chỉ tiêu chưa đạt tập trung vào dịch vụ công trực tuyến, kết nối dữ liệu và họp thông qua Hệ thống.
  ### 9. Nội chính, quốc phòng, an ninh
  Công tác chuẩn bị bầu cử đại biểu Quốc hội khóa XV và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2021–2026 đúng tiến độ; hoàn thành hội nghị hiệp thương lần thứ ba. Tai nạn giao thông giảm cả ba tiêu chí (số vụ giảm 12,5%; số người chết giảm 9,1%; số người bị thương giảm 16,7%). Tình hình an ninh biên giới ổn định.
  ## III. HẠN CHẾ, NGUYÊN NHÂN
  1. Thu hút đầu tư nước ngoài giảm do dịch bệnh ở các nước; quỹ đất sạch trong khu công nghiệp còn ít.
  2. Giải phóng mặt bằng chậm do việc xác định giá đất cụ thể kéo dài; công tác phối hợp giữa chủ đầu tư và địa phương có lúc chưa chặt chẽ.
  3. Một số cơ quan, địa phương chưa chủ động trong chuyển đổi số; hồ sơ trực tuyến phát sinh ít, việc họp thông qua Hệ thống chưa thành nền nếp.
  4. Giá vật liệu xây dựng tăng ảnh hưởng tiến độ thi công các công trình khởi công mới.
  # PHẦN THỨ HAI. NHIỆM VỤ TRỌNG TÂM THÁNG 5 NĂM 2021
  1. Tiếp tục thực hiện mục tiêu kép; kiểm soát chặt người nhập cảnh; sẵn sàng các phương án đáp ứng theo từng cấp độ dịch.
  2. Tập trung giải ngân vốn đầu tư công: đến hết quý II đạt ít nhất 50% kế hoạch; người đứng đầu chủ đầu tư chịu trách nhiệm về tiến độ từng dự án; định kỳ ngày 05 và ngày 20 hằng tháng báo cáo kết quả.
  3. Hoàn chỉnh hồ sơ điều chỉnh kế hoạch đầu tư công trung hạn giai đoạn 2021–2025 trình Hội đồng nhân dân tỉnh.
  4. Tháo gỡ vướng mắc về giá đất; công bố, niêm yết công khai phương án bồi thường; vận động nhân dân bàn giao mặt bằng.
  5. Chăm sóc lúa hè thu, phòng, chống sâu bệnh, hạn, mặn; nạo vét kênh mương trước mùa mưa.
  6. Khai thác nguồn thu, chống thất thu, phấn đấu thu ngân sách 6 tháng đạt ít nhất 58% dự toán.
  7. Thực hiện các giải pháp hoàn thành 06 chỉ tiêu Chính phủ điện tử chưa đạt; từ tháng 5 năm 2021 các cuộc họp của Ủy ban nhân dân tỉnh, Ủy ban nhân dân cấp huyện thực hiện thông qua Hệ thống, trừ nội dung có độ mật.
  8. Tổ chức thành công cuộc bầu cử ngày 23 tháng 5 năm 2021; bảo đảm quốc phòng, an ninh, trật tự, an toàn xã hội.
  ## Phân công thực hiện`;
