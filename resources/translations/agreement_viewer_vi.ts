<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN">
<context>
    <name>About</name>
    <message>
        <source>About</source>
        <translation>Giới thiệu</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Thư mục dữ liệu</translation>
    </message>
    <message>
        <source>Follows a signed programme of co-operation: what was agreed, what was done, and the report on it.</source>
        <translation>Theo dõi việc thực hiện Chương trình phối hợp đã ký kết: nội dung đã thống nhất, kết quả đã thực hiện và báo cáo.</translation>
    </message>
    <message>
        <source>Licence texts…</source>
        <translation>Văn bản giấy phép…</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Giấy phép</translation>
    </message>
    <message>
        <source>Programme of co-operation</source>
        <translation>Theo dõi Chương trình phối hợp</translation>
    </message>
    <message>
        <source>The program is free under {licence}. It uses these works, each under its own licence; Qt {qt} lies beside it as libraries that may be exchanged:</source>
        <translation>Phần mềm được phát hành tự do theo giấy phép {licence} và sử dụng các thành phần sau, mỗi thành phần theo giấy phép riêng; Qt {qt} là thư viện để riêng, có thể thay thế:</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Phiên bản {version}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>A task needs a name.</source>
        <translation>Nhiệm vụ cần có tên.</translation>
    </message>
    <message>
        <source>Both offices changed the status: choose a value in the details.</source>
        <translation>Hai bên cùng sửa tình trạng thực hiện: chọn một giá trị ở phần Chi tiết.</translation>
    </message>
    <message>
        <source>Enter at least one detail of the document.</source>
        <translation>Cần nhập ít nhất một thông tin của tài liệu.</translation>
    </message>
    <message>
        <source>The completion date cannot be in the future.</source>
        <translation>Ngày hoàn thành không được sau ngày hôm nay.</translation>
    </message>
    <message>
        <source>The wording of what was signed cannot be changed.</source>
        <translation>Không thể sửa câu chữ của nội dung đã ký kết.</translation>
    </message>
</context>
<context>
    <name>Agreement</name>
    <message>
        <source>TOML is expected: name = &quot;text&quot;, [table] or [[list of tables]], no name twice</source>
        <translation>cần đúng cú pháp TOML: tên = &quot;nội dung&quot;, [bảng] hoặc [[danh sách bảng]], không lặp lại tên</translation>
    </message>
    <message>
        <source>The file {file} cannot be read: choose another.</source>
        <translation>Không đọc được tệp {file}: chọn tệp khác.</translation>
    </message>
    <message>
        <source>a date such as 2025-12-31 is expected</source>
        <translation>cần một ngày viết như 2025-12-31</translation>
    </message>
    <message>
        <source>a file of at most 1 MB is expected</source>
        <translation>cần tệp không quá 1 MB</translation>
    </message>
    <message>
        <source>a first year not after the last is expected</source>
        <translation>cần năm đầu không sau năm cuối</translation>
    </message>
    <message>
        <source>a list is expected</source>
        <translation>cần một danh sách</translation>
    </message>
    <message>
        <source>a list with at least one entry is expected</source>
        <translation>cần một danh sách có ít nhất một mục</translation>
    </message>
    <message>
        <source>a table is expected</source>
        <translation>cần một bảng</translation>
    </message>
    <message>
        <source>a text is expected</source>
        <translation>cần một đoạn chữ</translation>
    </message>
    <message>
        <source>a text is expected in one line, not empty and without control characters</source>
        <translation>cần một đoạn chữ trên một dòng, không để trống, không có ký tự điều khiển</translation>
    </message>
    <message>
        <source>a text is expected, not empty and without control characters but line breaks</source>
        <translation>cần một đoạn chữ không để trống, không có ký tự điều khiển ngoài dấu xuống dòng</translation>
    </message>
    <message>
        <source>a text, or a table of “text” and “published”, is expected</source>
        <translation>cần một đoạn chữ, hoặc một bảng gồm “text” và “published”</translation>
    </message>
    <message>
        <source>a whole number is expected</source>
        <translation>cần một số nguyên</translation>
    </message>
    <message>
        <source>a year from 1 to 9999 is expected</source>
        <translation>cần một năm từ 1 đến 9999</translation>
    </message>
    <message>
        <source>an id of a–z, 0–9 and, not first, hyphens is expected: 64 at most, no SHA-256 code</source>
        <translation>cần một mã gồm chữ a–z, số 0–9 và dấu gạch nối không đứng đầu: tối đa 64 ký tự, không phải mã SHA-256</translation>
    </message>
    <message>
        <source>an id of its own is expected, “{id}” being used at {place}</source>
        <translation>cần một mã riêng, vì “{id}” đã dùng tại {place}</translation>
    </message>
    <message>
        <source>another value is expected</source>
        <translation>cần một giá trị khác</translation>
    </message>
    <message>
        <source>line {line}, column {column}</source>
        <translation>dòng {line}, cột {column}</translation>
    </message>
    <message>
        <source>no field “{field}” is expected</source>
        <translation>không có trường nào tên là “{field}”</translation>
    </message>
    <message>
        <source>tables and lists nested less deeply are expected</source>
        <translation>cần bảng và danh sách ít tầng lồng nhau hơn</translation>
    </message>
    <message>
        <source>text in UTF-8 is expected</source>
        <translation>cần tệp văn bản mã hóa UTF-8</translation>
    </message>
    <message>
        <source>the end of the file</source>
        <translation>cuối tệp</translation>
    </message>
    <message>
        <source>the field “{field}” is expected and missing</source>
        <translation>cần có trường “{field}” nhưng còn thiếu</translation>
    </message>
    <message>
        <source>the id of an item is expected, not “{id}”</source>
        <translation>cần mã của một nội dung có trong tệp, không phải “{id}”</translation>
    </message>
    <message>
        <source>{file} was not opened: at {place}, {fault}.</source>
        <translation>Không mở được tệp {file}: tại {place}, {fault}.</translation>
    </message>
    <message>
        <source>{file} was not opened: {fault}.</source>
        <translation>Không mở được tệp {file}: {fault}.</translation>
    </message>
    <message>
        <source>“published” is expected only where it differs from “text”</source>
        <translation>chỉ ghi “published” khi khác với “text”</translation>
    </message>
</context>
<context>
    <name>Article</name>
    <message>
        <source>As published</source>
        <translation>Nguyên văn đã đăng</translation>
    </message>
    <message>
        <source>As shown</source>
        <translation>Câu chữ hiển thị</translation>
    </message>
    <message>
        <source>Differences in wording</source>
        <translation>Chỗ khác nguyên văn</translation>
    </message>
    <message>
        <source>Differences in wording ({count})</source>
        <translation>Chỗ khác nguyên văn ({count})</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Vị trí</translation>
    </message>
    <message>
        <source>Slips of the pen are put right on screen; what was published is kept beside it. Underlined words differ.</source>
        <translation>Lỗi chính tả, lỗi đánh máy được sửa khi hiển thị; nguyên văn đã đăng được giữ bên cạnh. Từ gạch chân là chỗ khác nhau.</translation>
    </message>
    <message>
        <source>The article</source>
        <translation>Toàn văn bài đăng</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>A verified backup is made by itself at the first start of each day. It is kept daily for 14 days, weekly for 8 weeks, monthly for 24 months.</source>
        <translation>Mỗi ngày, khi mở lần đầu, chương trình tự sao lưu và kiểm tra bản sao lưu. Bản sao lưu được giữ theo ngày trong 14 ngày, theo tuần trong 8 tuần, theo tháng trong 24 tháng.</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sao lưu ngay</translation>
    </message>
    <message>
        <source>Backed up and verified: {file}.</source>
        <translation>Đã sao lưu và kiểm tra: {file}.</translation>
    </message>
    <message>
        <source>Backed up at</source>
        <translation>Thời điểm sao lưu</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>Đang sao lưu…</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sao lưu</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sao lưu</translation>
    </message>
    <message>
        <source>Backups (*.zip *.sqlite3)</source>
        <translation>Bản sao lưu (*.zip *.sqlite3)</translation>
    </message>
    <message>
        <source>Backups (*.zip)</source>
        <translation>Bản sao lưu (*.zip)</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Số thay đổi</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Đang kiểm tra…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Bỏ chọn</translation>
    </message>
    <message>
        <source>Files of evidence</source>
        <translation>Tệp minh chứng</translation>
    </message>
    <message>
        <source>In order: {file}.</source>
        <translation>Nguyên vẹn: {file}.</translation>
    </message>
    <message>
        <source>Into one file…</source>
        <translation>Sao lưu ra một tệp…</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Thay đổi cuối</translation>
    </message>
    <message>
        <source>No backup could be written to {place}: check the room on the disk and its rights.</source>
        <translation>Không ghi được bản sao lưu vào {place}: cần kiểm tra dung lượng trống và quyền ghi.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Nơi lưu</translation>
    </message>
    <message>
        <source>Restore from a file…</source>
        <translation>Khôi phục từ tệp…</translation>
    </message>
    <message>
        <source>Restored. What was here has stayed.</source>
        <translation>Đã khôi phục. Nội dung đang có vẫn được giữ nguyên.</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Khôi phục từ bản sao lưu…</translation>
    </message>
    <message>
        <source>Second place for backups</source>
        <translation>Nơi sao lưu thứ hai</translation>
    </message>
    <message>
        <source>Second place: none. Choose another disk or a memory stick.</source>
        <translation>Nơi sao lưu thứ hai: chưa chọn. Nên chọn ổ đĩa khác hoặc USB.</translation>
    </message>
    <message>
        <source>Second place: {folder}</source>
        <translation>Nơi sao lưu thứ hai: {folder}</translation>
    </message>
    <message>
        <source>The data are damaged: without --dry-run they are recovered.</source>
        <translation>Dữ liệu bị hỏng: chạy lại lệnh không có --dry-run để khôi phục.</translation>
    </message>
    <message>
        <source>The data can be opened: name the backup to restore. `agreement-viewer backups` lists them.</source>
        <translation>Dữ liệu vẫn mở được: cần nêu bản sao lưu muốn khôi phục. Lệnh `agreement-viewer backups` liệt kê các bản sao lưu.</translation>
    </message>
    <message>
        <source>The folder {folder} is not there.</source>
        <translation>Không có thư mục {folder}.</translation>
    </message>
    <message>
        <source>The second place {folder} is not there: connect the disk and back up again.</source>
        <translation>Không thấy nơi sao lưu thứ hai {folder}: cần gắn ổ đĩa hoặc USB rồi sao lưu lại.</translation>
    </message>
    <message>
        <source>There are no backups yet.</source>
        <translation>Chưa có bản sao lưu.</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>Không có tệp {file}.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Máy này</translation>
    </message>
    <message>
        <source>{file} exists already: choose another name.</source>
        <translation>Đã có tệp {file}: cần chọn tên khác.</translation>
    </message>
    <message>
        <source>{file} is damaged or is no backup ({place}).</source>
        <translation>{file} bị hỏng hoặc không phải bản sao lưu ({place}).</translation>
    </message>
    <message>
        <source>{file} is no backup, is damaged, or has no room on the disk to be unpacked.</source>
        <translation>{file} không phải bản sao lưu, bị hỏng, hoặc ổ đĩa không đủ chỗ để giải nén.</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>Add task</source>
        <translation>Thêm nhiệm vụ</translation>
    </message>
    <message>
        <source>All tasks of item {number} are done.</source>
        <translation>Các nhiệm vụ của nội dung {number} đều đã hoàn thành.</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>Tất cả đơn vị</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Danh mục theo dõi</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Bỏ lọc</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Thời hạn</translation>
    </message>
    <message>
        <source>Done / not done</source>
        <translation>Đánh dấu, bỏ đánh dấu hoàn thành</translation>
    </message>
    <message>
        <source>Enter adds a task here.</source>
        <translation>Nhấn Enter để thêm nhiệm vụ tại đây.</translation>
    </message>
    <message>
        <source>Filter:</source>
        <translation>Lọc:</translation>
    </message>
    <message>
        <source>Items done</source>
        <translation>Nội dung đã hoàn thành</translation>
    </message>
    <message>
        <source>Items {done}/{total}</source>
        <translation>Nội dung {done}/{total}</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Không bỏ</translation>
    </message>
    <message>
        <source>Mark the item done</source>
        <translation>Đánh dấu nội dung này hoàn thành</translation>
    </message>
    <message>
        <source>Name of the new task</source>
        <translation>Tên nhiệm vụ mới</translation>
    </message>
    <message>
        <source>Name of the task</source>
        <translation>Tên nhiệm vụ</translation>
    </message>
    <message>
        <source>No longer in the programme&apos;s file</source>
        <translation>Không còn trong tệp chương trình</translation>
    </message>
    <message>
        <source>No tasks yet. Press Ctrl+N or paste a list from Excel.</source>
        <translation>Chưa có nhiệm vụ. Nhấn Ctrl+N hoặc dán danh sách từ Excel.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Không tìm thấy kết quả phù hợp</translation>
    </message>
    <message>
        <source>Only what another office has changed. Click to show the rest</source>
        <translation>Chỉ hiện nội dung bên kia vừa sửa. Bấm để hiện tất cả</translation>
    </message>
    <message>
        <source>Open tasks: {count}</source>
        <translation>Còn {count} nhiệm vụ</translation>
    </message>
    <message>
        <source>Paste a list of tasks…</source>
        <translation>Dán danh sách nhiệm vụ…</translation>
    </message>
    <message>
        <source>Received ✕</source>
        <translation>Mới nhận ✕</translation>
    </message>
    <message>
        <source>Rename task</source>
        <translation>Sửa tên nhiệm vụ</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Tìm (Ctrl+F)</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>Showing {hits}/{total}</source>
        <translation>Hiện {hits}/{total}</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Tasks still open: {count}</source>
        <translation>Còn {count} nhiệm vụ chưa hoàn thành</translation>
    </message>
    <message>
        <source>Tasks {done}/{total}</source>
        <translation>Nhiệm vụ {done}/{total}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Withdraw task</source>
        <translation>Bỏ nhiệm vụ</translation>
    </message>
    <message>
        <source>Withdraw this task? History keeps it.</source>
        <translation>Bỏ nhiệm vụ này? Nội dung vẫn được lưu trong lịch sử và có thể khôi phục.</translation>
    </message>
    <message>
        <source>done: {done}/{total}</source>
        <translation>hoàn thành {done}/{total}</translation>
    </message>
    <message>
        <source>not continued: {count}</source>
        <translation>không tiếp tục: {count}</translation>
    </message>
    <message>
        <source>not settled</source>
        <translation>chưa thống nhất</translation>
    </message>
    <message>
        <source>unresolved differences: {count}</source>
        <translation>{count} điểm chưa thống nhất</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Give the period a name.</source>
        <translation>Cần đặt tên cho kỳ báo cáo.</translation>
    </message>
    <message>
        <source>Some changes need a newer version of the program: install it before closing.</source>
        <translation>Có nội dung do phiên bản mới hơn của phần mềm ghi: cần cài đặt phiên bản đó trước khi chốt số liệu.</translation>
    </message>
    <message>
        <source>Some changes wait for others that have not arrived: receive them first.</source>
        <translation>Có nội dung còn chờ dữ liệu chưa nhận được: cần nhận đủ trước khi chốt số liệu.</translation>
    </message>
    <message>
        <source>The period is closed before its last day, {day}.</source>
        <translation>Số liệu được chốt trước ngày cuối kỳ ({day}).</translation>
    </message>
    <message>
        <source>The period&apos;s first day comes after its last day.</source>
        <translation>Ngày đầu kỳ sau ngày cuối kỳ.</translation>
    </message>
    <message>
        <source>“{name}” was closed before: choose another name.</source>
        <translation>Kỳ “{name}” đã được chốt số liệu: cần đặt tên khác.</translation>
    </message>
