/* Windows 10 has ProcessPrng, Wine 8 has not; Typst wants it for its tables' seeds.
   For building and trying on Linux only: never part of what is installed. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL ProcessPrng(BYTE *bytes, SIZE_T length)
{
    return RtlGenRandom(bytes, (ULONG)length);
}
