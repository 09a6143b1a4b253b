// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Linked into the programs, not into a library: what Qt, OpenSSL and libsecret free is wiped first, because copies of a
// secret lie in it that nobody else can reach. GNU C library alone: it lets a program put its own allocator's functions
// in place of its own, and names them a second time (https://sourceware.org/glibc/manual: Replacing malloc).

#include <malloc.h>

#include <algorithm>
#include <cstring>

extern "C" {

// Names as malloc.h has them: the linters compare.
// NOLINTBEGIN(bugprone-reserved-identifier)
void __libc_free(void *memory);

void free(void *__ptr) noexcept
{
    if (!__ptr)
        return;
    ::explicit_bzero(__ptr, ::malloc_usable_size(__ptr));
    ::__libc_free(__ptr);
}

// Growing in place would do, but what it leaves behind when it moves can't be wiped any more.
void *realloc(void *__ptr, size_t __size) noexcept
{
    if (!__ptr)
        return ::malloc(__size);
    const size_t had = ::malloc_usable_size(__ptr);
    if (__size > 0 && __size <= had && __size > had / 2)
        return __ptr;
    void *moved = __size > 0 ? ::malloc(__size) : nullptr;
    if (moved)
        ::memcpy(moved, __ptr, std::min(had, __size));
    if (moved || __size == 0)
        ::free(__ptr);
    return moved;
}
// NOLINTEND(bugprone-reserved-identifier)
}