</context>
<context>
    <name>Code</name>
    <message>
        <source>Check</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Check a code</source>
        <translation>Tra mã đối chiếu</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Đang kiểm tra…</translation>
    </message>
    <message>
        <source>It stands at the foot of the last annex.</source>
        <translation>Mã in ở cuối phụ lục sau cùng của báo cáo.</translation>
    </message>
    <message>
        <source>Verification code</source>
        <translation>Mã đối chiếu số liệu</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>A backup; damaged data recover from the newest where none is named.</source>
        <translation>Bản sao lưu; nếu dữ liệu bị hỏng và không nêu tệp thì dùng bản mới nhất.</translation>
    </message>
    <message>
        <source>A folder that all can write to, or postgresql://NAME@SERVER/DATABASE.</source>
        <translation>Thư mục mà các bên cùng ghi được, hoặc postgresql://TÊN@MÁY_CHỦ/CƠ_SỞ_DỮ_LIỆU.</translation>
    </message>
    <message>
        <source>A new file to hand over.</source>
        <translation>Tệp mới sẽ ghi để gửi đi.</translation>
    </message>
    <message>
        <source>A new file, *.zip.</source>
        <translation>Tệp mới, *.zip.</translation>
    </message>
    <message>
        <source>A task stands under an item, not under a task.</source>
        <translation>Nhiệm vụ phải thuộc một nội dung, không thuộc một nhiệm vụ khác.</translation>
    </message>
    <message>
        <source>Add a task under an item.</source>
        <translation>Thêm nhiệm vụ vào một nội dung.</translation>
    </message>
    <message>
        <source>All in order.</source>
        <translation>Dữ liệu nguyên vẹn.</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Tham số</translation>
    </message>
    <message>
        <source>As JSON, for other programs.</source>
        <translation>Dạng JSON, cho chương trình khác đọc.</translation>
    </message>
    <message>
        <source>As it is typed in the window; empty quotes empty the field.</source>
        <translation>Ghi như khi nhập trên màn hình; dùng &quot;&quot; để xóa trống.</translation>
    </message>
    <message>
        <source>As printed on the report, 0000-0000-0000.</source>
        <translation>Mã in trên báo cáo, dạng 0000-0000-0000.</translation>
    </message>
    <message>
        <source>As things stood at the end of this day.</source>
        <translation>Theo số liệu tính đến hết ngày này.</translation>
    </message>
    <message>
        <source>Back up data and evidence into one file, and verify it.</source>
        <translation>Sao lưu dữ liệu và tài liệu minh chứng ra một tệp, có kiểm tra.</translation>
    </message>
    <message>
        <source>Check the data file from end to end.</source>
        <translation>Kiểm tra toàn bộ tệp dữ liệu.</translation>
    </message>
    <message>
        <source>Close the figures of a period, or list the closed ones.</source>
        <translation>Chốt số liệu một kỳ báo cáo hoặc liệt kê các kỳ đã chốt.</translation>
    </message>
    <message>
        <source>Close the figures of a period.</source>
        <translation>Chốt số liệu một kỳ báo cáo.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Các lệnh</translation>
    </message>
    <message>
        <source>Everything, for a successor, with the record to sign beside it.</source>
        <translation>Toàn bộ dữ liệu cho người kế nhiệm, kèm biên bản bàn giao để ký.</translation>
    </message>
    <message>
        <source>Exchange with other offices through a shared folder or a server.</source>
        <translation>Gửi, nhận với cơ quan khác qua thư mục dùng chung hoặc máy chủ.</translation>
    </message>
    <message>
        <source>Give a field of an item a value.</source>
        <translation>Ghi giá trị cho một mục của nội dung.</translation>
    </message>
    <message>
        <source>How long it is; taken from its days where it is not named.</source>
        <translation>Loại kỳ; nếu không nêu thì xác định theo ngày đầu và ngày cuối.</translation>
    </message>
    <message>
        <source>Its first day.</source>
        <translation>Ngày đầu kỳ.</translation>
    </message>
    <message>
        <source>Its last day.</source>
        <translation>Ngày cuối kỳ.</translation>
    </message>
    <message>
        <source>Kept as a condition: “{text}”.</source>
        <translation>Thời hạn được ghi là điều kiện: “{text}”.</translation>
    </message>
    <message>
        <source>List the backups.</source>
        <translation>Liệt kê các bản sao lưu.</translation>
    </message>
    <message>
        <source>List the closed periods.</source>
        <translation>Liệt kê các kỳ đã chốt số liệu.</translation>
    </message>
    <message>
        <source>Of a closed period, by its name.</source>
        <translation>Của kỳ đã chốt số liệu có tên này.</translation>
    </message>
    <message>
        <source>Of this item or task; of all where none is named.</source>
        <translation>Của nội dung hoặc nhiệm vụ này; nếu không nêu thì của tất cả.</translation>
    </message>
    <message>
        <source>One of: {fields}.</source>
        <translation>Một trong các mục: {fields}.</translation>
    </message>
    <message>
        <source>Only what this partner has not seen: an officer or an agency.</source>
        <translation>Chỉ nội dung mà cán bộ hoặc cơ quan này chưa nhận.</translation>
    </message>
    <message>
        <source>Only what was recorded from this day on.</source>
        <translation>Chỉ nội dung ghi từ ngày này.</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Tùy chọn</translation>
    </message>
    <message>
        <source>Removed as a secret: change {id}.</source>
        <translation>Đã xóa vì lý do bảo mật: thay đổi {id}.</translation>
    </message>
    <message>
        <source>Set a database up for the exchange, as its owner.</source>
        <translation>Thiết lập cơ sở dữ liệu để gửi, nhận, với quyền chủ sở hữu.</translation>
    </message>
    <message>
        <source>Set a server up, or tell how the exchange stands there.</source>
        <translation>Thiết lập máy chủ, hoặc cho biết tình hình gửi, nhận trên đó.</translation>
    </message>
    <message>
        <source>Show all items and tasks.</source>
        <translation>Liệt kê mọi nội dung và nhiệm vụ.</translation>
    </message>
    <message>
        <source>Show the program&apos;s version.</source>
        <translation>Hiển thị phiên bản phần mềm.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Hiển thị hướng dẫn này.</translation>
    </message>
    <message>
        <source>Show who changed what and when.</source>
        <translation>Xem ai đã sửa nội dung gì, vào lúc nào.</translation>
    </message>
    <message>
        <source>Take a secret out of a change, for ever.</source>
        <translation>Xóa vĩnh viễn nội dung mật của một thay đổi.</translation>
    </message>
    <message>
        <source>Take in what a backup holds; what is here stays.</source>
        <translation>Khôi phục nội dung của bản sao lưu; nội dung đang có được giữ nguyên.</translation>
    </message>
    <message>
        <source>Take in what another office recorded.</source>
        <translation>Nhận nội dung do cơ quan khác cập nhật.</translation>
    </message>
    <message>
        <source>Take in what new senders wrote too: their codes were compared.</source>
        <translation>Nhận cả từ người gửi mới, sau khi đã đối chiếu mã.</translation>
    </message>
    <message>
        <source>Tell what was left at the server, and what was not.</source>
        <translation>Cho biết nội dung nào đã có trên máy chủ, nội dung nào chưa.</translation>
    </message>
    <message>
        <source>Tell what would come, and change nothing.</source>
        <translation>Chỉ cho biết sẽ nhận gì, không thay đổi dữ liệu.</translation>
    </message>
    <message>
        <source>Tell which report carries a code, and whether it holds.</source>
        <translation>Tra cứu báo cáo theo mã đối chiếu và kiểm tra số liệu còn khớp hay không.</translation>
    </message>
    <message>
        <source>The command is not understood; it is: {usage}</source>
        <translation>Lệnh chưa đúng; cách viết: {usage}</translation>
    </message>
    <message>
        <source>The file that was sent.</source>
        <translation>Tệp đã được gửi đến.</translation>
    </message>
    <message>
        <source>The file to write.</source>
        <translation>Tệp sẽ ghi.</translation>
    </message>
    <message>
        <source>The file to write; its ending tells the kind.</source>
        <translation>Tệp sẽ ghi; phần mở rộng cho biết loại tệp.</translation>
    </message>
    <message>
        <source>The first line of this file is the passphrase.</source>
        <translation>Tệp có dòng đầu là mật khẩu.</translation>
    </message>
    <message>
        <source>The id that `history --json` shows.</source>
        <translation>Mã thay đổi theo lệnh `history --json`.</translation>
    </message>
    <message>
        <source>The id that `list` shows.</source>
        <translation>Mã theo lệnh `list`.</translation>
    </message>
    <message>
        <source>The id that `list` shows; of a task its beginning will do.</source>
        <translation>Mã theo lệnh `list`; với nhiệm vụ chỉ cần phần đầu của mã.</translation>
    </message>
    <message>
        <source>The server; that of the settings where none is named.</source>
        <translation>Máy chủ; nếu không nêu thì dùng máy chủ trong phần Cài đặt.</translation>
    </message>
    <message>
        <source>The whole report, or the one page for leaders.</source>
        <translation>Báo cáo đầy đủ, hoặc bản tóm tắt một trang cho lãnh đạo.</translation>
    </message>
    <message>
        <source>There is no change “{id}”: `agreement-viewer history --json` shows all.</source>
        <translation>Không có thay đổi “{id}”: lệnh `agreement-viewer history --json` liệt kê tất cả.</translation>
    </message>
    <message>
        <source>There is no item “{id}”: `agreement-viewer list` shows all.</source>
        <translation>Không có nội dung “{id}”: lệnh `agreement-viewer list` liệt kê tất cả.</translation>
    </message>
    <message>
        <source>Try everything that the program needs, beside the data.</source>
        <translation>Tự kiểm tra mọi thành phần của phần mềm, không ảnh hưởng đến dữ liệu.</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>Cách dùng:</translation>
    </message>
    <message>
        <source>What is to be done.</source>
        <translation>Việc cần làm.</translation>
    </message>
    <message>
        <source>What the period is called.</source>
        <translation>Tên kỳ báo cáo.</translation>
    </message>
    <message>
        <source>Why; it stays in the history.</source>
        <translation>Lý do; được lưu trong lịch sử.</translation>
    </message>
    <message>
        <source>Without a command the window opens. Options stand before or after it.</source>
        <translation>Không có lệnh thì mở cửa sổ. Các tùy chọn đặt trước hoặc sau lệnh.</translation>
    </message>
    <message>
        <source>Write the record of what was merged and settled, for both sides to sign.</source>
        <translation>Lập biên bản đối chiếu dữ liệu đã hợp nhất và nội dung đã thống nhất để hai bên ký.</translation>
    </message>
    <message>
        <source>Write the status report as PDF, Word or Excel.</source>
        <translation>Xuất báo cáo ra tệp PDF, Word hoặc Excel.</translation>
    </message>
    <message>
        <source>Write what was recorded to a file for another office.</source>
        <translation>Ghi nội dung đã cập nhật ra tệp để gửi cơ quan khác.</translation>
    </message>
    <message>
        <source>not settled: {fields}</source>
        <translation>chưa thống nhất: {fields}</translation>
    </message>
    <message>
        <source>postgresql://NAME@SERVER/DATABASE; the password is asked for.</source>
        <translation>postgresql://TÊN@MÁY_CHỦ/CƠ_SỞ_DỮ_LIỆU; mật khẩu sẽ được hỏi.</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>A fault in the program has ended it. Whatever was shown as saved is saved; what was being typed is offered again at the next start.</source>
        <translation>Chương trình phải dừng do lỗi của chính chương trình. Nội dung đã báo “Đã lưu” vẫn được giữ nguyên; nội dung đang nhập sẽ được đề nghị khôi phục khi mở lại.</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Sao chép thông tin</translation>
    </message>
    <message>
        <source>For those who look after the program; it holds nothing of the data:</source>
        <translation>Thông tin dành cho bộ phận kỹ thuật, không chứa nội dung dữ liệu:</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Mở lại chương trình</translation>
    </message>
    <message>
        <source>The program had to end</source>
        <translation>Chương trình phải dừng</translation>
    </message>
