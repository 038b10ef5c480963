; What the installer says beyond NSIS's own texts.
!macro Text name vietnamese english
    LangString ${name} ${LANG_VIETNAMESE} "${vietnamese}"
    LangString ${name} ${LANG_ENGLISH} "${english}"
!macroend

!insertmacro Text FolderText \
    "Chương trình được cài đặt cho riêng người dùng này, không cần quyền quản trị. Dữ liệu đã nhập được giữ nguyên." \
    "The program is installed for this user alone and needs no administrator. Recorded data stay as they are."
!insertmacro Text WritingText "Đang ghi các tệp của chương trình." "Writing the program's files."
!insertmacro Text RemovingText "Đang gỡ bỏ các tệp của chương trình." "Removing the program's files."
!insertmacro Text FinishTitle "Đã cài đặt xong" "Installed"
!insertmacro Text FinishText \
    "${NAME} ${VERSION} đã sẵn sàng." \
    "${NAME} ${VERSION} is ready."
!insertmacro Text OpenText "Mở chương trình" "Open the program"
!insertmacro Text DesktopText "Tạo biểu tượng trên màn hình nền" "Put an icon on the desktop"
!insertmacro Text BundleText \
    "Tệp trao đổi của ${NAME}" \
    "${NAME} exchange file"
!insertmacro Text RemoveText \
    "Dữ liệu đã nhập được giữ lại nếu không đánh dấu vào ô tương ứng." \
    "Recorded data stay unless their box is ticked."
!insertmacro Text ChooseText "Chọn những gì cần gỡ bỏ." "Choose what to remove."
!insertmacro Text ProgramPart "Chương trình" "The program"
!insertmacro Text DataPart "Dữ liệu đã nhập" "Recorded data"
!insertmacro Text DataText \
    "Xóa toàn bộ dữ liệu đã nhập trong thư mục ${DATA}? Không thể khôi phục sau khi xóa." \
    "Delete all recorded data in ${DATA}? They cannot be brought back."
!insertmacro Text RunningText \
    "${NAME} đang mở. Đóng chương trình rồi chọn thử lại." \
    "${NAME} is open. Close it, then try again."
!insertmacro Text ForeignText \
    "Thư mục đã có tệp không thuộc chương trình này: $0. Chọn thư mục khác." \
    "The folder holds a file that is not this program's: $0. Choose another folder."
!insertmacro Text NewerText \
    "Máy đã cài phiên bản $0, mới hơn phiên bản ${VERSION}. Vẫn cài phiên bản cũ hơn?" \
    "Version $0 is installed, which is newer than ${VERSION}. Install the older one nevertheless?"
!insertmacro Text WindowsText \
    "Cần Windows 10 phiên bản 1809 trở lên." \
    "Windows 10 version 1809 or newer is needed."
