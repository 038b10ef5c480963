<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN">
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
    <name>Checklist</name>
    <message>
        <source>Add task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tasks of item {number} are done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done / not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter adds a task here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items {done}/{total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the item done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the new task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer in the programme&apos;s file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tasks yet. Press Ctrl+N.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Showing {hits}/{total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks still open: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks {done}/{total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished">Hoàn tác</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw this task? History keeps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done: {done}/{total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not continued: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open tasks: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unresolved differences: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
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
        <source>Check the data file from end to end.</source>
        <translation>Kiểm tra toàn bộ tệp dữ liệu.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Các lệnh</translation>
    </message>
    <message>
        <source>Give a field of an item a value.</source>
        <translation>Ghi giá trị cho một mục của nội dung.</translation>
    </message>
    <message>
        <source>Show all items and tasks.</source>
        <translation>Liệt kê mọi nội dung và nhiệm vụ.</translation>
    </message>
    <message>
        <source>Show who changed what and when.</source>
        <translation>Xem ai đã sửa nội dung gì, vào lúc nào.</translation>
    </message>
    <message>
        <source>The command is not understood; it is: {usage}</source>
        <translation>Lệnh chưa đúng; cách viết: {usage}</translation>
    </message>
    <message>
        <source>There is no item “{id}”: `agreement-viewer list` shows all.</source>
        <translation>Không có nội dung “{id}”: lệnh `agreement-viewer list` liệt kê tất cả.</translation>
    </message>
    <message>
        <source>Without a command the window opens. Options stand before or after it.</source>
        <translation>Không có lệnh thì mở cửa sổ. Các tùy chọn đặt trước hoặc sau lệnh.</translation>
    </message>
    <message>
        <source>Write the status report.</source>
        <translation>Ghi báo cáo tình hình thực hiện ra tệp.</translation>
    </message>
    <message>
        <source>created</source>
        <translation>tạo mới</translation>
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
        <source>{file} could not be copied: check the file and the room on the disk.</source>
        <translation>Không sao chép được {file}: kiểm tra tệp và dung lượng trống của ổ đĩa.</translation>
    </message>
    <message>
        <source>{file} is larger than 200 MB.</source>
        <translation>{file} lớn hơn 200 MB: chọn tệp nhỏ hơn.</translation>
    </message>
    <message>
        <source>{file} is not on this computer.</source>
        <translation>Tệp {file} không có trên máy tính này.</translation>
    </message>
    <message>
        <source>{file} was altered on the disk.</source>
        <translation>Tệp {file} trên ổ đĩa đã bị thay đổi, không còn đúng bản đã lưu.</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>There is no field “{name}”: use {known}.</source>
        <translation>Không có mục “{name}”: dùng một trong các mục {known}.</translation>
    </message>
    <message>
        <source>“{text}” is not a day: write it like 31/12/2025.</source>
        <translation>“{text}” không phải là ngày: viết như 31/12/2025.</translation>
    </message>
    <message>
        <source>“{text}” is not a status: use {known}.</source>
        <translation>“{text}” không phải là tình trạng thực hiện: dùng {known}.</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation>Xuất PDF</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Vừa chiều rộng</translation>
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
        <source>Not printed: check the printer and try again.</source>
        <translation>Chưa in được: kiểm tra máy in rồi thử lại.</translation>
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
        <source>Sending page {page} of {count}</source>
        <translation>Đang gửi trang {page}/{count}</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Đã gửi đến máy in.</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Thu nhỏ</translation>
    </message>
</context>
<context>
    <name>Reporting</name>
    <message>
        <source>Export PDF</source>
        <translation>Xuất PDF</translation>
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
        <source>A newer version of this program wrote the data: install that version.</source>
        <translation>Dữ liệu được ghi bằng phiên bản mới hơn của chương trình: cài đặt phiên bản đó.</translation>
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
        <source>The data file {file} is damaged: restore it from a backup.</source>
        <translation>Tệp dữ liệu {file} bị hỏng: khôi phục từ bản sao lưu.</translation>
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
        <source>Ongoing</source>
        <translation>Thường xuyên</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>{who} has changed this since; choose the value in the history.</source>
        <translation>{who} đã sửa nội dung này sau đó: chọn giá trị trong Lịch sử cập nhật.</translation>
    </message>
</context>
<context>
    <name>Verify</name>
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
        <source>SQLite: {fault}</source>
        <translation>SQLite: {fault}</translation>
    </message>
    <message>
        <source>The copied heads of {agreement} are out of date.</source>
        <translation>Bản chép giá trị hiện hành của {agreement} không khớp với các thay đổi.</translation>
    </message>
    <message>
        <source>Writer {writer} has two changes numbered {seq}.</source>
        <translation>Máy ghi {writer} có hai thay đổi cùng mang số {seq}.</translation>
    </message>
</context>
<context>
    <name>Window</name>
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
        <source>&amp;View</source>
        <translation>&amp;Hiển thị</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Giới thiệu chương trình</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Chi tiết</translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation>Xuất PDF</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Tìm kiếm</translation>
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
        <source>More commands</source>
        <translation>Các lệnh khác</translation>
    </message>
    <message>
        <source>Next column</source>
        <translation>Sang cột kế tiếp</translation>
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
        <source>Redo</source>
        <translation>Làm lại</translation>
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
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Chữ nhỏ hơn</translation>
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
        <source>Written: {file}</source>
        <translation>Đã ghi: {file}</translation>
    </message>
    <message>
        <source>{hour}:{minute}</source>
        <translation>{hour} giờ {minute}</translation>
    </message>
</context>
</TS>