</context>
<context>
    <name>Deadline</name>
    <message>
        <source>month {month}/{year}</source>
        <translation>tháng {month}/{year}</translation>
    </message>
    <message>
        <source>ongoing</source>
        <translation>thường xuyên</translation>
    </message>
    <message>
        <source>quarter {quarter}/{year}</source>
        <translation>quý {quarter}/{year}</translation>
    </message>
    <message>
        <source>year {year}</source>
        <translation>năm {year}</translation>
    </message>
    <message>
        <source>yearly</source>
        <translation>hằng năm</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>A condition: no calendar tells its day</source>
        <translation>Theo điều kiện, không xác định được ngày đến hạn</translation>
    </message>
    <message>
        <source>All tasks of item {number} are done.</source>
        <translation>Mọi nhiệm vụ của nội dung {number} đã hoàn thành.</translation>
    </message>
    <message>
        <source>Approving document</source>
        <translation>Văn bản cho phép gia hạn</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>Nguyên văn đã đăng</translation>
    </message>
    <message>
        <source>Both offices changed this:</source>
        <translation>Hai bên cùng sửa nội dung này:</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Lịch</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Choose co-ordinating units</source>
        <translation>Chọn đơn vị phối hợp</translation>
    </message>
    <message>
        <source>Choose in the calendar (Alt+Down)</source>
        <translation>Chọn trong lịch (Alt+Down)</translation>
    </message>
    <message>
        <source>Co-ordinating unit</source>
        <translation>Đơn vị phối hợp</translation>
    </message>
    <message>
        <source>Completion date</source>
        <translation>Ngày hoàn thành</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày ban hành</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Thời hạn</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Chi tiết</translation>
    </message>
    <message>
        <source>Difficulties</source>
        <translation>Khó khăn, vướng mắc</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Tài liệu minh chứng</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Gia hạn</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Given by: {name}</source>
        <translation>Người chỉ đạo: {name}</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Cơ quan ban hành</translation>
    </message>
    <message>
        <source>Keep as a condition</source>
        <translation>Giữ làm điều kiện</translation>
    </message>
    <message>
        <source>Known units</source>
        <translation>Các đơn vị đã có</translation>
    </message>
    <message>
        <source>Lead unit</source>
        <translation>Đơn vị chủ trì</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Thu gọn</translation>
    </message>
    <message>
        <source>Mark the item done</source>
        <translation>Đánh dấu nội dung hoàn thành</translation>
    </message>
    <message>
        <source>Mark the item not done</source>
        <translation>Bỏ đánh dấu hoàn thành</translation>
    </message>
    <message>
        <source>New deadline</source>
        <translation>Thời hạn mới</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Tháng sau</translation>
    </message>
    <message>
        <source>No line of the list is chosen.</source>
        <translation>Chưa chọn dòng nào trong danh sách.</translation>
    </message>
    <message>
        <source>No longer in the programme&apos;s file</source>
        <translation>Không còn trong tệp chương trình</translation>
    </message>
    <message>
        <source>Not understood. Write it like 31/12/2025, 12/2025 or quý IV/2025.</source>
        <translation>Chưa nhận ra thời hạn. Ví dụ cách ghi: 31/12/2025, 12/2025, quý IV/2025.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số, ký hiệu</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Tháng trước</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Đề xuất, kiến nghị</translation>
    </message>
    <message>
        <source>Q4/2025…</source>
        <translation>quý IV/2025…</translation>
    </message>
    <message>
        <source>Reason for extension</source>
        <translation>Lý do gia hạn</translation>
    </message>
    <message>
        <source>Record extension</source>
        <translation>Ghi gia hạn</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Sản phẩm, kết quả</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Xem toàn văn</translation>
    </message>
    <message>
        <source>Some changes need a newer version of the program; they are kept as they are.</source>
        <translation>Một số thay đổi cần bản mới hơn của chương trình; các thay đổi đó được giữ nguyên.</translation>
    </message>
    <message>
        <source>State the new deadline in a known form.</source>
        <translation>Nhập thời hạn mới theo cách viết đã biết, ví dụ quý IV/2025 hoặc 31/12/2025.</translation>
    </message>
    <message>
        <source>State the reason for the extension.</source>
        <translation>Nhập lý do gia hạn.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Tình trạng thực hiện</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Trích yếu nội dung</translation>
    </message>
    <message>
        <source>Task name</source>
        <translation>Tên nhiệm vụ</translation>
    </message>
    <message>
        <source>Tasks still open: {count}</source>
        <translation>Còn {count} nhiệm vụ chưa hoàn thành</translation>
    </message>
    <message>
        <source>The new deadline is not later than the old one.</source>
        <translation>Thời hạn mới phải sau thời hạn cũ.</translation>
    </message>
    <message>
        <source>The programme&apos;s file has this item no more. What was recorded on it is kept.</source>
        <translation>Tệp chương trình không còn nội dung này. Những gì đã ghi vẫn được giữ.</translation>
    </message>
    <message>
        <source>The wording in the programme&apos;s file differs from that of the first opening.</source>
        <translation>Câu chữ trong tệp chương trình khác với lần mở đầu tiên.</translation>
    </message>
    <message>
        <source>There is no such day in the calendar.</source>
        <translation>Lịch không có ngày này.</translation>
    </message>
    <message>
        <source>Unsaved text from before: “{text}”</source>
        <translation>Nội dung nhập trước đây chưa lưu: “{text}”</translation>
    </message>
    <message>
        <source>Use this value</source>
        <translation>Chọn giá trị này</translation>
    </message>
    <message>
        <source>Withdraw all the same</source>
        <translation>Vẫn bỏ</translation>
    </message>
    <message>
        <source>brought back</source>
        <translation>đã khôi phục</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>để trống</translation>
    </message>
    <message>
        <source>extended from {before}</source>
        <translation>gia hạn từ {before}</translation>
    </message>
    <message>
        <source>name not given</source>
        <translation>chưa ghi tên</translation>
    </message>
    <message>
        <source>needs a newer version of the program</source>
        <translation>cần bản mới hơn của chương trình</translation>
    </message>
    <message>
        <source>once done</source>
        <translation>khi hoàn thành</translation>
    </message>
    <message>
        <source>removed as a secret</source>
        <translation>đã xóa vì lý do bảo mật</translation>
    </message>
    <message>
        <source>separated by “;”</source>
        <translation>cách nhau bằng dấu “;”</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>đã bỏ</translation>
    </message>
    <message>
        <source>{group} · task {number}</source>
        <translation>{group} · nhiệm vụ {number}</translation>
    </message>
    <message>
        <source>{value} — {who}, {when}</source>
        <translation>{value} — {who}, {when}</translation>
    </message>
    <message>
        <source>{who} withdrew this while others went on with it.</source>
        <translation>{who} đã bỏ mục này trong khi bên kia tiếp tục cập nhật.</translation>
    </message>
    <message>
        <source>{words} — due by {day} of each year</source>
        <translation>{words} — đến hạn {day} hằng năm</translation>
    </message>
    <message>
        <source>{words} — due {day}</source>
        <translation>{words} — đến hạn {day}</translation>
    </message>
    <message>
        <source>{words} — never overdue</source>
        <translation>{words} — không tính quá hạn</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>Another value…</source>
        <translation>Giá trị khác…</translation>
    </message>
    <message>
        <source>Both offices changed {count} of the fields without knowing of each other. Choose the value that is to stand, or enter another one.</source>
        <translation>Hai bên cùng sửa {count} nội dung. Chọn giá trị thống nhất hoặc nhập giá trị khác.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>Nothing is left to settle.</source>
        <translation>Không có nội dung nào chưa thống nhất.</translation>
    </message>
    <message>
        <source>Pages of the record</source>
        <translation>Các trang của biên bản</translation>
    </message>
    <message>
        <source>Reconciliation record</source>
        <translation>Biên bản đối chiếu</translation>
    </message>
    <message>
        <source>Reconciliation record…</source>
        <translation>Biên bản đối chiếu…</translation>
    </message>
    <message>
        <source>Recorded from the day</source>
        <translation>Thay đổi ghi từ ngày</translation>
    </message>
    <message>
        <source>Settled. The history keeps every value.</source>
        <translation>Đã thống nhất. Lịch sử cập nhật giữ lại mọi giá trị.</translation>
    </message>
    <message>
        <source>Unresolved differences</source>
        <translation>Nội dung chưa thống nhất</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>from the beginning</source>
        <translation>từ đầu</translation>
    </message>
    <message>
        <source>shown meanwhile</source>
        <translation>đang hiển thị</translation>
    </message>
