// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Linked into the programs, not into a library: what Qt, OpenSSL and libsecret free is wiped first, because copies of a
// secret lie in it that nobody else can reach. GNU C library alone: it lets a program put its own allocator's functions
// in place of its own, and names them a second time (https://sourceware.org/glibc/manual: Replacing malloc).

#include <malloc.h>
#include <string.h>

#include <algorithm>

extern "C" {

void __libc_free(void *memory); // NOLINT(bugprone-reserved-identifier)

void free(void *memory) noexcept
{
    if (!memory)
        return;
    ::explicit_bzero(memory, ::malloc_usable_size(memory));
    ::__libc_free(memory);
}

// Growing in place would do, but what it leaves behind when it moves can't be wiped any more.
void *realloc(void *memory, size_t size) noexcept
{
    if (!memory)
        return ::malloc(size);
    const size_t had = ::malloc_usable_size(memory);
    if (size > 0 && size <= had && size > had / 2)
        return memory;
    void *moved = size > 0 ? ::malloc(size) : nullptr;
    if (moved)
        ::memcpy(moved, memory, std::min(had, size));
    if (moved || size == 0)
        ::free(memory);
    return moved;
}
}
