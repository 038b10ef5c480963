; The installer and its uninstaller. packaging/installer.py gives: VERSION, LISTS (what to do with
; each file), LISTED (a file that names them), TEXTS, ICON, SIDE, KILOBYTES, OUTPUT; SIGN, a command
; for the uninstaller; QUICK, not to compress.
;
; Ends with 0, 1 (left by the user), 2 (a file could not be written), or with one of these:
!define NEWER_IS_THERE 3
!define IS_RUNNING 4
!define FOREIGN_FILE 5
!define OLD_WINDOWS 6

Unicode true
Target amd64-unicode
!ifdef QUICK
    SetCompress off
!else
    SetCompressor /SOLID lzma
    SetCompressorDictSize 64
!endif

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include "${LISTS}"

!define NAME "Agreement Viewer"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\AgreementViewer"
!define WINDOW "agreement-viewer.exe"
!define START_ENTRY "$SMPROGRAMS\${NAME}.lnk"
!define DESKTOP_ENTRY "$DESKTOP\${NAME}.lnk"
!define DATA "$LOCALAPPDATA\agreement-viewer"
!define LIST "installed-files.ini"
!define CLASSES "Software\Classes"
!define BUNDLE "AgreementViewer.Bundle"
!define OPEN `'"$INSTDIR\${WINDOW}" "%1"'`

Name "${NAME}"
OutFile "${OUTPUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\AgreementViewer"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
AllowSkipFiles off
BrandingText "${NAME} ${VERSION}"
ManifestDPIAware true
ManifestLongPathAware true
ManifestSupportedOS Win10
!ifdef SIGN
    !uninstfinalize '${SIGN}'
!endif

Var Former  ; the folder of the version that is there, or nothing

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_LANGDLL_WINDOWTITLE "Ngôn ngữ / Language"
!define MUI_LANGDLL_INFO "Chọn ngôn ngữ. / Choose the language."
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "${KEY}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"
!define MUI_DIRECTORYPAGE_TEXT_TOP "$(FolderText)"
!define MUI_FINISHPAGE_TITLE "$(FinishTitle)"
!define MUI_FINISHPAGE_TEXT "$(FinishText)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${WINDOW}"
!define MUI_FINISHPAGE_RUN_TEXT "$(OpenText)"
!define MUI_FINISHPAGE_SHOWREADME ""
!define MUI_FINISHPAGE_SHOWREADME_NOTCHECKED
!define MUI_FINISHPAGE_SHOWREADME_TEXT "$(DesktopText)"
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION MakeDesktopEntry
!insertmacro MUI_PAGE_DIRECTORY
!define MUI_PAGE_HEADER_SUBTEXT "$(WritingText)"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_COMPONENTSPAGE_NODESC
!define MUI_COMPONENTSPAGE_TEXT_TOP "$(RemoveText)"
!define MUI_PAGE_HEADER_SUBTEXT "$(ChooseText)"
!insertmacro MUI_UNPAGE_COMPONENTS
!define MUI_PAGE_HEADER_SUBTEXT "$(RemovingText)"
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro MUI_LANGUAGE "English"
!include "${TEXTS}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=${LANG_ENGLISH} ProductName "${NAME}"
VIAddVersionKey /LANG=${LANG_ENGLISH} FileDescription "${NAME}"
VIAddVersionKey /LANG=${LANG_ENGLISH} CompanyName "${NAME}"
VIAddVersionKey /LANG=${LANG_ENGLISH} LegalCopyright "MIT"
VIAddVersionKey /LANG=${LANG_ENGLISH} FileVersion "${VERSION}"
VIAddVersionKey /LANG=${LANG_ENGLISH} ProductVersion "${VERSION}"

!macro Refuse code text
    SetErrorLevel ${code}
    MessageBox MB_OK|MB_ICONSTOP "${text}" /SD IDOK
    Quit
!macroend

; A program that runs cannot be opened for writing. Asks for it to be closed, as often as needed.
!macro RefuseRunning folder file
    ${DoWhile} ${FileExists} "${folder}\${file}"
        ClearErrors
        FileOpen $0 "${folder}\${file}" a
        ${IfNot} ${Errors}
            FileClose $0
            ${ExitDo}
        ${EndIf}
        ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RunningText)" /SD IDCANCEL IDCANCEL`
            SetErrorLevel ${IS_RUNNING}
            Quit
        ${EndIf}
    ${Loop}
!macroend

; What opens which files has changed (SHCNE_ASSOCCHANGED).
!macro TellExplorer
    System::Call "shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)"
!macroend

; For the generated list: a file of somebody else's at a place that one of ours takes.
!macro RefuseForeign path
    StrCpy $0 "${path}"
    Call RefuseForeign
!macroend

Function .onInit
    ${IfNot} ${AtLeastWin10}
    ${OrIf} ${AtMostBuild} 17762
        !insertmacro Refuse ${OLD_WINDOWS} "$(WindowsText)"
    ${EndIf}
    ReadRegStr $0 HKCU "${KEY}" "Language"
    ${If} $0 == ""
        StrCpy $LANGUAGE ${LANG_VIETNAMESE}
    ${EndIf}
    !insertmacro MUI_LANGDLL_DISPLAY
    ReadRegStr $Former HKCU "${KEY}" "InstallLocation"
    ReadRegStr $0 HKCU "${KEY}" "DisplayVersion"
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 = 1
        ${GetParameters} $2
        ClearErrors
        ${GetOptions} $2 "/DOWNGRADE" $3
        ${If} ${Errors}
        ${AndIf} ${Cmd} `MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(NewerText)" /SD IDNO IDNO`
            SetErrorLevel ${NEWER_IS_THERE}
            Quit
        ${EndIf}
    ${EndIf}