</context>
<context>
    <name>Display</name>
    <message>
        <source>The window needs the system&apos;s library libxcb-cursor0: install it.</source>
        <translation>Cửa sổ cần thư viện hệ thống libxcb-cursor0: hãy cài đặt thư viện này.</translation>
    </message>
    <message>
        <source>There is no screen to open a window on: `agreement-viewer report -o FILE.pdf` writes the report without one.</source>
        <translation>Không có màn hình để mở cửa sổ: lệnh `agreement-viewer report -o TỆP.pdf` ghi báo cáo mà không cần màn hình.</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>A file in {folder} could not be removed: close the program that shows it.</source>
        <translation>Không xóa được một tệp trong {folder}: cần đóng chương trình đang mở tệp đó.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Add document…</source>
        <translation>Thêm tài liệu…</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tất cả tệp (*)</translation>
    </message>
    <message>
        <source>Both offices changed this: edit it to choose.</source>
        <translation>Hai bên cùng sửa tài liệu này: sửa lại để chọn giá trị.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Checking {file}…</source>
        <translation>Đang kiểm tra {file}…</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Chọn tệp…</translation>
    </message>
    <message>
        <source>Copying {file}…</source>
        <translation>Đang sao chép {file}…</translation>
    </message>
    <message>
        <source>Do not enter or attach state secrets.</source>
        <translation>Không nhập, đính kèm tài liệu chứa bí mật nhà nước.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Tài liệu minh chứng</translation>
    </message>
    <message>
        <source>No program on this computer opens {file}.</source>
        <translation>Máy tính này không có chương trình mở được {file}.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Lưu bản sao…</translation>
    </message>
    <message>
        <source>Show its folder</source>
        <translation>Mở thư mục chứa tệp</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Withdraw this document? History keeps it.</source>
        <translation>Bỏ tài liệu này? Nội dung vẫn được lưu trong lịch sử và có thể khôi phục.</translation>
    </message>
    <message>
        <source>Withdrawn by one office, changed by another.</source>
        <translation>Một bên đã bỏ, bên kia tiếp tục sửa.</translation>
    </message>
    <message>
        <source>document without a number</source>
        <translation>tài liệu chưa ghi số, ký hiệu</translation>
    </message>
    <message>
        <source>{file} could not be copied: check the file and the room on the disk.</source>
        <translation>Không sao chép được {file}: kiểm tra tệp và dung lượng trống của ổ đĩa.</translation>
    </message>
    <message>
        <source>{file} could not be copied: check the folder and the room on the disk.</source>
        <translation>Không sao chép được {file}: kiểm tra thư mục và dung lượng trống của ổ đĩa.</translation>
    </message>
    <message>
        <source>{file} could not be kept: check the disk.</source>
        <translation>Không lưu được tệp {file}: cần kiểm tra ổ đĩa.</translation>
    </message>
    <message>
        <source>{file} is not a file.</source>
        <translation>{file} không phải là tệp.</translation>
    </message>
    <message>
        <source>{file} is not on this computer.</source>
        <translation>Tệp {file} không có trên máy tính này.</translation>
    </message>
    <message>
        <source>{file} is {size} MB large, and at most {most} MB are taken: attach the part that matters, or state its number and subject alone.</source>
        <translation>{file} có dung lượng {size} MB, vượt quá {most} MB: chỉ đính kèm phần cần thiết, hoặc chỉ ghi số, ký hiệu và trích yếu nội dung.</translation>
    </message>
    <message>
        <source>{file} may hold a program and is not opened from here. Show its folder?</source>
        <translation>{file} có thể chứa chương trình nên không mở được từ đây. Mở thư mục chứa tệp?</translation>
    </message>
    <message>
        <source>{file} was altered on the disk.</source>
        <translation>Tệp {file} trên ổ đĩa đã bị thay đổi, không còn đúng bản đã lưu.</translation>
    </message>
    <message>
        <source>{file} — not on this computer</source>
        <translation>{file} — không có trên máy tính này</translation>
    </message>
    <message>
        <source>{file} — {size}</source>
        <translation>{file} — {size}</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>A newer version of this program wrote the file: install it first.</source>
        <translation>Tệp do phiên bản mới hơn của chương trình tạo ra: cần cài đặt phiên bản đó trước.</translation>
    </message>
    <message>
        <source>A sender was not accepted, so nothing was taken in.</source>
        <translation>Có nơi gửi chưa được chấp nhận nên chưa nhận nội dung nào.</translation>
    </message>
    <message>
        <source>Another agency hands over its own work here: to exchange data, ask it for a file made with “Send to partner”.</source>
        <translation>Đây là tệp bàn giao trong nội bộ cơ quan bên kia. Để trao đổi dữ liệu giữa hai bên, đề nghị gửi tệp bằng “Gửi cơ quan phối hợp”.</translation>
    </message>
    <message>
        <source>Both sides changed: {names}.</source>
        <translation>Hai bên cùng sửa, chưa thống nhất: {names}.</translation>
    </message>
    <message>
        <source>Changes left for others: {count}.</source>
        <translation>Đã gửi {count} thay đổi.</translation>
    </message>
    <message>
        <source>Changes of {name} in the file are not signed, so nothing was taken in: ask the sender for another file.</source>
        <translation>Thay đổi của {name} trong tệp không có chữ ký nên chưa nhận nội dung nào: đề nghị nơi gửi cung cấp tệp khác.</translation>
    </message>
    <message>
        <source>Changes taken in: {count}.</source>
        <translation>Đã nhận {count} thay đổi.</translation>
    </message>
    <message>
        <source>Changes that wait for others: {count}. Ask for a file with everything.</source>
        <translation>Thay đổi còn chờ nội dung khác: {count}. Đề nghị nơi gửi cung cấp tệp đầy đủ.</translation>
    </message>
    <message>
        <source>Changes written: {count}, and the record to sign: {file}. The stick may be removed.</source>
        <translation>Đã ghi {count} thay đổi và biên bản bàn giao để ký: {file}. Có thể rút USB.</translation>
    </message>
    <message>
        <source>Changes written: {count}, in {file}. The stick may be removed.</source>
        <translation>Đã ghi {count} thay đổi vào tệp {file}. Có thể rút USB.</translation>
    </message>
    <message>
        <source>Code of this computer: {code}</source>
        <translation>Mã của máy này: {code}</translation>
    </message>
    <message>
        <source>Earlier code of this computer: {code}</source>
        <translation>Mã trước đây của máy này: {code}</translation>
    </message>
    <message>
        <source>From {name}, {time} {day}.</source>
        <translation>Nơi gửi: {name}, lúc {time} ngày {day}.</translation>
    </message>
    <message>
        <source>Handover by {name}, {time} {day}.</source>
        <translation>Bên giao: {name}, lúc {time} ngày {day}.</translation>
    </message>
    <message>
        <source>New changes: {count}</source>
        <translation>Thay đổi mới: {count}</translation>
    </message>
    <message>
        <source>New differences to settle: {count}</source>
        <translation>Nội dung chưa thống nhất phát sinh: {count}</translation>
    </message>
    <message>
        <source>New files of evidence: {count}</source>
        <translation>Tệp minh chứng mới: {count}</translation>
    </message>
    <message>
        <source>New sender: {name}, code {code}</source>
        <translation>Nơi gửi mới: {name}, mã {code}</translation>
    </message>
    <message>
        <source>Not on this computer, or altered, and left out: {files}</source>
        <translation>Tệp không có trên máy này hoặc đã bị sửa, không gửi kèm: {files}</translation>
    </message>
    <message>
        <source>Not yet signed where they were recorded, and left out: {count} changes. Send once from the account that recorded them; where its key is lost, enter them anew.</source>
        <translation>Chưa gửi được {count} thay đổi do chưa có chữ ký nơi ghi. Gửi một lần từ tài khoản đã ghi các thay đổi này; nếu khóa của tài khoản đó đã mất thì nhập lại nội dung.</translation>
    </message>
    <message>
        <source>Nothing in it is new: all of it is here already.</source>
        <translation>Không có nội dung mới: tất cả đã có trên máy này.</translation>
    </message>
    <message>
        <source>Nothing was taken in. Compare the code with the sender by telephone; where it is the same, add --accept-new.</source>
        <translation>Chưa nhận nội dung nào. Đối chiếu mã với nơi gửi qua điện thoại; nếu trùng khớp, thêm --accept-new.</translation>
    </message>
    <message>
        <source>Only looked at: nothing was taken in.</source>
        <translation>Chỉ xem trước: chưa nhận nội dung nào.</translation>
    </message>
    <message>
        <source>Recorded by: {names}</source>
        <translation>Người cập nhật: {names}</translation>
    </message>
    <message>
        <source>Recorded on the computer of {home} in the name of {name}: ask the sender.</source>
        <translation>Ghi trên máy của {home} nhưng đứng tên {name}: cần hỏi lại nơi gửi.</translation>
    </message>
    <message>
        <source>Settled by {name}: {names}.</source>
        <translation>{name} đã chọn giá trị thống nhất: {names}.</translation>
    </message>
    <message>
        <source>The file belongs to the programme “{title}”: open that one first.</source>
        <translation>Tệp thuộc chương trình “{title}”: cần mở chương trình đó trước.</translation>
    </message>
    <message>
        <source>The file is damaged or was altered, so nothing was taken in: ask for it again.</source>
        <translation>Tệp bị hỏng hoặc đã bị sửa nên chưa nhận nội dung nào: đề nghị nơi gửi gửi lại.</translation>
    </message>
    <message>
        <source>The file is protected by a passphrase: enter it.</source>
        <translation>Tệp được bảo vệ bằng mật khẩu: cần nhập mật khẩu.</translation>
    </message>
    <message>
        <source>The file {file} holds no passphrase.</source>
        <translation>Tệp {file} không chứa mật khẩu.</translation>
    </message>
    <message>
        <source>The passphrase does not open the file: enter it again.</source>
        <translation>Mật khẩu không mở được tệp: cần nhập lại.</translation>
    </message>
    <message>
        <source>The passphrase in {file} cannot be read.</source>
        <translation>Không đọc được mật khẩu trong tệp {file}.</translation>
    </message>
    <message>
        <source>The shared folder {folder} cannot be reached: the exchange is made up for once it can.</source>
        <translation>Không mở được thư mục dùng chung {folder}: việc trao đổi sẽ được thực hiện bù khi mở được thư mục.</translation>
    </message>
    <message>
        <source>There is no room on the disk for what arrives: make some.</source>
        <translation>Ổ đĩa không đủ chỗ cho nội dung nhận về: giải phóng thêm dung lượng.</translation>
    </message>
    <message>
        <source>This is no file to receive: choose one that ends in .agx.</source>
        <translation>Đây không phải tệp để nhận: chọn tệp có đuôi .agx.</translation>
    </message>
    <message>
        <source>What new senders left was not taken in. Compare their codes by telephone; where they are the same, add --accept-new.</source>
        <translation>Chưa nhận nội dung của nơi gửi mới. Đối chiếu mã qua điện thoại; nếu trùng khớp, thêm --accept-new.</translation>
    </message>
    <message>
        <source>{file} cannot be read: check the file and the disk.</source>
        <translation>Không đọc được {file}: kiểm tra tệp và ổ đĩa.</translation>
    </message>
    <message>
        <source>{file} cannot be written: check the disk and the room on it.</source>
        <translation>Không ghi được {file}: kiểm tra ổ đĩa và dung lượng còn trống.</translation>
    </message>
    <message>
        <source>{file} exists already: choose another name.</source>
        <translation>Đã có tệp {file}: cần chọn tên khác.</translation>
    </message>
    <message>
        <source>{folder} lies within the data folder: choose one that others can write to.</source>
        <translation>{folder} nằm trong thư mục dữ liệu: chọn thư mục khác mà các cơ quan cùng ghi được.</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>There is no field “{name}”: use {known}.</source>
        <translation>Không có mục “{name}”: dùng một trong các mục {known}.</translation>
    </message>
    <message>
        <source>This text has {count} characters, and a field holds {most}: shorten it, or attach it as a document.</source>
        <translation>Nội dung có {count} ký tự, vượt quá {most} ký tự: rút gọn hoặc đính kèm thành tài liệu minh chứng.</translation>
    </message>
    <message>
        <source>“{text}” is not a day: write it like 31/12/2025.</source>
        <translation>“{text}” không phải là ngày: viết như 31/12/2025.</translation>
    </message>
    <message>
        <source>“{text}” is not a deadline: write it like 31/12/2025.</source>
        <translation>“{text}” không phải là thời hạn: viết như 31/12/2025.</translation>
    </message>
    <message>
        <source>“{text}” is not a status: use {known}.</source>
        <translation>“{text}” không phải là tình trạng thực hiện: dùng {known}.</translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message>
        <source>Everything recorded here goes into one file, with the files of evidence; beside it the record for both sides to sign is written as PDF. It bears the codes that the receiver compares. A passphrase is told by word of mouth.</source>
        <translation>Toàn bộ nội dung đã ghi và tệp minh chứng được đưa vào một tệp; biên bản bàn giao dữ liệu (PDF) để hai bên ký được ghi bên cạnh, có các mã để bên nhận đối chiếu. Mật khẩu được báo trực tiếp, không gửi kèm tệp.</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Bàn giao</translation>
    </message>
    <message>
        <source>Handover {title}</source>
        <translation>Bàn giao {title}</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Người nhận</translation>
    </message>
    <message>
        <source>Receiver&apos;s agency or unit</source>
        <translation>Cơ quan, đơn vị nhận</translation>
    </message>
    <message>
        <source>to be filled in by hand</source>
        <translation>để trống, ghi tay trên biên bản</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>A deadline is typed as 31/12/2025, 12/2025, quý IV/2025, 2025, hằng năm or thường xuyên. Any other text can be kept as a condition. A month, quarter or year falls due on its last day.</source>
        <translation>Thời hạn nhập theo dạng 31/12/2025, 12/2025, quý IV/2025, 2025, hằng năm hoặc thường xuyên. Nội dung khác có thể giữ lại làm điều kiện. Thời hạn theo tháng, quý, năm được tính đến ngày cuối cùng của tháng, quý, năm đó.</translation>
    </message>
    <message>
        <source>A file added as evidence is copied into the data folder; the original may then be moved.</source>
        <translation>Tệp tài liệu minh chứng được chép vào thư mục dữ liệu; sau đó có thể di chuyển tệp gốc.</translation>
    </message>
    <message>
        <source>Add a task; Enter adds another, Esc ends</source>
        <translation>Thêm nhiệm vụ; Enter: thêm nhiệm vụ tiếp theo, Esc: kết thúc</translation>
    </message>
    <message>
        <source>Add the tasks of a list copied in Excel or Word</source>
        <translation>Thêm các nhiệm vụ trong danh sách đã sao chép từ Excel hoặc Word</translation>
    </message>
    <message>
        <source>An item&apos;s status is stated by an officer. Tasks never change it, nor it them.</source>
        <translation>Tình trạng thực hiện của nội dung do cán bộ xác nhận. Nhiệm vụ không làm thay đổi tình trạng của nội dung và ngược lại.</translation>
    </message>
    <message>
        <source>Close a dialog or a strip, end typing in the search box</source>
        <translation>Đóng hộp thoại, thanh thông báo; thoát ô tìm kiếm</translation>
    </message>
    <message>
        <source>Do not enter or attach state secrets.</source>
        <translation>Không nhập, đính kèm tài liệu chứa bí mật nhà nước.</translation>
    </message>
    <message>
        <source>Every change is saved at once, with the officer&apos;s name and the time. The history of an item shows them all, and any earlier value can be restored. Nothing is deleted.</source>
        <translation>Mọi thay đổi được lưu ngay, kèm họ tên người nhập và thời điểm. Lịch sử cập nhật của từng nội dung ghi lại tất cả; giá trị trước đây đều có thể khôi phục. Không có gì bị xóa.</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Trong toàn bộ chương trình</translation>
    </message>
    <message>
        <source>Exchange with the other offices now</source>
        <translation>Trao đổi ngay với các cơ quan khác</translation>
    </message>
    <message>
        <source>Export the report as PDF</source>
        <translation>Xuất báo cáo ra PDF</translation>
    </message>
    <message>
        <source>Find what is typed</source>
        <translation>Tìm nội dung đang gõ</translation>
    </message>
    <message>
        <source>Find; tone marks may be left out</source>
        <translation>Tìm kiếm; có thể nhập không dấu</translation>
    </message>
    <message>
        <source>Fold or unfold the tasks</source>
        <translation>Thu gọn hoặc mở rộng danh sách nhiệm vụ</translation>
    </message>
    <message>
        <source>Go to the next column</source>
        <translation>Chuyển sang cột tiếp theo</translation>
    </message>
    <message>
        <source>Go to the next or the previous control or link</source>
        <translation>Chuyển đến ô, nút hoặc liên kết tiếp theo, trước đó</translation>
    </message>
    <message>
        <source>How to</source>
        <translation>Hướng dẫn</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>Trong danh sách</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>Phím tắt và hướng dẫn</translation>
    </message>
    <message>
        <source>Larger text, smaller text, usual size</source>
        <translation>Tăng, giảm cỡ chữ, trở về cỡ chữ thường</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Chữ cái</translation>
    </message>
    <message>
        <source>Mark as done; again: back to the status before</source>
        <translation>Đánh dấu hoàn thành; nhấn lần nữa: trở lại tình trạng trước đó</translation>
    </message>
    <message>
        <source>Not started, in progress, done, paused, dropped</source>
        <translation>Chưa thực hiện, đang thực hiện, hoàn thành, tạm dừng, không tiếp tục thực hiện</translation>
    </message>
    <message>
        <source>Open another programme</source>
        <translation>Mở chương trình khác</translation>
    </message>
    <message>
        <source>Print preview</source>
        <translation>Xem trước khi in</translation>
    </message>
    <message>
        <source>Print the report</source>
        <translation>In báo cáo</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Thoát</translation>
    </message>
    <message>
        <source>Rename the task</source>
        <translation>Sửa tên nhiệm vụ</translation>
    </message>
    <message>
        <source>Save what is being typed</source>
        <translation>Lưu nội dung đang nhập</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Show the overview</source>
        <translation>Xem tổng quan</translation>
    </message>
    <message>
        <source>Show what both offices changed and nobody has settled</source>
        <translation>Xem các nội dung hai bên cùng sửa, chưa thống nhất</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Trang này</translation>
    </message>
    <message>
        <source>Undo, redo</source>
        <translation>Hoàn tác, làm lại</translation>
    </message>
    <message>
        <source>Withdraw the task, after asking</source>
        <translation>Bỏ nhiệm vụ, sau khi xác nhận</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Bring back</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Document added: {name}</source>
        <translation>Thêm tài liệu: {name}</translation>
    </message>
    <message>
        <source>Figures closed: {name}</source>
        <translation>Chốt số liệu: {name}</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử cập nhật</translation>
    </message>
    <message>
        <source>Reconciliation record issued, code {code}</source>
        <translation>Đã phát hành biên bản đối chiếu, mã {code}</translation>
    </message>
    <message>
        <source>Remove a secret…</source>
        <translation>Xóa nội dung mật…</translation>
    </message>
    <message>
        <source>Removed as a secret ({place}): {reason}</source>
        <translation>Đã xóa vì lý do bảo mật ({place}): {reason}</translation>
    </message>
    <message>
        <source>Removed as a secret: {reason}</source>
        <translation>Đã xóa vì lý do bảo mật: {reason}</translation>
    </message>
    <message>
        <source>Report issued</source>
        <translation>Xuất báo cáo</translation>
    </message>
    <message>
        <source>Report issued, code {code}</source>
        <translation>Xuất báo cáo, mã {code}</translation>
    </message>
    <message>
        <source>Report&apos;s heading</source>
        <translation>Thông tin báo cáo</translation>
    </message>
    <message>
        <source>Report&apos;s own texts</source>
        <translation>Nội dung bổ sung của báo cáo</translation>
    </message>
    <message>
        <source>Restore this value</source>
        <translation>Khôi phục giá trị này</translation>
    </message>
    <message>
        <source>Task added: {name}</source>
        <translation>Thêm nhiệm vụ: {name}</translation>
    </message>
    <message>
        <source>Task brought back</source>
        <translation>Khôi phục nhiệm vụ</translation>
    </message>
    <message>
        <source>Task withdrawn</source>
        <translation>Bỏ nhiệm vụ</translation>
    </message>
    <message>
        <source>Withdrawn ones only ({count})</source>
        <translation>Chỉ xem mục đã bỏ ({count})</translation>
    </message>
    <message>
        <source>{field}: needs a newer version of the program</source>
        <translation>{field}: cần bản mới hơn của chương trình</translation>
    </message>
