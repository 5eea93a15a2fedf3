import type { FaultKind, IntegrityFault, Verification } from '#audit';
import type { BackupDamage } from '#platform/backup';

const number = new Intl.NumberFormat('vi-VN');
const time = new Intl.DateTimeFormat('vi-VN', {
  dateStyle: 'short',
  timeStyle: 'medium',
  timeZone: 'Asia/Ho_Chi_Minh',
});

const faults: Readonly<Record<FaultKind, string>> = {
  'record-order': 'thiếu hoặc thừa một sự kiện',
  'record-head': 'dữ liệu của sự kiện không khớp phần đã niêm phong',
  'record-details': 'nội dung sự kiện đã bị sửa',
  'record-chain': 'sự kiện không nối tiếp chuỗi đã ghi',
  'record-tail': 'biên bản ghi kết thúc khác với dòng thông tin của phiên họp',
  'record-cut': 'biên bản ghi bị cắt từ đây: mốc đối chiếu còn ghi các sự kiện sau đó',
  'record-rewritten': 'biên bản ghi đã bị viết lại: khác với mốc đối chiếu',
  'record-erased': 'nội dung sự kiện bị xóa mà không có quyết định xóa trong biên bản ghi',
  'record-ownerless': 'có biên bản ghi nhưng không còn phiên họp',
  'meeting-missing': 'phiên họp có trong mốc đối chiếu nhưng đã bị xóa',
  'command-places': 'lệnh đã nhận chỉ đến sự kiện không phải của nó',
  'event-unclaimed': 'sự kiện không thuộc lệnh nào đã nhận',
  'checkpoint-missing': 'không có tệp mốc đối chiếu',
  'checkpoint-unreadable': 'dòng này không phải là mốc đối chiếu',
  'checkpoint-chain': 'dòng này không nối tiếp dòng trước: một trong hai dòng bị sửa, hoặc có dòng bị gỡ ra',
  'checkpoint-root': 'dòng cuối không khớp với các dòng trước nó',
  'paper-missing': 'không còn tệp tài liệu',
  'paper-altered': 'tệp tài liệu đã bị thay đổi',
};

const damages: Readonly<Record<BackupDamage, string>> = {
  'not-an-archive': 'không phải tệp sao lưu, hoặc tệp bị hỏng',
  'cut-off': 'tệp bị thiếu phần cuối',
  'contents-unreadable': 'không đọc được danh mục',
  'foreign-entry': 'có tệp lạ bên trong',
  'entry-twice': 'có tệp bị lặp',
  'entry-missing': 'thiếu tệp',
  'entry-changed': 'có tệp đã bị thay đổi',
  'entry-unlisted': 'có tệp không nằm trong danh mục',
  'no-database': 'không có cơ sở dữ liệu',
  'database-broken': 'cơ sở dữ liệu bên trong bị hỏng',
};

function whereOf({ meeting, seq, line, paper, sha256, command }: IntegrityFault): string {
  const parts = [
    meeting && `phiên họp ${meeting}`,
    seq && `sự kiện ${seq}`,
    line && `dòng ${line} của checkpoints.jsonl`,
    paper && `tài liệu ${paper}`,
    sha256 && `tệp ${sha256}`,
    command && `lệnh ${command}`,
  ];
  return parts.filter(Boolean).join(', ');
}

