/* A disk that fails: from the FAULT_AT-th write below FAULT_FOLDER on, each write there fails with
 * FAULT_ERROR; where FAULT_ONCE is set only that one. A failing write may have written its first
 * half. Writes are counted into the file FAULT_COUNT names. Loaded by LD_PRELOAD. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static long count;

static int fails(int fd)
{
    const char *folder = getenv("FAULT_FOLDER");
    char link[64], path[PATH_MAX];
    ssize_t length;
    long at;

    if (folder == NULL)
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    length = readlink(link, path, sizeof path - 1);
    if (length < 0 || strncmp(path, folder, strlen(folder)) != 0)
        return 0;
    count++;
    at = atol(getenv("FAULT_AT"));
    return at > 0 && (getenv("FAULT_ONCE") ? count == at : count >= at);
}

static int fault(void)
{
    errno = atoi(getenv("FAULT_ERROR"));
    return -1;
}

#define REAL(type, name, ...) ((type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name))

ssize_t pwrite64(int fd, const void *data, size_t size, off_t at)
{
    ssize_t (*real)(int, const void *, size_t, off_t) =
        REAL(ssize_t, "pwrite64", int, const void *, size_t, off_t);
    if (!fails(fd))
        return real(fd, data, size, at);
    real(fd, data, size / 2, at);
    return fault();
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t at)
{
    return pwrite64(fd, data, size, at);
}

ssize_t write(int fd, const void *data, size_t size)
{
    ssize_t (*real)(int, const void *, size_t) =
        REAL(ssize_t, "write", int, const void *, size_t);
    if (!fails(fd))
        return real(fd, data, size);
    return fault();
}

int fsync(int fd)
{
    return fails(fd) ? fault() : REAL(int, "fsync", int)(fd);
}

int fdatasync(int fd)
{
    return fails(fd) ? fault() : REAL(int, "fdatasync", int)(fd);
}

int ftruncate64(int fd, off_t size)
{
    return fails(fd) ? fault() : REAL(int, "ftruncate64", int, off_t)(fd, size);
}

int ftruncate(int fd, off_t size)
{
    return ftruncate64(fd, size);
}

__attribute__((destructor)) static void tell(void)
{
    const char *path = getenv("FAULT_COUNT");
    FILE *file = path ? fopen(path, "w") : NULL;

    if (file != NULL) {
        fprintf(file, "%ld\n", count);
        fclose(file);
    }
}