</context>
<context>
    <name>Hub</name>
    <message>
        <source>Changes that the server takes from their own agency alone, and that stay here: {count}. They can go by file.</source>
        <translation>Số thay đổi máy chủ chỉ nhận từ chính cơ quan đã ghi, còn ở máy này: {count}. Có thể gửi bằng tệp.</translation>
    </message>
    <message>
        <source>Changes there: {count}, of {writers} computers.</source>
        <translation>Số thay đổi trên máy chủ: {count}, của {writers} máy tính.</translation>
    </message>
    <message>
        <source>For each computer make a name in psql, of its agency&apos;s role:</source>
        <translation>Với mỗi máy tính, tạo một tên đăng nhập trong psql, thuộc vai trò của cơ quan:</translation>
    </message>
    <message>
        <source>Here and not there, of this agency: {count}.</source>
        <translation>Của cơ quan này, chưa có trên máy chủ: {count}.</translation>
    </message>
    <message>
        <source>No server was used yet: name its address.</source>
        <translation>Chưa dùng máy chủ nào: cần ghi địa chỉ máy chủ.</translation>
    </message>
    <message>
        <source>On the server this name does not belong to one agency of the programme: an administrator lets it in.</source>
        <translation>Trên máy chủ, tên đăng nhập này không thuộc đúng một cơ quan của chương trình: quản trị viên cần cấp quyền.</translation>
    </message>
    <message>
        <source>Password for {host}:</source>
        <translation>Mật khẩu cho {host}:</translation>
    </message>
    <message>
        <source>Server {host}, as {name} of {agency}.</source>
        <translation>Máy chủ {host}, tên đăng nhập {name}, {agency}.</translation>
    </message>
    <message>
        <source>The database on {host} is not set up: an administrator calls `agreement-viewer hub init`.</source>
        <translation>Cơ sở dữ liệu trên {host} chưa được thiết lập: quản trị viên chạy `agreement-viewer hub init`.</translation>
    </message>
    <message>
        <source>The database on {host} is set up.</source>
        <translation>Đã thiết lập cơ sở dữ liệu trên {host}.</translation>
    </message>
    <message>
        <source>The server is set up for another version of this program.</source>
        <translation>Máy chủ được thiết lập cho phiên bản khác của chương trình này.</translation>
    </message>
    <message>
        <source>The server {host} asks for a password.</source>
        <translation>Máy chủ {host} yêu cầu mật khẩu.</translation>
    </message>
    <message>
        <source>The server {host} cannot be reached, or its certificate does not hold: what is recorded stays here and goes later.</source>
        <translation>Không kết nối được máy chủ {host}, hoặc chứng thư của máy chủ không hợp lệ: nội dung đã ghi vẫn ở máy này và sẽ được gửi sau.</translation>
    </message>
    <message>
        <source>The server {host} did not do as asked: {reason}.</source>
        <translation>Máy chủ {host} không thực hiện được yêu cầu: {reason}.</translation>
    </message>
    <message>
        <source>The server {host} does not allow this name to do so.</source>
        <translation>Máy chủ {host} không cho phép tên đăng nhập này làm việc đó.</translation>
    </message>
    <message>
        <source>The server {host} does not take the name, the password or the database.</source>
        <translation>Máy chủ {host} không chấp nhận tên đăng nhập, mật khẩu hoặc cơ sở dữ liệu.</translation>
    </message>
    <message>
        <source>The server {host} refuses it: {reason}.</source>
        <translation>Máy chủ {host} từ chối: {reason}.</translation>
    </message>
    <message>
        <source>The server&apos;s address is not understood; it is written postgresql://NAME@SERVER/DATABASE.</source>
        <translation>Địa chỉ máy chủ không đúng; cách ghi: postgresql://NAME@SERVER/DATABASE.</translation>
    </message>
    <message>
        <source>The way to {host} would not be encrypted: write sslmode=verify-full in the address.</source>
        <translation>Đường truyền tới {host} không được mã hóa: cần ghi sslmode=verify-full trong địa chỉ.</translation>
    </message>
    <message>
        <source>There and not here: {count}.</source>
        <translation>Có trên máy chủ, chưa có ở máy này: {count}.</translation>
    </message>
    <message>
        <source>This computer has nowhere safe for the password: put it in libpq&apos;s passfile.</source>
        <translation>Máy tính này không có nơi lưu mật khẩu an toàn: cần ghi mật khẩu vào tệp passfile của libpq.</translation>
    </message>
</context>
<context>
    <name>Identity</name>
    <message>
        <source>Agency</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>Choose the agency.</source>
        <translation>Chưa chọn cơ quan.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Receive handover…</source>
        <translation>Tiếp nhận bàn giao…</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>State the full name.</source>
        <translation>Chưa nhập họ và tên.</translation>
    </message>
    <message>
        <source>Who works here?</source>
        <translation>Người sử dụng</translation>
    </message>
</context>
<context>
    <name>Licences</name>
    <message>
        <source>Licence</source>
        <translation>Giấy phép</translation>
    </message>
    <message>
        <source>Licence texts</source>
        <translation>Văn bản giấy phép</translation>
    </message>
    <message>
        <source>Parts of the program</source>
        <translation>Các thành phần của chương trình</translation>
    </message>
    <message>
        <source>Qt and PySide6 are used under the LGPL 3. They are libraries of their own, in the folder PySide6 of the program, and may be replaced by compatible ones.</source>
        <translation>Qt và PySide6 được sử dụng theo giấy phép LGPL phiên bản 3. Đó là các thư viện riêng trong thư mục PySide6 của chương trình và có thể được thay bằng bản tương thích.</translation>
    </message>
    <message>
        <source>This part brings no text of its licence along.</source>
        <translation>Thành phần này không kèm theo văn bản giấy phép.</translation>
    </message>
</context>
<context>
    <name>LongWork</name>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
</context>
<context>
    <name>OneWindow</name>
    <message>
        <source>The program is open already and does not answer: end it in the system&apos;s list of programs, then start it again.</source>
        <translation>Chương trình đã được mở nhưng không phản hồi: kết thúc chương trình trong danh sách chương trình của hệ thống rồi mở lại.</translation>
    </message>
    <message>
        <source>The program is open already: go to its window.</source>
        <translation>Chương trình đang mở: hãy chuyển sang cửa sổ của chương trình.</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Against the deadlines</source>
        <translation>Tiến độ so với thời hạn</translation>
    </message>
    <message>
        <source>By {day}: {figures}</source>
        <translation>Đến {day}: {figures}</translation>
    </message>
    <message>
        <source>Completed so far: {count}</source>
        <translation>Đã hoàn thành đến nay: {count}</translation>
    </message>
    <message>
        <source>Completed: {count}</source>
        <translation>Đã hoàn thành: {count}</translation>
    </message>
    <message>
        <source>Dropped, not in the total: items {items}, tasks {tasks}.</source>
        <translation>Không tiếp tục thực hiện, không tính vào tổng số: nội dung {items}, nhiệm vụ {tasks}.</translation>
    </message>
    <message>
        <source>Due, added up</source>
        <translation>Đến hạn (cộng dồn)</translation>
    </message>
    <message>
        <source>Due: {count}</source>
        <translation>Đến hạn: {count}</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Items completed over time</source>
        <translation>Nội dung hoàn thành theo thời gian</translation>
    </message>
    <message>
        <source>No tasks yet. Press Ctrl+N in the list to add one.</source>
        <translation>Chưa có nhiệm vụ. Nhấn Ctrl+N trong danh sách để thêm.</translation>
    </message>
    <message>
        <source>Nothing completed yet. Press Space in the list on what has been done.</source>
        <translation>Chưa có nội dung, nhiệm vụ hoàn thành. Khi hoàn thành, chọn dòng trong danh sách và nhấn phím cách (Space).</translation>
    </message>
    <message>
        <source>Nothing had been completed by then.</source>
        <translation>Đến ngày này chưa có nội dung, nhiệm vụ nào hoàn thành.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Tổng quan</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Tình trạng thực hiện</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Tasks completed over time</source>
        <translation>Nhiệm vụ hoàn thành theo thời gian</translation>
    </message>
    <message>
        <source>There were no tasks yet.</source>
        <translation>Đến ngày này chưa có nhiệm vụ.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Tổng số</translation>
    </message>
    <message>
        <source>Total: {count}</source>
        <translation>Tổng số: {count}</translation>
    </message>
    <message>
        <source>Without a completion date, counted today: {count}.</source>
        <translation>Không ghi ngày hoàn thành, tính vào hôm nay: {count}.</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
    <message>
        <source>{count} by {day}</source>
        <translation>{count} đến {day}</translation>
    </message>
    <message>
        <source>{name} – {label}: {count} of {total}</source>
        <translation>{name} – {label}: {count}/{total}</translation>
    </message>
    <message>
        <source>{name}: {parts}; total {total}.</source>
        <translation>{name}: {parts}; tổng số {total}.</translation>
    </message>
</context>
<context>
    <name>Partners</name>
    <message>
        <source>“{name}” is no partner; known are: {known}.</source>
        <translation>“{name}” không phải nơi đã trao đổi; đã có: {known}.</translation>
    </message>
    <message>
        <source>“{name}” may be {known}: name one.</source>
        <translation>“{name}” có thể là {known}: cần nêu rõ một tên.</translation>
    </message>
</context>
<context>
    <name>Past</name>
    <message>
        <source>Choose a day before today.</source>
        <translation>Cần chọn một ngày trước hôm nay.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Figures recorded up to the end of</source>
        <translation>Số liệu ghi nhận đến hết ngày</translation>
    </message>
    <message>
        <source>Goes by when things were recorded, by the clocks of the computers.</source>
        <translation>Tính theo thời điểm ghi nhận, theo giờ của các máy tính.</translation>
    </message>
    <message>
        <source>Look at a past day</source>
        <translation>Xem số liệu tại một ngày trước đây</translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message>
        <source>Add the tasks</source>
        <translation>Thêm nhiệm vụ</translation>
    </message>
    <message>
        <source>Adding the tasks…</source>
        <translation>Đang thêm nhiệm vụ…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Cells not understood, whose text goes into the note: {count}.</source>
        <translation>{count} ô không đọc được theo cột, nội dung sẽ ghi vào Ghi chú.</translation>
    </message>
    <message>
        <source>Check what each column becomes.</source>
        <translation>Kiểm tra từng cột được ghi vào mục nào trước khi thêm.</translation>
    </message>
    <message>
        <source>Choose the column that names the tasks.</source>
        <translation>Chọn cột chứa tên nhiệm vụ.</translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>Cột {number}</translation>
    </message>
    <message>
        <source>Done without a completion date: {count}; today, {day}, is recorded for them.</source>
        <translation>{count} nhiệm vụ hoàn thành không ghi ngày: ngày hoàn thành được ghi là hôm nay, {day}.</translation>
    </message>
    <message>
        <source>Kept as a condition: no day falls due.</source>
        <translation>Ghi là điều kiện, không tính được ngày đến hạn.</translation>
    </message>
    <message>
        <source>Only what is done has a completion date.</source>
        <translation>Chỉ nhiệm vụ đã hoàn thành mới có ngày hoàn thành.</translation>
    </message>
    <message>
        <source>Paste a list of tasks</source>
        <translation>Dán danh sách nhiệm vụ</translation>
    </message>
    <message>
        <source>Pasted rows</source>
        <translation>Các dòng đã dán</translation>
    </message>
    <message>
        <source>Rows without a task name, left out: {count}.</source>
        <translation>Bỏ qua {count} dòng không có tên nhiệm vụ.</translation>
    </message>
    <message>
        <source>Tasks added to {place}: {count}</source>
        <translation>Đã thêm {count} nhiệm vụ vào {place}</translation>
    </message>
    <message>
        <source>Tasks to add to {place}: {count}</source>
        <translation>Thêm {count} nhiệm vụ vào {place}</translation>
    </message>
    <message>
        <source>The first row holds the headings</source>
        <translation>Dòng đầu là tiêu đề cột</translation>
    </message>
    <message>
        <source>The text goes into the note.</source>
        <translation>Nội dung này sẽ ghi vào Ghi chú.</translation>
    </message>
    <message>
        <source>There are more than {count} columns on the clipboard: copy fewer.</source>
        <translation>Nội dung đã sao chép có hơn {count} cột: cần sao chép ít cột hơn.</translation>
    </message>
    <message>
        <source>There are more than {count} rows on the clipboard: paste them in parts.</source>
        <translation>Nội dung đã sao chép có hơn {count} dòng: cần chia ra để dán nhiều lần.</translation>
    </message>
    <message>
        <source>There is no text on the clipboard: copy the list of tasks first.</source>
        <translation>Chưa có nội dung nào được sao chép: cần sao chép danh sách nhiệm vụ trước khi dán.</translation>
    </message>
    <message>
        <source>This is no known status.</source>
        <translation>Không rõ tình trạng thực hiện.</translation>
    </message>
    <message>
        <source>This names no unit.</source>
        <translation>Ô này không nêu tên đơn vị nào.</translation>
    </message>
    <message>
        <source>This row has no task name: it is left out.</source>
        <translation>Dòng này không có tên nhiệm vụ nên bỏ qua.</translation>
    </message>
    <message>
        <source>With a completion date it is recorded as done.</source>
        <translation>Có ngày hoàn thành nên ghi tình trạng là Hoàn thành.</translation>
    </message>
    <message>
        <source>Without a completion date, today is recorded.</source>
        <translation>Không có ngày hoàn thành nên ghi ngày hôm nay.</translation>
    </message>
    <message>
        <source>item {number}</source>
        <translation>nội dung {number}</translation>
    </message>
    <message>
        <source>item {number} ({group})</source>
        <translation>nội dung {number} ({group})</translation>
    </message>
    <message>
        <source>no task name</source>
        <translation>không có tên nhiệm vụ</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>không dùng</translation>
    </message>
</context>
<context>
    <name>Period</name>
    <message>
        <source>final review {year}</source>
        <translation>tổng kết năm {year}</translation>
    </message>
    <message>
        <source>first half-year of {year}</source>
        <translation>6 tháng đầu năm {year}</translation>
    </message>
    <message>
        <source>month {number}/{year}</source>
        <translation>tháng {number}/{year}</translation>
    </message>
    <message>
        <source>preliminary review {year}</source>
        <translation>sơ kết năm {year}</translation>
    </message>
    <message>
        <source>quarter {number}/{year}</source>
        <translation>quý {number}/{year}</translation>
    </message>
    <message>
        <source>second half-year of {year}</source>
        <translation>6 tháng cuối năm {year}</translation>
    </message>
    <message>
        <source>year {year}</source>
        <translation>năm {year}</translation>
    </message>
