import { landTotals, RESETTLEMENT_LAND } from './land-prices.ts';
import { vn } from './numbers.ts';
import { holderOf } from './office-holders.ts';
import { SURVEY_FORM_COUNT } from './survey-forms.ts';

const totals = landTotals(RESETTLEMENT_LAND);
const hectares = vn(totals.area / 10_000, 2);
const cost = vn(totals.cost / 1_000_000, 1);

export const SUBMISSION_1 = `Sở Tài nguyên và Môi trường kính trình Ủy ban nhân dân tỉnh phương án giá đất cụ thể để tính bồi thường khi Nhà nước thu hồi đất thực hiện dự án Khu tái định cư Mỹ Yên, huyện Bến Lức như sau:
  ## I. CĂN CỨ PHÁP LÝ
  > Luật Đất đai ngày 29 tháng 11 năm 2013;
  > Nghị định số 44/2014/NĐ-CP ngày 15 tháng 5 năm 2014 của Chính phủ quy định về giá đất;
  > Nghị định số 47/2014/NĐ-CP ngày 15 tháng 5 năm 2014 của Chính phủ quy định về bồi thường, hỗ trợ, tái định cư khi Nhà nước thu hồi đất;
  > Thông tư số 36/2014/TT-BTNMT ngày 30 tháng 6 năm 2014 của Bộ trưởng Bộ Tài nguyên và Môi trường;
  > Quyết định số 3915/QĐ-UBND ngày 16 tháng 10 năm 2020 của Ủy ban nhân dân tỉnh phê duyệt dự án Khu tái định cư Mỹ Yên.
  ## II. KHÁI QUÁT DỰ ÁN
  1. Chủ đầu tư: Ban Quản lý dự án đầu tư xây dựng công trình dân dụng và công nghiệp tỉnh; quy mô ${hectares} ha, 318 nền; tổng mức đầu tư 214.800 triệu đồng.
  2. Phạm vi thu hồi đất: ${vn(totals.area)} m² tại xã Mỹ Yên; ảnh hưởng 124 hộ dân, trong đó 31 hộ phải di dời chỗ ở.
  ## III. QUÁ TRÌNH THỰC HIỆN
  1. Trung tâm Phát triển quỹ đất thu thập ${SURVEY_FORM_COUNT} phiếu thông tin về giá đất chuyển nhượng thành công trong 24 tháng tại các xã Mỹ Yên, Tân Bửu, Long Hiệp (phiếu kèm theo hồ sơ).
  2. Phương án được niêm yết tại Ủy ban nhân dân xã Mỹ Yên từ ngày 08 đến ngày 22 tháng 3 năm 2021; 108/124 hộ thống nhất (87,1%).
  3. Hội đồng thẩm định giá đất tỉnh thống nhất phương án tại phiên họp ngày 09 tháng 4 năm 2021 (Biên bản số 09/BB-HĐTĐGĐ).
  ## IV. PHƯƠNG ÁN GIÁ ĐẤT ĐỀ NGHỊ`;

export const SUBMISSION_2 = `Tổng kinh phí bồi thường về đất dự kiến **${cost} triệu đồng**; phần tăng so với mức tạm tính được tổng hợp trong đề nghị điều chỉnh kế hoạch đầu tư công trung hạn (tăng 26.300 triệu đồng).
  ## V. VẤN ĐỀ XIN Ý KIẾN
  1. Thông qua giá đất cụ thể để tính bồi thường theo Mục IV.
  2. Đối với 16 hộ chưa thống nhất: giao Ủy ban nhân dân huyện Bến Lức tiếp tục đối thoại, giải thích; bố trí nền tái định cư tại chỗ theo nguyện vọng.
  //(Hồ sơ kèm theo: Báo cáo thuyết minh số 57/BCTM-TTPTQĐ; Biên bản số 09/BB-HĐTĐGĐ; ${SURVEY_FORM_COUNT} phiếu thu thập thông tin về thửa đất)//`;

export const EXPLANATION_1 = `# I. MỤC ĐÍCH ĐỊNH GIÁ, ĐỐI TƯỢNG ĐỊNH GIÁ
  1. Mục đích: xác định giá đất cụ thể làm căn cứ tính bồi thường khi Nhà nước thu hồi đất thực hiện dự án Khu tái định cư Mỹ Yên.
  2. Thửa đất cần định giá: ${hectares} ha gồm đất ở tại nông thôn 12.150 m², đất trồng cây lâu năm 38.150 m², đất trồng lúa 43.900 m², thuộc các tờ bản đồ địa chính số 12, 13 và 17 xã Mỹ Yên.
  3. Đặc điểm: khu đất tiếp giáp Đường tỉnh 832 và đường Mỹ Yên – Tân Bửu; địa hình bằng phẳng, cao độ trung bình 0,9 m; hạ tầng cấp điện, cấp nước đã có dọc các tuyến đường hiện hữu; cách trung tâm huyện 6,5 km.
  4. Thời điểm định giá: tháng 3 năm 2021.
  # II. TÌNH HÌNH THỊ TRƯỜNG
  1. Giao dịch đất ở tại khu vực tăng từ quý III năm 2020 do các dự án hạ tầng kết nối; giá phổ biến đất ở tiếp giáp Đường tỉnh 832 từ 6,2 đến 7,0 triệu đồng/m². Giao dịch đất trồng lúa ít, chủ yếu giữa các hộ liền kề.
  2. Các giao dịch giữa người thân, giao dịch bán gấp, giao dịch có yếu tố đầu cơ không được sử dụng làm căn cứ.
  3. Trung tâm đã thu thập ${SURVEY_FORM_COUNT} phiếu thông tin, đối chiếu với hợp đồng công chứng và hồ sơ đăng ký biến động tại Chi nhánh Văn phòng Đăng ký đất đai.`;