export const vi = {
  help: `Cách dùng: npm run hopso -- <lệnh>

  backup TỆP                 sao lưu toàn bộ hệ thống vào một tệp mới, không cần dừng máy chủ
  restore TỆP [--force]      phục hồi từ bản sao lưu; phải dừng máy chủ trước
                             --force: chuyển dữ liệu đang có sang thư mục before-restore-…
  verify [--json]            kiểm tra toàn vẹn dữ liệu, không cần dừng máy chủ
  migrate                    nâng cấp cơ sở dữ liệu lên phiên bản này
  create-admin               tạo tài khoản quản trị
                             --username TÊN  --name "HỌ VÀ TÊN"  [--unit "ĐƠN VỊ"]  [--password-stdin]
  reset-password TÊN         cấp mật khẩu mới cho một tài khoản
  help                       hướng dẫn này

Lệnh dùng cùng biến môi trường với máy chủ: DATA_DIR, DATABASE_URL.
Kết quả: 0 = đạt; 1 = không thực hiện được hoặc phát hiện sai lệch; 2 = gọi lệnh chưa đúng.`,
  unknownCommand: (command: string) => `Không có lệnh "${command}".`,
  badArguments: (reason: string) => `Tham số chưa đúng: ${reason}`,
  needsFile: 'Cần ghi tên một tệp.',
  needsUserName: 'Cần ghi tên đăng nhập.',
  noArguments: 'Lệnh này không có tham số.',

  settings: (faults: string) => `Không dùng được cấu hình:\n${faults}`,
  locked: (dataDir: string) =>
    `Thư mục dữ liệu ${dataDir} đang được máy chủ sử dụng. Hãy dừng máy chủ trước.`,
  databaseNewer: 'Cơ sở dữ liệu thuộc phiên bản Họp Số mới hơn phiên bản này. Hãy dùng phiên bản mới hơn đó.',
  migrationChanged: 'Cơ sở dữ liệu được nâng cấp bằng một bước khác với bước của phiên bản này.',
  pending: 'Cần nâng cấp cơ sở dữ liệu trước: npm run hopso -- migrate',
  unsafeDatabase: (reason: string) => `Cơ sở dữ liệu không bảo đảm an toàn dữ liệu: ${reason}`,
  noConnection: 'Không kết nối được với cơ sở dữ liệu. Hãy kiểm tra DATABASE_URL.',
  noData: (dataDir: string) =>
    `Chưa có dữ liệu trong ${dataDir}. Hãy kiểm tra DATA_DIR; hệ thống mới thì chạy create-admin.`,
  diskFull: 'Hết dung lượng đĩa. Không có gì bị thay đổi.',
  noFile: (path: string) => `Không tìm thấy ${path}.`,
  noPermission: (path: string) => `Không có quyền đọc hoặc ghi ${path}.`,
  unexpected: (message: string) => `Lỗi ngoài dự kiến: ${message}`,
  cancelled: 'Đã dừng, không có gì thay đổi.',

  backupExists: (file: string) => `Đã có tệp ${file}. Bản sao lưu không ghi đè; hãy chọn tên khác.`,
  backupDone: (file: string, bytes: number, papers: number) =>
    `Đã sao lưu vào ${file}: ${number.format(bytes)} byte, ${number.format(papers)} tệp tài liệu.\n` +
    'Bản sao lưu chứa dữ liệu họp và dữ liệu cá nhân: hãy cất giữ như tài liệu họp.',
  backupDamaged: (damage: BackupDamage, entry: string | undefined) =>
    `Bản sao lưu không dùng được: ${damages[damage]}${entry === undefined ? '' : ` (${entry})`}. ` +
    'Không có gì bị thay đổi; hãy dùng bản khác.',
  otherEngine: (backup: string, installation: string) =>
    `Bản sao lưu thuộc ${backup}, hệ thống này dùng ${installation}. Hãy đặt hoặc bỏ DATABASE_URL cho phù hợp.`,
  folderNotEmpty: (dataDir: string) =>
    `Thư mục ${dataDir} đã có dữ liệu. Thêm --force để chuyển dữ liệu đó sang thư mục before-restore-… rồi phục hồi.`,
  databaseNotEmpty:
    'Cơ sở dữ liệu PostgreSQL đã có dữ liệu. Hãy tạo một cơ sở dữ liệu trống và đặt vào DATABASE_URL.',
  restoreDone: (dataDir: string, createdAt: number, version: string) =>
    `Đã phục hồi vào ${dataDir} bản sao lưu lúc ${time.format(createdAt)} (phiên bản ${version}).\n` +
    'Mọi người phải đăng nhập lại; màn hình hội trường cần liên kết mới.',
  restoreAside: (folder: string) => `Dữ liệu trước đó nằm trong ${folder}.`,

  verified: ({ meetings, events, papers, checkpoints }: Verification) =>
    `Đã kiểm tra ${number.format(meetings)} phiên họp, ${number.format(events)} sự kiện, ` +
    `${number.format(papers)} tệp tài liệu, ${number.format(checkpoints.lines)} mốc đối chiếu` +
    `${checkpoints.lastAt === null ? '' : ` (mốc cuối ${time.format(checkpoints.lastAt)})`}.`,
  tornCheckpoint: 'Dòng mốc đối chiếu cuối ghi chưa xong vì máy chủ dừng đột ngột; máy chủ sẽ ghi lại.',
  whole: 'Dữ liệu toàn vẹn.',
  found: (count: number) => `PHÁT HIỆN ${number.format(count)} SAI LỆCH:`,
  fault: (fault: IntegrityFault) => {
    const where = whereOf(fault);
    return `- ${where === '' ? '' : `${where}: `}${faults[fault.kind]} [${fault.kind}]`;
  },
  adviseFaults:
    'Hãy giữ nguyên hiện trạng, sao chép thư mục dữ liệu ra nơi khác và so với bản sao lưu gần nhất trước khi sửa.',

  migrated: (engine: string, steps: number) =>
    `Cơ sở dữ liệu ${engine} đã ở bước ${steps}, đúng với phiên bản này.`,

  askUserName: 'Tên đăng nhập: ',
  askName: 'Họ và tên: ',
  askPassword: 'Mật khẩu (không hiện khi gõ): ',
  askPasswordAgain: 'Gõ lại mật khẩu: ',
  passwordsDiffer: 'Hai lần gõ mật khẩu không giống nhau.',
  noPassword: 'Không có mật khẩu ở đầu vào.',
  needsOptions: 'Cần --username và --name.',
  systemUnit: 'Quản trị hệ thống',
  administratorPost: 'Quản trị hệ thống',
  chooseUnit: (units: readonly string[]) => `Hãy chọn đơn vị bằng --unit. Hiện có: ${units.join('; ')}.`,
  adminCreated: (userName: string, unit: string) =>
    `Đã tạo tài khoản quản trị ${userName} (đơn vị: ${unit}).`,
  passwordOnce: (password: string) =>
    `Mật khẩu lần đầu, chỉ hiện một lần: ${password}\nNgười dùng phải đổi mật khẩu khi đăng nhập lần đầu.`,
  passwordReset: (userName: string) =>
    `Đã cấp mật khẩu mới cho ${userName}; mọi phiên đăng nhập của tài khoản này đã kết thúc.`,
  noSuchUser: (userName: string) => `Không có tài khoản ${userName}.`,
  userNameInvalid: 'Tên đăng nhập gồm 3–40 chữ Latinh, chữ số hoặc các dấu . _ -',
  userNameUsed: (userName: string) => `Tên đăng nhập ${userName} đã có người dùng.`,
  passwordShort: (least: number) => `Mật khẩu phải có ít nhất ${least} ký tự.`,
  passwordLong: (most: number) => `Mật khẩu có nhiều nhất ${most} ký tự.`,
  passwordCommon: 'Mật khẩu quá dễ đoán.',
  nameInvalid: 'Họ và tên phải có từ 1 đến 100 ký tự.',
  refused: (code: string) => `Không thực hiện được (${code}).`,
};