</context>
<context>
    <name>Periods</name>
    <message>
        <source>Added after closing</source>
        <translation>Bổ sung sau khi chốt số liệu</translation>
    </message>
    <message>
        <source>At closing</source>
        <translation>Khi chốt số liệu</translation>
    </message>
    <message>
        <source>Close another period</source>
        <translation>Chốt số liệu kỳ mới</translation>
    </message>
    <message>
        <source>Close figures</source>
        <translation>Chốt số liệu</translation>
    </message>
    <message>
        <source>Closed at</source>
        <translation>Thời điểm chốt</translation>
    </message>
    <message>
        <source>Closed by</source>
        <translation>Người chốt</translation>
    </message>
    <message>
        <source>Closed periods</source>
        <translation>Các kỳ đã chốt số liệu</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã đối chiếu</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Đang đối chiếu…</translation>
    </message>
    <message>
        <source>Final review (free days)</source>
        <translation>Tổng kết (tự chọn ngày)</translation>
    </message>
    <message>
        <source>First half-year</source>
        <translation>6 tháng đầu năm</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Item or task</source>
        <translation>Nội dung, nhiệm vụ</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại kỳ</translation>
    </message>
    <message>
        <source>Month {number}</source>
        <translation>Tháng {number}</translation>
    </message>
    <message>
        <source>Moved or added: {count}</source>
        <translation>Số nội dung thay đổi hoặc bổ sung: {count}</translation>
    </message>
    <message>
        <source>Name on paper</source>
        <translation>Tên kỳ</translation>
    </message>
    <message>
        <source>No period has been closed yet.</source>
        <translation>Chưa chốt số liệu kỳ nào.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>STT</translation>
    </message>
    <message>
        <source>Nothing has moved.</source>
        <translation>Không có thay đổi.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Hiện nay</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ báo cáo</translation>
    </message>
    <message>
        <source>Preliminary review (free days)</source>
        <translation>Sơ kết (tự chọn ngày)</translation>
    </message>
    <message>
        <source>Quarter {number}</source>
        <translation>Quý {number}</translation>
    </message>
    <message>
        <source>Reporting periods</source>
        <translation>Kỳ báo cáo</translation>
    </message>
    <message>
        <source>Second half-year</source>
        <translation>6 tháng cuối năm</translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>Xem báo cáo</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Bỏ khỏi danh sách</translation>
    </message>
    <message>
        <source>The figures of {name} are closed.</source>
        <translation>Đã chốt số liệu {name}.</translation>
    </message>
    <message>
        <source>The last day is still to come: what is completed after today will be missing.</source>
        <translation>Chưa đến ngày cuối kỳ: kết quả hoàn thành sau hôm nay sẽ không có trong số liệu.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>What has moved</source>
        <translation>So với hiện nay</translation>
    </message>
    <message>
        <source>What has moved since {name}</source>
        <translation>Biến động so với {name}</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Năm</translation>
    </message>
    <message>
        <source>{name} was taken out of the list; the history keeps it. Ctrl+Z: bring back.</source>
        <translation>Đã bỏ {name} khỏi danh sách; nội dung vẫn được lưu trong lịch sử. Ctrl+Z: khôi phục.</translation>
    </message>
</context>
<context>
    <name>Precheck</name>
    <message>
        <source>Cannot be printed, □ in place: {characters}</source>
        <translation>Ký tự không in được, thay bằng □: {characters}</translation>
    </message>
    <message>
        <source>Check before printing</source>
        <translation>Kiểm tra trước khi in</translation>
    </message>
    <message>
        <source>Check before printing ({count})</source>
        <translation>Kiểm tra trước khi in ({count})</translation>
    </message>
    <message>
        <source>Choose a line to go where it can be completed.</source>
        <translation>Chọn một dòng để mở mục cần bổ sung.</translation>
    </message>
    <message>
        <source>Clear authority</source>
        <translation>Rõ thẩm quyền</translation>
    </message>
    <message>
        <source>Clear people</source>
        <translation>Rõ người</translation>
    </message>
    <message>
        <source>Clear responsibility</source>
        <translation>Rõ trách nhiệm</translation>
    </message>
    <message>
        <source>Clear results</source>
        <translation>Rõ kết quả</translation>
    </message>
    <message>
        <source>Clear time</source>
        <translation>Rõ thời gian</translation>
    </message>
    <message>
        <source>Clear work</source>
        <translation>Rõ việc</translation>
    </message>
    <message>
        <source>Common part of the report</source>
        <translation>Phần chung của báo cáo</translation>
    </message>
    <message>
        <source>Documents of evidence not settled: {count}</source>
        <translation>Tài liệu minh chứng chưa thống nhất: {count}</translation>
    </message>
    <message>
        <source>Done, no result and no evidence</source>
        <translation>Hoàn thành, chưa có sản phẩm, kết quả hoặc minh chứng</translation>
    </message>
    <message>
        <source>Done, tasks still open: {count}</source>
        <translation>Hoàn thành, còn {count} nhiệm vụ chưa hoàn thành</translation>
    </message>
    <message>
        <source>Extensions without an approving document: {count}</source>
        <translation>Gia hạn chưa có văn bản cho phép: {count} lần</translation>
    </message>
    <message>
        <source>No co-ordinating unit</source>
        <translation>Chưa có đơn vị phối hợp</translation>
    </message>
    <message>
        <source>No deadline</source>
        <translation>Chưa có thời hạn</translation>
    </message>
    <message>
        <source>No lead unit</source>
        <translation>Chưa có đơn vị chủ trì</translation>
    </message>
    <message>
        <source>No task and no result</source>
        <translation>Chưa có nhiệm vụ, kết quả</translation>
    </message>
    <message>
        <source>Not entered: {fields}</source>
        <translation>Chưa nhập: {fields}</translation>
    </message>
    <message>
        <source>Not settled: {field}</source>
        <translation>Chưa thống nhất: {field}</translation>
    </message>
    <message>
        <source>Nothing needs to be completed</source>
        <translation>Không có điểm nào cần bổ sung</translation>
    </message>
    <message>
        <source>Only one side is named: {party}</source>
        <translation>Mới nêu một bên thực hiện: {party}</translation>
    </message>
    <message>
        <source>Overdue, no difficulties given</source>
        <translation>Quá hạn, chưa nêu khó khăn, vướng mắc</translation>
    </message>
    <message>
        <source>Points not clear yet: {count}</source>
        <translation>Còn {count} điểm chưa rõ</translation>
    </message>
    <message>
        <source>Print anyway</source>
        <translation>Vẫn in</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>Something needs a newer version of the program</source>
        <translation>Có thông tin cần bản mới hơn của chương trình</translation>
    </message>
    <message>
        <source>The print</source>
        <translation>Bản in</translation>
    </message>
    <message>
        <source>Withdrawn by one office, changed by another</source>
        <translation>Một bên đã bỏ, bên kia tiếp tục sửa</translation>
    </message>
    <message>
        <source>{heading}, points not clear: {count}</source>
        <translation>{heading}, {count} điểm chưa rõ</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Figures shown in the list</source>
        <translation>Số liệu đang hiển thị</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Vừa chiều rộng</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Mẫu</translation>
    </message>
    <message>
        <source>Full report</source>
        <translation>Báo cáo đầy đủ</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Phóng to</translation>
    </message>
    <message>
        <source>Laying out the pages…</source>
        <translation>Đang dàn trang…</translation>
    </message>
    <message>
        <source>Leader&apos;s page</source>
        <translation>Tóm tắt một trang</translation>
    </message>
    <message>
        <source>Not printed: check the printer and try again.</source>
        <translation>Chưa in được: kiểm tra máy in rồi thử lại.</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Pages of the report</source>
        <translation>Các trang của báo cáo</translation>
    </message>
    <message>
        <source>Pages: {count}</source>
        <translation>Số trang: {count}</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ báo cáo</translation>
    </message>
    <message>
        <source>Print preview</source>
        <translation>Xem trước khi in</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Sending the pages…</source>
        <translation>Đang gửi các trang đến máy in…</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Đã gửi đến máy in.</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Thu nhỏ</translation>
    </message>
    <message>
        <source>The printer has stopped: the pages wait in its queue.</source>
        <translation>Máy in đang dừng: bản in chờ trong hàng đợi của máy in.</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>Added texts</source>
        <translation>Nội dung bổ sung</translation>
    </message>
    <message>
        <source>Addressed to</source>
        <translation>Kính gửi</translation>
    </message>
    <message>
        <source>After “BC-” in the number</source>
        <translation>Ký hiệu sau “BC-”</translation>
    </message>
    <message>
        <source>Choose the agency in the settings: each has its own heading.</source>
        <translation>Cần chọn cơ quan trong phần Cài đặt: mỗi cơ quan có thông tin báo cáo riêng.</translation>
    </message>
    <message>
        <source>Governing body</source>
        <translation>Cơ quan chủ quản</translation>
    </message>
    <message>
        <source>Grounds, one a line</source>
        <translation>Căn cứ (mỗi dòng một căn cứ)</translation>
    </message>
    <message>
        <source>Heading and signature</source>
        <translation>Phần đầu và chữ ký</translation>
    </message>
    <message>
        <source>Issuing body</source>
        <translation>Cơ quan ban hành</translation>
    </message>
    <message>
        <source>Margins (mm)</source>
        <translation>Lề trang (mm)</translation>
    </message>
    <message>
        <source>One paragraph a line; offered again next time.</source>
        <translation>Mỗi dòng là một đoạn; nội dung được giữ cho lần báo cáo sau.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa danh</translation>
    </message>
    <message>
        <source>Recipients, one a line</source>
        <translation>Nơi nhận (mỗi dòng một nơi)</translation>
    </message>
    <message>
        <source>Report&apos;s heading and texts</source>
        <translation>Thông tin báo cáo</translation>
    </message>
    <message>
        <source>Signed for (TM., KT., TL.)</source>
        <translation>Quyền hạn ký (TM., KT., TL.)</translation>
    </message>
    <message>
        <source>Signer&apos;s name</source>
        <translation>Họ và tên người ký</translation>
    </message>
    <message>
        <source>Signer&apos;s office</source>
        <translation>Chức vụ người ký</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>dưới</translation>
    </message>
    <message>
        <source>left</source>
        <translation>trái</translation>
    </message>
    <message>
        <source>right</source>
        <translation>phải</translation>
    </message>
    <message>
        <source>top</source>
        <translation>trên</translation>
    </message>
</context>
<context>
    <name>Programme</name>
    <message>
        <source>As published</source>
        <translation>Nguyên văn đã đăng</translation>
    </message>
    <message>
        <source>As published…</source>
        <translation>Nguyên văn đã đăng…</translation>
    </message>
    <message>
        <source>Captions only: the pictures are not kept here.</source>
        <translation>Chỉ có chú thích, không kèm ảnh.</translation>
    </message>
    <message>
        <source>Cited documents</source>
        <translation>Văn bản được dẫn</translation>
    </message>
    <message>
        <source>Cited in:</source>
        <translation>Được dẫn tại:</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>Người chỉ đạo</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Thành phần tham dự</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>Các bên ký kết</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Hình ảnh</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Mục đích</translation>
    </message>
    <message>
        <source>Show in the list</source>
        <translation>Xem trong danh sách</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>The programme as signed</source>
        <translation>Chương trình đã ký kết</translation>
    </message>
    <message>
        <source>The signing</source>
        <translation>Lễ ký kết</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tên chương trình</translation>
    </message>
    <message>
        <source>{kind} No. {number}</source>
        <translation>{kind} số {number}</translation>
    </message>
</context>
<context>
    <name>Proof</name>
    <message>
        <source>Made again, they differ.</source>
        <translation>Số liệu lập lại không trùng khớp.</translation>
    </message>
    <message>
        <source>No report recorded in this data carries that code.</source>
        <translation>Không có báo cáo nào trong dữ liệu này mang mã đó.</translation>
    </message>
    <message>
        <source>Period {name}</source>
        <translation>Kỳ báo cáo {name}</translation>
    </message>
    <message>
        <source>Reconciliation record of {day}</source>
        <translation>Biên bản đối chiếu ngày {day}</translation>
    </message>
    <message>
        <source>Report as of {day}</source>
        <translation>Báo cáo theo số liệu ghi nhận đến ngày {day}</translation>
    </message>
    <message>
        <source>Report of {day}</source>
        <translation>Báo cáo ngày {day}</translation>
    </message>
    <message>
        <source>Words in it were removed as a secret since, so that the rest cannot be proved.</source>
        <translation>Sau khi lập báo cáo có nội dung đã xóa vì lý do bảo mật nên không đối chiếu được phần còn lại.</translation>
    </message>
    <message>
        <source>{what}: the data no longer yield its figures. {fault}</source>
        <translation>{what}: dữ liệu hiện có không còn khớp với số liệu báo cáo. {fault}</translation>
    </message>
    <message>
        <source>{what}: the data still yield its figures.</source>
        <translation>{what}: dữ liệu hiện có khớp với số liệu báo cáo.</translation>
    </message>
    <message>
        <source>“{code}” is not a code: it has twelve letters and digits.</source>
        <translation>“{code}” không phải mã đối chiếu: mã gồm 12 chữ và số.</translation>
    </message>
</context>
<context>
    <name>Receive</name>
    <message>
        <source>Afterwards</source>
        <translation>Sau khi nhận</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Mục</translation>
    </message>
    <message>
        <source>Files to exchange ({pattern})</source>
        <translation>Tệp trao đổi ({pattern})</translation>
    </message>
    <message>
        <source>Item or task</source>
        <translation>Nội dung, nhiệm vụ</translation>
    </message>
    <message>
        <source>Not received from before. Compare each code with the signed record, or call the predecessor, and tick it only where it is the same:</source>
        <translation>Nhận lần đầu từ các máy dưới đây. Đối chiếu từng mã với biên bản bàn giao đã ký hoặc gọi điện cho bên giao, chỉ đánh dấu khi mã trùng khớp:</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Hiện tại</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Đang đọc tệp…</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Nhận</translation>
    </message>
    <message>
        <source>Receive from partner</source>
        <translation>Nhận từ cơ quan phối hợp</translation>
    </message>
    <message>
        <source>Receive handover</source>
        <translation>Tiếp nhận bàn giao</translation>
    </message>
    <message>
        <source>Receiving…</source>
        <translation>Đang nhận…</translation>
    </message>
    <message>
        <source>Sent from here for the first time. Call the sender, compare the code, and tick it only where it is the same:</source>
        <translation>Nhận lần đầu từ máy dưới đây. Gọi điện cho nơi gửi để đối chiếu mã, chỉ đánh dấu khi mã trùng khớp:</translation>
    </message>
    <message>
        <source>What will read otherwise</source>
        <translation>Nội dung sẽ thay đổi</translation>
    </message>
    <message>
        <source>not settled</source>
        <translation>chưa thống nhất</translation>
    </message>
    <message>
        <source>{name}: the code is {code}</source>
        <translation>{name}: mã là {code}</translation>
    </message>