FunctionEnd

Function RefuseForeign
    ${IfNot} ${FileExists} "$INSTDIR\$0"
        Return
    ${EndIf}
    ${If} $Former == $INSTDIR
        ReadINIStr $1 "$INSTDIR\${LIST}" "files" "$0"
        ${If} $1 != ""
            Return  ; the version before wrote it
        ${EndIf}
    ${EndIf}
    StrCpy $0 "$INSTDIR\$0"
    !insertmacro Refuse ${FOREIGN_FILE} "$(ForeignText)"
FunctionEnd

Function MakeDesktopEntry
    CreateShortcut "${DESKTOP_ENTRY}" "$INSTDIR\${WINDOW}"
FunctionEnd

; Files to exchange open with this program, unless another one has their ending already: then it is
; offered beside that one.
Function Associate
    WriteRegStr HKCU "${CLASSES}\${BUNDLE}" "" "$(BundleText)"
    WriteRegStr HKCU "${CLASSES}\${BUNDLE}\DefaultIcon" "" "$INSTDIR\${WINDOW},0"
    WriteRegStr HKCU "${CLASSES}\${BUNDLE}\shell\open\command" "" ${OPEN}
    WriteRegStr HKCU "${CLASSES}\.agx\OpenWithProgids" "${BUNDLE}" ""
    ReadRegStr $0 HKCU "${CLASSES}\.agx" ""
    ${If} $0 == ""
        WriteRegStr HKCU "${CLASSES}\.agx" "" "${BUNDLE}"
    ${EndIf}
    !insertmacro TellExplorer
FunctionEnd

Function RemoveFormer
    !insertmacro RefuseRunning "$Former" "agreement-viewer.exe"
    !insertmacro RefuseRunning "$Former" "agreement-viewer-cli.exe"
    ; It knows its own files. `_?` keeps it in its place, so that it can be waited for. One that is
    ; damaged does not start: its files are written over.
    StrCpy $0 0
    ExecWait '"$Former\uninstall.exe" /S /KEEPENTRIES _?=$Former' $0
    ${If} $0 <> 0
        SetErrorLevel $0
        Quit
    ${EndIf}
    ${If} $Former != $INSTDIR
        Delete "$Former\uninstall.exe"
        RMDir "$Former"
    ${EndIf}
FunctionEnd

Section
    !insertmacro RefuseForeignFiles
    ${If} $Former != $INSTDIR
        !insertmacro RefuseForeign "${LIST}"
        !insertmacro RefuseForeign "uninstall.exe"
    ${EndIf}
    ${If} $Former != ""
    ${AndIf} ${FileExists} "$Former\uninstall.exe"
        Call RemoveFormer
    ${EndIf}
    ; First what takes a broken-off installation away again, last what starts the program.
    WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
    WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${KEY}" "Publisher" "${NAME}"
    WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\${WINDOW}"
    WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegStr HKCU "${KEY}" "Language" $LANGUAGE
    WriteRegDWORD HKCU "${KEY}" "EstimatedSize" ${KILOBYTES}
    WriteRegDWORD HKCU "${KEY}" "NoModify" 1
    WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
    SetOutPath "$INSTDIR"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    File "/oname=${LIST}" "${LISTED}"
    !insertmacro InstallFiles
    SetOutPath "$INSTDIR"
    CreateShortcut "${START_ENTRY}" "$INSTDIR\${WINDOW}"
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/DESKTOP" $1
    ${IfNot} ${Errors}
    ${OrIf} ${FileExists} "${DESKTOP_ENTRY}"
        Call MakeDesktopEntry
    ${EndIf}
    Call Associate
SectionEnd

Function un.onInit
    !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

; Only what is still ours: another program may have taken the ending since.
Function un.Dissociate
    ReadRegStr $0 HKCU "${CLASSES}\${BUNDLE}\shell\open\command" ""
    ${If} $0 == ${OPEN}
        DeleteRegKey HKCU "${CLASSES}\${BUNDLE}"
        ReadRegStr $0 HKCU "${CLASSES}\.agx" ""
        ${If} $0 == "${BUNDLE}"
            DeleteRegValue HKCU "${CLASSES}\.agx" ""
        ${EndIf}
        DeleteRegValue HKCU "${CLASSES}\.agx\OpenWithProgids" "${BUNDLE}"
        DeleteRegKey /ifempty HKCU "${CLASSES}\.agx\OpenWithProgids"
        DeleteRegKey /ifempty HKCU "${CLASSES}\.agx"
        !insertmacro TellExplorer
    ${EndIf}
FunctionEnd

Section "un.$(ProgramPart)"
    SectionIn RO
    !insertmacro RefuseRunning "$INSTDIR" "agreement-viewer.exe"
    !insertmacro RefuseRunning "$INSTDIR" "agreement-viewer-cli.exe"
    !insertmacro RemoveFiles
    Delete "$INSTDIR\${LIST}"
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/KEEPENTRIES" $1  ; another version is about to take this one's place
    ${If} ${Errors}
        Delete "${START_ENTRY}"
        Delete "${DESKTOP_ENTRY}"
        Delete "$INSTDIR\uninstall.exe"
        DeleteRegKey HKCU "${KEY}"
        Call un.Dissociate
        SetOutPath "$TEMP"
        RMDir "$INSTDIR"
    ${EndIf}
SectionEnd

Section /o "un.$(DataPart)"
    ${If} ${Cmd} `MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(DataText)" /SD IDNO IDYES`
        RMDir /r "${DATA}\data"
        RMDir /r "${DATA}\keys"
        RMDir /r "${DATA}\logs"
        RMDir "${DATA}"
    ${EndIf}
SectionEnd
