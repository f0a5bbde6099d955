/* Writes down, in order, what a process does to the files of one folder; loaded with LD_PRELOAD.
 *
 * SPINNENWEB_RECORD names the folder, SPINNENWEB_LOG the file with the record. Every entry is: one letter, the length
 * of a name, an offset, the length of the data, then name and data; all lengths 64 bits. The names are absolute.
 * W write, T truncate, S sync of a file, D sync of a folder, C file made, U unlink, R rename (data is the new name).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
static int log_fd = -2;

static ssize_t plain_write(int fd, const void *data, size_t length) {
    static ssize_t (*real)(int, const void *, size_t);
    if (!real) real = dlsym(RTLD_NEXT, "write");
    return real(fd, data, length);
}

static int plain_open(const char *path, int flags, mode_t mode) {
    static int (*real)(const char *, int, ...);
    if (!real) real = dlsym(RTLD_NEXT, "open");
    return real(path, flags, mode);
}

static int recording(const char *path) {
    const char *folder = getenv("SPINNENWEB_RECORD");
    if (!folder || !path || strncmp(path, folder, strlen(folder)) != 0) return 0;
    if (log_fd == -2) log_fd = plain_open(getenv("SPINNENWEB_LOG"), O_CREAT | O_WRONLY | O_APPEND, 0600);
    return log_fd >= 0;
}

static int name_of(int fd, char *name, size_t length) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t got = readlink(link, name, length - 1);
    if (got <= 0) return 0;
    name[got] = 0;
    return recording(name);
}

static void all_of(const void *data, uint64_t length) {
    const char *rest = data;
    while (length) {
        ssize_t done = plain_write(log_fd, rest, length);
        if (done <= 0) abort();
        rest += done;
        length -= (uint64_t)done;
    }
}

static void record(char what, const char *name, int64_t offset, const void *data, uint64_t length) {
    uint64_t head[3] = {strlen(name), (uint64_t)offset, length};
    pthread_mutex_lock(&one_at_a_time);
    all_of(&what, 1);
    all_of(head, sizeof head);
    all_of(name, head[0]);
    if (length) all_of(data, length);
    pthread_mutex_unlock(&one_at_a_time);
}

static void made(const char *path, int flags, int existed) {
    char whole[4096];
    if (!(flags & (O_CREAT | O_TRUNC)) || !realpath(path, whole) || !recording(whole)) return;
    if (flags & O_TRUNC) record('T', whole, 0, NULL, 0);
    if (!existed) record('C', whole, 0, NULL, 0);
}

#define OPENS(function)                                                        \
    int function(const char *path, int flags, ...) {                           \
        static int (*real)(const char *, int, ...);                            \
        va_list rest;                                                          \
        va_start(rest, flags);                                                 \
        mode_t mode = (flags & O_CREAT) ? (mode_t)va_arg(rest, int) : 0;       \
        va_end(rest);                                                          \
        if (!real) real = dlsym(RTLD_NEXT, #function);                         \
        int existed = access(path, F_OK) == 0;                                 \
        int fd = real(path, flags, mode);                                      \
        if (fd >= 0) made(path, flags, existed);                               \
        return fd;                                                             \
    }
OPENS(open)
OPENS(open64)

#define WRITES_AT(function, offset_type)                                                     \
    ssize_t function(int fd, const void *data, size_t length, offset_type offset) {          \
        static ssize_t (*real)(int, const void *, size_t, offset_type);                      \
        char name[4096];                                                                     \
        if (!real) real = dlsym(RTLD_NEXT, #function);                                       \
        ssize_t done = real(fd, data, length, offset);                                       \
        if (done > 0 && name_of(fd, name, sizeof name)) record('W', name, offset, data, (uint64_t)done); \
        return done;                                                                         \
    }
WRITES_AT(pwrite, off_t)
WRITES_AT(pwrite64, off64_t)

ssize_t write(int fd, const void *data, size_t length) {
    char name[4096];
    int known = fd > 2 && fd != log_fd && name_of(fd, name, sizeof name);
    ssize_t done = plain_write(fd, data, length);
    if (known && done > 0) record('W', name, lseek(fd, 0, SEEK_CUR) - done, data, (uint64_t)done);
    return done;
}

#define TRUNCATES(function, offset_type)                                        \
    int function(int fd, offset_type length) {                                  \
        static int (*real)(int, offset_type);                                   \
        char name[4096];                                                        \
        if (!real) real = dlsym(RTLD_NEXT, #function);                          \
        int done = real(fd, length);                                            \
        if (!done && name_of(fd, name, sizeof name)) record('T', name, length, NULL, 0); \
        return done;                                                            \
    }
TRUNCATES(ftruncate, off_t)
TRUNCATES(ftruncate64, off64_t)

#define SYNCS(function)                                                          \
    int function(int fd) {                                                       \
        static int (*real)(int);                                                 \
        char name[4096];                                                         \
        struct stat about;                                                       \
        if (!real) real = dlsym(RTLD_NEXT, #function);                           \
        int done = real(fd);                                                     \
        if (!done && name_of(fd, name, sizeof name) && !fstat(fd, &about))       \
            record(S_ISDIR(about.st_mode) ? 'D' : 'S', name, 0, NULL, 0);        \
        return done;                                                             \
    }
SYNCS(fsync)
SYNCS(fdatasync)

int unlink(const char *path) {
    static int (*real)(const char *);
    char whole[4096];
    if (!real) real = dlsym(RTLD_NEXT, "unlink");
    int known = realpath(path, whole) && recording(whole);
    int done = real(path);
    if (!done && known) record('U', whole, 0, NULL, 0);
    return done;
}

int rename(const char *from, const char *to) {
    static int (*real)(const char *, const char *);
    char before[4096], after[4096];
    if (!real) real = dlsym(RTLD_NEXT, "rename");
    int known = realpath(from, before) && recording(before);
    int done = real(from, to);
    if (!done && known && realpath(to, after)) record('R', before, 0, after, strlen(after));
    return done;
}