</context>
<context>
    <name>Reconciliation</name>
    <message>
        <source>Not settled: {count}</source>
        <translation>Chưa thống nhất: {count}</translation>
    </message>
    <message>
        <source>Settled: {count}</source>
        <translation>Đã thống nhất: {count}</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>A new data file is made of this backup and of every change that is still whole in the damaged file. The damaged file is kept.</source>
        <translation>Chương trình lập tệp dữ liệu mới từ bản sao lưu và mọi thay đổi còn nguyên vẹn trong tệp hỏng. Tệp hỏng vẫn được giữ lại.</translation>
    </message>
    <message>
        <source>A window of the program shows these data: close it first.</source>
        <translation>Cửa sổ chương trình đang mở dữ liệu này: cần đóng cửa sổ trước.</translation>
    </message>
    <message>
        <source>Another backup…</source>
        <translation>Chọn bản sao lưu khác…</translation>
    </message>
    <message>
        <source>Backup: {file}</source>
        <translation>Bản sao lưu: {file}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Lost: {lost} changes, recorded until {until}. {count} changes are there.</source>
        <translation>Mất {lost} thay đổi, ghi nhận chậm nhất lúc {until}. Hiện còn {count} thay đổi.</translation>
    </message>
    <message>
        <source>Newest backup: {when}, {held}.</source>
        <translation>Bản sao lưu mới nhất: {when}, {held}.</translation>
    </message>
    <message>
        <source>Not saved: {count}. It is recorded after the recovery, and lost without it.</source>
        <translation>Chưa lưu được: {count} mục. Các mục này được ghi lại sau khi khôi phục; nếu thoát mà không khôi phục thì mất.</translation>
    </message>
    <message>
        <source>Nothing that was recorded is lost: {count} changes are there.</source>
        <translation>Không mất nội dung nào đã ghi nhận: đã khôi phục đủ {count} thay đổi.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Recovering…</source>
        <translation>Đang khôi phục…</translation>
    </message>
    <message>
        <source>Recover…</source>
        <translation>Khôi phục…</translation>
    </message>
    <message>
        <source>The damaged file is kept in {folder}.</source>
        <translation>Tệp hỏng được giữ tại {folder}.</translation>
    </message>
    <message>
        <source>The data are damaged</source>
        <translation>Dữ liệu bị hỏng</translation>
    </message>
    <message>
        <source>The data are in order, nothing was changed: start the program anew.</source>
        <translation>Dữ liệu không bị hỏng, không có gì thay đổi: mở lại chương trình.</translation>
    </message>
    <message>
        <source>The data are recovered</source>
        <translation>Đã khôi phục dữ liệu</translation>
    </message>
    <message>
        <source>The data file {file} is damaged or gone.</source>
        <translation>Tệp dữ liệu {file} bị hỏng hoặc không còn.</translation>
    </message>
    <message>
        <source>The data in {folder} could not be recovered: free some space on the disk, close other programs that use the data and try again.</source>
        <translation>Không khôi phục được dữ liệu trong {folder}: cần giải phóng dung lượng ổ đĩa, đóng chương trình khác đang dùng dữ liệu rồi thử lại.</translation>
    </message>
    <message>
        <source>There is no backup on this computer.</source>
        <translation>Không có bản sao lưu trên máy này.</translation>
    </message>
    <message>
        <source>{count} changes are there; the damaged file no longer tells whether there were more.</source>
        <translation>Đã khôi phục {count} thay đổi; tệp hỏng không còn cho biết trước đó có nhiều hơn hay không.</translation>
    </message>
    <message>
        <source>{waiting} of them stand on lost ones and are not shown until those are received.</source>
        <translation>Trong đó {waiting} thay đổi dựa trên nội dung đã mất, chưa hiển thị cho đến khi nhận lại được nội dung đó.</translation>
    </message>
</context>
<context>
    <name>Redaction</name>
    <message>
        <source>Give a reason.</source>
        <translation>Cần nêu lý do.</translation>
    </message>
    <message>
        <source>It is removed from the data, the history, the drafts, the attached files and the backups, here and at the second place. It cannot be undone, and no backup brings it back.</source>
        <translation>Nội dung bị xóa khỏi dữ liệu, lịch sử cập nhật, bản nháp, tệp đính kèm và các bản sao lưu ở máy này và ở nơi sao lưu thứ hai. Việc này không hoàn tác được và không bản sao lưu nào khôi phục lại được.</translation>
    </message>
    <message>
        <source>Kept PDFs of closed periods that may show it are removed too, and their figures can no longer be proved.</source>
        <translation>Bản PDF đã lưu của các kỳ đã chốt có thể chứa nội dung này cũng bị xóa; số liệu của các kỳ đó không còn đối chiếu được.</translation>
    </message>
    <message>
        <source>Not confirmed: nothing was removed.</source>
        <translation>Chưa xác nhận: không có gì bị xóa.</translation>
    </message>
    <message>
        <source>Prints, exported and opened files and memory sticks are not reached: call them in. The other agency&apos;s data lose it at the next exchange.</source>
        <translation>Bản in, tệp đã xuất hoặc đã mở và USB chưa bị xóa, cần thu hồi riêng. Dữ liệu của cơ quan phối hợp được xóa ở lần trao đổi kế tiếp.</translation>
    </message>
    <message>
        <source>REMOVE</source>
        <translation>XÓA</translation>
    </message>
    <message>
        <source>Reason, without the secret itself</source>
        <translation>Lý do (không nhắc lại nội dung mật)</translation>
    </message>
    <message>
        <source>Remove a secret</source>
        <translation>Xóa nội dung mật</translation>
    </message>
    <message>
        <source>Remove for ever</source>
        <translation>Xóa vĩnh viễn</translation>
    </message>
    <message>
        <source>Removed. The history tells who removed it, when and why.</source>
        <translation>Đã xóa nội dung mật. Lịch sử cập nhật còn ghi người xóa, thời điểm và lý do.</translation>
    </message>
    <message>
        <source>Removed. What lies elsewhere is not reached.</source>
        <translation>Đã xóa. Các bản ở nơi khác chưa bị xóa.</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Đang xóa…</translation>
    </message>
    <message>
        <source>The history goes on telling who had entered it, and who removed it when and why. Other values that hold the secret are removed each for itself.</source>
        <translation>Lịch sử vẫn ghi ai đã nhập, ai đã xóa, khi nào và lý do. Giá trị khác trong lịch sử có chứa nội dung mật phải được xóa riêng từng giá trị.</translation>
    </message>
    <message>
        <source>The secret was removed, but not from the backups in {folder}: connect that disk and start the program again.</source>
        <translation>Đã xóa nội dung mật, trừ trong các bản sao lưu tại {folder}: cần kết nối ổ đĩa đó rồi mở lại chương trình.</translation>
    </message>
    <message>
        <source>The secret was removed, but not from {files}: delete that by hand.</source>
        <translation>Đã xóa nội dung mật, trừ trong {files}: cần xóa thủ công.</translation>
    </message>
    <message>
        <source>This change holds no words to remove.</source>
        <translation>Thay đổi này không có nội dung để xóa.</translation>
    </message>
    <message>
        <source>Type {word} to confirm</source>
        <translation>Gõ {word} để xác nhận</translation>
    </message>
</context>
<context>
    <name>Reminder</name>
    <message>
        <source>Due soon: {count}</source>
        <translation>Sắp đến hạn: {count}</translation>
    </message>
    <message>
        <source>Overdue: {count}</source>
        <translation>Quá hạn: {count}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Xem</translation>
    </message>
</context>
<context>
    <name>ReportFiles</name>
    <message>
        <source>No file may be written in the folder {folder}: choose another one.</source>
        <translation>Không được phép ghi tệp vào thư mục {folder}: chọn thư mục khác.</translation>
    </message>
    <message>
        <source>The disk is full: {path} was not written.</source>
        <translation>Ổ đĩa đã đầy: chưa ghi được tệp {path}.</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>Không có thư mục {folder}.</translation>
    </message>
    <message>
        <source>{path} could not be replaced: close it where it is open, or choose another name.</source>
        <translation>Không thay được tệp {path}: đóng tệp ở chương trình đang mở hoặc chọn tên khác.</translation>
    </message>
    <message>
        <source>{path} is not a file: choose another name.</source>
        <translation>{path} không phải là tệp: chọn tên khác.</translation>
    </message>
    <message>
        <source>{path} was not written: {reason}.</source>
        <translation>Chưa ghi được tệp {path}: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” is no report: end the name with .pdf, .docx or .xlsx.</source>
        <translation>Tên tệp “{name}” chưa đúng: tên phải kết thúc bằng .pdf, .docx hoặc .xlsx.</translation>
    </message>
</context>
<context>
    <name>Reporting</name>
    <message>
        <source>Export report</source>
        <translation>Xuất báo cáo</translation>
    </message>
    <message>
        <source>Leader&apos;s page {title} {when}</source>
        <translation>Báo cáo tóm tắt {title} {when}</translation>
    </message>
    <message>
        <source>Report {title} {when}</source>
        <translation>Báo cáo {title} {when}</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>Changes that this report was made from are not in this data.</source>
        <translation>Dữ liệu này thiếu nội dung đã dùng để lập báo cáo.</translation>
    </message>
    <message>
        <source>Several periods are called “{name}”: name one of {ids}.</source>
        <translation>Có nhiều kỳ báo cáo tên “{name}”: cần nêu một trong các mã {ids}.</translation>
    </message>
    <message>
        <source>The programme&apos;s file of that time is not in this data.</source>
        <translation>Dữ liệu này không có tệp chương trình tại thời điểm đó.</translation>
    </message>
    <message>
        <source>There is no period “{name}”: `period list` shows those closed.</source>
        <translation>Không có kỳ báo cáo “{name}”: lệnh `period list` liệt kê các kỳ đã chốt.</translation>
    </message>
    <message>
        <source>{day} is yet to come.</source>
        <translation>Ngày {day} chưa đến.</translation>
    </message>
</context>
<context>
    <name>Restore</name>
    <message>
        <source>After the restore</source>
        <translation>Sau khi khôi phục</translation>
    </message>
    <message>
        <source>All of it is here: there is nothing to restore.</source>
        <translation>Mọi nội dung đều đã có: không cần khôi phục.</translation>
    </message>
    <message>
        <source>Changes that wait for others: {count}.</source>
        <translation>Thay đổi còn chờ nội dung khác: {count}.</translation>
    </message>
    <message>
        <source>Differences to be settled afterwards: {count}.</source>
        <translation>Nội dung chưa thống nhất, cần chọn lại sau khi khôi phục: {count}.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Mục</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>Trong danh sách</translation>
    </message>
    <message>
        <source>Item or task</source>
        <translation>Nội dung, nhiệm vụ</translation>
    </message>
    <message>
        <source>Looking at the backup…</source>
        <translation>Đang xem bản sao lưu…</translation>
    </message>
    <message>
        <source>New document</source>
        <translation>Tài liệu minh chứng mới</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Nhiệm vụ mới</translation>
    </message>
    <message>
        <source>Not here yet: {changes} changes, {documents} files of evidence.</source>
        <translation>Chưa có ở đây: {changes} thay đổi, {documents} tệp minh chứng.</translation>
    </message>
    <message>
        <source>Nothing that was recorded is overwritten: “Look at a past day…” shows the list of an earlier day, and the history of an item restores an earlier value.</source>
        <translation>Nội dung đã ghi không bao giờ bị ghi đè: xem danh sách của một ngày trước bằng “Xem số liệu tại một ngày trước đây…”, lấy lại giá trị cũ ở Lịch sử cập nhật của từng nội dung.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Hiện tại</translation>
    </message>
    <message>
        <source>Recorded by computers of which nothing is here yet: {count}. Restore it only where it is known whose backup this is; a partner&apos;s data are received as a sent file.</source>
        <translation>Có ghi nhận từ {count} máy mà dữ liệu ở đây chưa từng có. Chỉ khôi phục khi biết rõ đây là bản sao lưu của máy nào; dữ liệu của cơ quan phối hợp thì tiếp nhận bằng lệnh “Nhận từ cơ quan phối hợp…”.</translation>
    </message>
    <message>
        <source>Recorded by: {names}.</source>
        <translation>Người ghi nhận: {names}.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>Khôi phục từ bản sao lưu</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Đang khôi phục…</translation>
    </message>
    <message>
        <source>The backup holds {changes} changes, the last one of {when}.</source>
        <translation>Bản sao lưu có {changes} thay đổi, thay đổi cuối lúc {when}.</translation>
    </message>
    <message>
        <source>What is here stays. A backup of it is made before, and later entries of this computer go on under a new writer.</source>
        <translation>Nội dung đang có được giữ nguyên và được sao lưu trước khi khôi phục. Sau đó máy này ghi tiếp dưới mã máy ghi mới.</translation>
    </message>
    <message>
        <source>What will read otherwise</source>
        <translation>Nội dung sẽ thay đổi</translation>
    </message>
    <message>
        <source>not settled</source>
        <translation>chưa thống nhất</translation>
    </message>
    <message>
        <source>{changes} changes, {documents} files of evidence</source>
        <translation>{changes} thay đổi, {documents} tệp minh chứng</translation>
    </message>
</context>
<context>
    <name>Rounds</name>
    <message>
        <source>Choose the shared folder</source>
        <translation>Chọn thư mục dùng chung</translation>
    </message>
    <message>
        <source>Compare code…</source>
        <translation>Đối chiếu mã…</translation>
    </message>
    <message>
        <source>Exchanged at {time}</source>
        <translation>Trao đổi lúc {time}</translation>
    </message>
    <message>
        <source>Exchanged at {time}, unreadable: {count}</source>
        <translation>Trao đổi lúc {time}, có {count} tệp không đọc được</translation>
    </message>
    <message>
        <source>Exchanging…</source>
        <translation>Đang trao đổi…</translation>
    </message>
    <message>
        <source>Left for the first time, and not yet taken in: {names}. Compare the code by telephone.</source>
        <translation>Nội dung gửi lần đầu, chưa nhận: {names}. Cần đối chiếu mã qua điện thoại.</translation>
    </message>
    <message>
        <source>Not exchanged</source>
        <translation>Chưa trao đổi được</translation>
    </message>
    <message>
        <source>Or a server: postgresql://… Changes are exchanged there by themselves.</source>
        <translation>Hoặc máy chủ: postgresql://… Thay đổi được tự động gửi, nhận tại đó.</translation>
    </message>
    <message>
        <source>Shared folder</source>
        <translation>Thư mục dùng chung</translation>
    </message>
</context>
<context>
    <name>SelfTest</name>
    <message>
        <source>Backup, read again</source>
        <translation>Sao lưu và kiểm tra lại bản sao lưu</translation>
    </message>
    <message>
        <source>Modules of the program</source>
        <translation>Các thành phần của phần mềm</translation>
    </message>
    <message>
        <source>Qt and its plugins</source>
        <translation>Qt và các thành phần bổ trợ</translation>
    </message>
    <message>
        <source>Recording and reading back</source>
        <translation>Ghi và đọc lại</translation>
    </message>
    <message>
        <source>Report as Excel</source>
        <translation>Báo cáo Excel</translation>
    </message>
    <message>
        <source>Report as PDF</source>
        <translation>Báo cáo PDF</translation>
    </message>
    <message>
        <source>Report as Word</source>
        <translation>Báo cáo Word</translation>
    </message>
    <message>
        <source>The programme that comes along</source>
        <translation>Chương trình phối hợp kèm theo</translation>
    </message>
    <message>
        <source>What speaks with a server</source>
        <translation>Phần kết nối với máy chủ</translation>
    </message>
    <message>
        <source>{check}: FAILED: {reason}</source>
        <translation>{check}: LỖI: {reason}</translation>
    </message>
    <message>
        <source>{check}: in order</source>
        <translation>{check}: đạt</translation>
    </message>
