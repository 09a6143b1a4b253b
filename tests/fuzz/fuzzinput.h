// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <cstdint>
#include <cstdlib>

//! What libFuzzer (https://llvm.org/docs/LibFuzzer.html) and replay.cpp call with each input.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace curfew {

[[nodiscard]] inline QByteArray inputOf(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
}

//! A promise of the code under test that an input has broken: ends the program, as a crash would.
inline void require(bool kept)
{
    if (!kept)
        std::abort();
}

} // namespace curfew