export const EXPLANATION_2 = `# III. LỰA CHỌN PHƯƠNG PHÁP ĐỊNH GIÁ
  1. Khu đất gồm nhiều thửa liền kề có cùng mục đích sử dụng, khả năng sinh lợi tương tự; giá trị tính theo Bảng giá đất dưới 30 tỷ đồng đối với từng loại đất, vị trí. Do đó áp dụng phương pháp hệ số điều chỉnh giá đất.
  2. Hệ số điều chỉnh được xác định bằng cách so sánh giá đất phổ biến trên thị trường của từng loại đất, từng vị trí với giá đất trong Bảng giá đất.
  3. Kiểm tra bằng phương pháp so sánh trực tiếp đối với đất ở tiếp giáp Đường tỉnh 832: chọn 03 thửa so sánh, điều chỉnh theo diện tích, bề rộng mặt tiền, khoảng cách đến chợ; chênh lệch kết quả 3,9%.
  # IV. KẾT QUẢ
  1. Đất ở tại nông thôn: hệ số 2,75 (tiếp giáp Đường tỉnh 832), 2,60 (tiếp giáp đường Mỹ Yên – Tân Bửu), 2,40 (các vị trí còn lại).
  2. Đất trồng cây lâu năm: hệ số 2,60 và 2,40. Đất trồng lúa: hệ số 2,50 và 2,35.
  3. Giá đất đề nghị bảo đảm tương quan với dự án liền kề trên địa bàn xã Long Hiệp đã được phê duyệt năm 2020, chênh lệch không quá 5%.
  # V. ĐÁNH GIÁ TÁC ĐỘNG
  1. Về kinh tế: tổng kinh phí bồi thường về đất ${cost} triệu đồng, trong phạm vi kế hoạch vốn sau điều chỉnh của dự án.
  2. Về xã hội: 31 hộ di dời được bố trí nền tái định cư trong dự án; mức giá phù hợp khả năng tạo lập chỗ ở mới của người dân.
  3. Về môi trường: không phát sinh tác động trực tiếp từ phương án giá đất.`;

export const COUNCIL_MINUTES = `Thời gian bắt đầu: 14 giờ 00, ngày 09 tháng 4 năm 2021.
  Địa điểm: Phòng họp Sở Tài chính.
  Thành phần tham dự: 09/11 thành viên Hội đồng thẩm định giá đất tỉnh; đại diện Trung tâm Phát triển quỹ đất, Ủy ban nhân dân huyện Bến Lức, Ủy ban nhân dân xã Mỹ Yên, Ban Quản lý dự án đầu tư xây dựng công trình dân dụng và công nghiệp tỉnh.
  Chủ trì: bà ${holderOf('finance')}, Giám đốc Sở Tài chính, Phó Chủ tịch Hội đồng.
  Thư ký: bà Hứa Thị Bảo Trân, chuyên viên Sở Tài chính.
  **Nội dung (theo diễn biến cuộc họp):**
  1. Đại diện Trung tâm Phát triển quỹ đất trình bày Báo cáo thuyết minh số 57/BCTM-TTPTQĐ; nêu rõ nguồn thông tin, phương pháp, hệ số điều chỉnh và kết quả lấy ý kiến nhân dân.
  2. Ý kiến thảo luận:
  - Đại diện Sở Xây dựng: thống nhất phương pháp; đề nghị làm rõ khoảng cách từ các thửa so sánh đến khu đất.
  - Đại diện Cục Thuế: giá trên hợp đồng công chứng thường thấp hơn giao dịch thực tế; Trung tâm đã đối chiếu thêm lời khai và chứng từ thanh toán là phù hợp.
  - Đại diện Sở Tư pháp: trình tự, thủ tục thực hiện đúng quy định tại Nghị định số 44/2014/NĐ-CP và Thông tư số 36/2014/TT-BTNMT.
  - Đại diện Ủy ban nhân dân huyện Bến Lức: thống nhất; còn 16 hộ đề nghị nâng giá đất trồng cây lâu năm, huyện sẽ tiếp tục đối thoại.
  - Chủ tịch Ủy ban nhân dân xã Mỹ Yên: người dân mong sớm chi trả và giao nền tái định cư trước mùa mưa.
  3. Đại diện Trung tâm Phát triển quỹ đất giải trình: 03 thửa so sánh cách khu đất từ 0,4 km đến 1,6 km, cùng tuyến đường, đã điều chỉnh theo khoảng cách.
  4. Hội đồng biểu quyết: 09/09 thành viên có mặt thống nhất phương án giá đất.
  5. Kết luận của người chủ trì: Hội đồng thống nhất phương án giá đất do Sở Tài nguyên và Môi trường đề nghị; giao Sở Tài nguyên và Môi trường hoàn chỉnh hồ sơ, trình Ủy ban nhân dân tỉnh tại phiên họp thường kỳ tháng 4 năm 2021.
  Cuộc họp kết thúc lúc 16 giờ 15, ngày 09 tháng 4 năm 2021. Biên bản được thông qua, các thành viên thống nhất./.`;