</context>
<context>
    <name>Send</name>
    <message>
        <source>Anybody: everything</source>
        <translation>Nơi nhận khác: toàn bộ nội dung</translation>
    </message>
    <message>
        <source>Code of this computer</source>
        <translation>Mã của máy này</translation>
    </message>
    <message>
        <source>Code of this computer: {code}</source>
        <translation>Mã của máy này: {code}</translation>
    </message>
    <message>
        <source>Earlier codes of this computer</source>
        <translation>Mã trước đây của máy này</translation>
    </message>
    <message>
        <source>Earlier codes of this computer: {codes}</source>
        <translation>Mã trước đây của máy này: {codes}</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Send to partner</source>
        <translation>Gửi cơ quan phối hợp</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nơi nhận</translation>
    </message>
    <message>
        <source>Whoever receives from this computer for the first time compares its code by telephone. A passphrase is told by telephone too, never sent with the file.</source>
        <translation>Nơi nhận lần đầu từ máy này cần đối chiếu mã qua điện thoại. Mật khẩu cũng báo qua điện thoại, không gửi kèm tệp.</translation>
    </message>
    <message>
        <source>Write file…</source>
        <translation>Ghi tệp…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Đang ghi…</translation>
    </message>
    <message>
        <source>being reckoned…</source>
        <translation>đang tính…</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không đặt</translation>
    </message>
    <message>
        <source>{name}: what is new</source>
        <translation>{name}: chỉ nội dung chưa nhận</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>A past day is shown and cannot be changed: return to today.</source>
        <translation>Đang xem số liệu của một ngày trước đây, không sửa được: cần trở lại hiện tại.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Appearance</source>
        <translation>Giao diện</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Cỡ chữ</translation>
    </message>
    <message>
        <source>Used from the next start on.</source>
        <translation>Áp dụng từ lần khởi động sau.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Done</source>
        <translation>Hoàn thành</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Không tiếp tục thực hiện</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Đang thực hiện</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Chưa thực hiện</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Tạm dừng</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>A newer version of this program wrote the data: install that version, or add --read-only to look at them.</source>
        <translation>Dữ liệu do phiên bản mới hơn của chương trình ghi: cần cài phiên bản đó, hoặc thêm --read-only để chỉ xem.</translation>
    </message>
    <message>
        <source>A newer version of this program wrote the data: they are shown and cannot be changed.</source>
        <translation>Dữ liệu do phiên bản mới hơn của chương trình ghi: chỉ xem, không sửa được.</translation>
    </message>
    <message>
        <source>Another data file lies in {folder} than when the program was opened: close the program and start it again.</source>
        <translation>Tệp dữ liệu trong {folder} không phải là tệp lúc mở chương trình: đóng chương trình rồi mở lại.</translation>
    </message>
    <message>
        <source>Another program is using the data: close it and try again.</source>
        <translation>Dữ liệu đang được chương trình khác sử dụng: đóng chương trình đó rồi thử lại.</translation>
    </message>
    <message>
        <source>Change {id} in the data file was altered: restore the file from a backup.</source>
        <translation>Thay đổi {id} trong tệp dữ liệu không còn nguyên vẹn: khôi phục tệp từ bản sao lưu.</translation>
    </message>
    <message>
        <source>The data file {file} is damaged or gone: start the program&apos;s window anew, or call `agreement-viewer restore`, to recover it.</source>
        <translation>Tệp dữ liệu {file} bị hỏng hoặc không còn: mở lại chương trình, hoặc chạy lệnh `agreement-viewer restore`, để khôi phục.</translation>
    </message>
    <message>
        <source>The data folder {folder} is not there: plug in its disk or put it back, then try again.</source>
        <translation>Không tìm thấy thư mục dữ liệu {folder}: cắm lại ổ đĩa hoặc đưa thư mục về chỗ cũ rồi thử lại.</translation>
    </message>
    <message>
        <source>The data in {folder} cannot be read or written: check the disk and the folder&apos;s rights.</source>
        <translation>Không đọc hoặc ghi được dữ liệu trong {folder}: kiểm tra ổ đĩa và quyền truy cập thư mục.</translation>
    </message>
    <message>
        <source>The disk is full: free some space and try again.</source>
        <translation>Ổ đĩa đã đầy: giải phóng dung lượng rồi thử lại.</translation>
    </message>
    <message>
        <source>The key in {folder} cannot be read or made: check the folder&apos;s rights.</source>
        <translation>Không đọc hoặc tạo được khóa trong {folder}: kiểm tra quyền truy cập thư mục.</translation>
    </message>
    <message>
        <source>The settings in {file} cannot be read or written.</source>
        <translation>Không đọc hoặc ghi được cài đặt trong {file}: kiểm tra quyền truy cập tệp.</translation>
    </message>
    <message>
        <source>{path} is not a folder: choose another one.</source>
        <translation>{path} không phải là thư mục: chọn thư mục khác.</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>Vẫn đóng</translation>
    </message>
    <message>
        <source>Figures as recorded up to {day} (read-only)</source>
        <translation>Đang xem số liệu ghi nhận đến ngày {day} (chỉ đọc)</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Chưa lưu</translation>
    </message>
    <message>
        <source>Not saved yet. Text is kept. Waiting for another program that is using the data…</source>
        <translation>Chưa lưu được. Nội dung vừa nhập vẫn được giữ. Đang chờ chương trình khác dùng xong dữ liệu…</translation>
    </message>
    <message>
        <source>Not saved. Text is kept.</source>
        <translation>Chưa lưu được. Nội dung vừa nhập vẫn được giữ.</translation>
    </message>
    <message>
        <source>Not saved: {count}. It is lost when the program is closed.</source>
        <translation>Chưa lưu được {count} thay đổi. Nội dung này sẽ mất khi đóng chương trình.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Return to today</source>
        <translation>Trở lại hiện tại</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Không đóng</translation>
    </message>
    <message>
        <source>The data file is older than what was last recorded on this computer: look for a newer backup.</source>
        <translation>Tệp dữ liệu cũ hơn lần ghi cuối cùng trên máy này: cần tìm bản sao lưu mới hơn.</translation>
    </message>
    <message>
        <source>The data file was found damaged: recover it before more is recorded. What is shown may be incomplete.</source>
        <translation>Tệp dữ liệu bị hỏng: cần khôi phục trước khi ghi tiếp. Nội dung đang hiển thị có thể chưa đầy đủ.</translation>
    </message>
    <message>
        <source>The data lie on a network drive, where they may be damaged. Keep them on this computer’s own disk, and exchange them by “Send to partner…” and “Receive from partner…”.</source>
        <translation>Dữ liệu đang đặt trên ổ đĩa mạng và có thể bị hỏng. Đặt dữ liệu trên ổ đĩa của máy này; trao đổi bằng “Gửi cơ quan phối hợp…” và “Nhận từ cơ quan phối hợp…”.</translation>
    </message>
    <message>
        <source>The programme&apos;s file words these otherwise than at first: {items}.</source>
        <translation>Câu chữ trong tệp chương trình khác với lần mở đầu tiên ở: {items}.</translation>
    </message>
    <message>
        <source>This computer’s date, {today}, lies before the latest change, of {day}: check the clock.</source>
        <translation>Ngày của máy ({today}) sớm hơn ngày cập nhật gần nhất ({day}): kiểm tra ngày giờ của máy.</translation>
    </message>
</context>
<context>
    <name>Timeliness</name>
    <message>
        <source>Completed late</source>
        <translation>Hoàn thành quá hạn</translation>
    </message>
    <message>
        <source>Completed on time</source>
        <translation>Hoàn thành đúng hạn</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>Sắp đến hạn</translation>
    </message>
    <message>
        <source>No deadline</source>
        <translation>Không có thời hạn</translation>
    </message>
    <message>
        <source>Not completed, in time</source>
        <translation>Chưa hoàn thành, trong hạn</translation>
    </message>
    <message>
        <source>Not completed, overdue</source>
        <translation>Chưa hoàn thành, quá hạn</translation>
    </message>
    <message>
        <source>On a condition</source>
        <translation>Theo điều kiện</translation>
    </message>
    <message>
        <source>Ongoing</source>
        <translation>Thường xuyên</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>What stood here was removed as a secret: it does not come back.</source>
        <translation>Nội dung ở đây đã xóa vì lý do bảo mật, không khôi phục được.</translation>
    </message>
    <message>
        <source>{who} has changed this since; choose the value in the history.</source>
        <translation>{who} đã sửa nội dung này sau đó: chọn giá trị trong Lịch sử cập nhật.</translation>
    </message>
</context>
<context>
    <name>Union</name>
    <message>
        <source>Change {id} is not as it was recorded: nothing was taken in. Ask for the file again.</source>
        <translation>Thay đổi {id} không còn nguyên như khi ghi nhận: chưa nhận nội dung nào. Cần xin lại tệp.</translation>
    </message>
</context>
<context>
    <name>Verify</name>
    <message>
        <source>Change {id} is still to be redacted.</source>
        <translation>Thay đổi {id} có nội dung mật chưa xóa xong.</translation>
    </message>
    <message>
        <source>Change {id} stands on {missing}, which is missing.</source>
        <translation>Thay đổi {id} dựa trên {missing} nhưng không tìm thấy trong tệp.</translation>
    </message>
    <message>
        <source>Changes of {agreement} up to number {seq} were recorded once and are lost.</source>
        <translation>Các thay đổi của {agreement} đến số {seq} đã từng được ghi nhưng nay không còn trong tệp.</translation>
    </message>
    <message>
        <source>Row {row}: change {id} was altered.</source>
        <translation>Dòng {row}: thay đổi {id} không còn nguyên vẹn.</translation>
    </message>
    <message>
        <source>The copied heads of {agreement} are out of date.</source>
        <translation>Bản chép giá trị hiện hành của {agreement} không khớp với các thay đổi.</translation>
    </message>
    <message>
        <source>The file is damaged (SQLite: {fault}).</source>
        <translation>Tệp dữ liệu bị hỏng (SQLite: {fault}).</translation>
    </message>
    <message>
        <source>The signature under change {id} is not its writer&apos;s.</source>
        <translation>Chữ ký dưới thay đổi {id} không phải của người ghi.</translation>
    </message>
    <message>
        <source>What is left of the redacted change {id} was altered.</source>
        <translation>Phần còn lại của thay đổi {id} (đã xóa nội dung mật) bị sửa.</translation>
    </message>
    <message>
        <source>Writer {writer} has two changes numbered {seq}.</source>
        <translation>Máy ghi {writer} có hai thay đổi cùng mang số {seq}.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>&amp;Data</source>
        <translation>&amp;Dữ liệu</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Chỉnh sửa</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Tệp</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Trợ &amp;giúp</translation>
    </message>
    <message>
        <source>&amp;Reports</source>
        <translation>&amp;Báo cáo</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Hiển thị</translation>
    </message>
    <message>
        <source>A newer version of this program wrote the data. Install that version to go on; until then they can be looked at.</source>
        <translation>Dữ liệu do phiên bản mới hơn của chương trình ghi. Cần cài phiên bản đó để tiếp tục; trước mắt chỉ có thể xem.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Giới thiệu chương trình</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Sao lưu…</translation>
    </message>
    <message>
        <source>Check a code…</source>
        <translation>Tra mã đối chiếu…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Chi tiết</translation>
    </message>
    <message>
        <source>Exchange now</source>
        <translation>Trao đổi ngay</translation>
    </message>
    <message>
        <source>Export Excel</source>
        <translation>Xuất Excel</translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation>Xuất PDF</translation>
    </message>
    <message>
        <source>Export Word</source>
        <translation>Xuất Word</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Tìm kiếm</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>Bàn giao…</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>Phím tắt và hướng dẫn</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Chữ to hơn</translation>
    </message>
    <message>
        <source>Look at a past day…</source>
        <translation>Xem số liệu tại một ngày trước đây…</translation>
    </message>
    <message>
        <source>More commands</source>
        <translation>Các lệnh khác</translation>
    </message>
    <message>
        <source>Newer data</source>
        <translation>Dữ liệu của phiên bản mới hơn</translation>
    </message>
    <message>
        <source>Next column</source>
        <translation>Sang cột kế tiếp</translation>
    </message>
    <message>
        <source>Not saved: {count}</source>
        <translation>Chưa lưu được: {count} mục</translation>
    </message>
    <message>
        <source>Only look</source>
        <translation>Mở chỉ để xem</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Open data folder</source>
        <translation>Mở thư mục dữ liệu</translation>
    </message>
    <message>
        <source>Open programme…</source>
        <translation>Mở chương trình khác…</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Tổng quan</translation>
    </message>
    <message>
        <source>Print preview</source>
        <translation>Xem trước khi in</translation>
    </message>
    <message>
        <source>Print report…</source>
        <translation>In báo cáo…</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Chương trình</translation>
    </message>
    <message>
        <source>Programmes (*.toml)</source>
        <translation>Chương trình phối hợp (*.toml)</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Thoát</translation>
    </message>
    <message>
        <source>Receive from partner…</source>
        <translation>Nhận từ cơ quan phối hợp…</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>Report&apos;s heading and texts…</source>
        <translation>Thông tin báo cáo…</translation>
    </message>
    <message>
        <source>Reporting periods…</source>
        <translation>Kỳ báo cáo…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Saved at {time}</source>
        <translation>Đã lưu lúc {time}</translation>
    </message>
    <message>
        <source>Send to partner…</source>
        <translation>Gửi cơ quan phối hợp…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Shared folder…</source>
        <translation>Thư mục dùng chung…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Chữ nhỏ hơn</translation>
    </message>
    <message>
        <source>The program cannot start</source>
        <translation>Không mở được chương trình</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Thanh công cụ</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Unresolved differences…</source>
        <translation>Nội dung chưa thống nhất…</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Cỡ chữ thường</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Đã ghi: {file}</translation>
    </message>
    <message>
        <source>{file} is shown once the dialog is closed.</source>
        <translation>Tệp {file} sẽ được mở sau khi đóng hộp thoại này.</translation>
    </message>
    <message>
        <source>{hour}:{minute}</source>
        <translation>{hour} giờ {minute}</translation>
    </message>
</context>
</TS>
