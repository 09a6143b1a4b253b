// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include <chrono>
#include <utility>

namespace curfew {

//! What a FaultServer does with one request: raw bytes, their timing, and the end of the connection.
struct FaultReply {
    enum class End {
        KeepOpen,
        Close,
        Reset, //!< without FIN: RST
    };

    QByteArray bytes;
    std::chrono::milliseconds delay{0}; //!< before the first byte
    std::chrono::milliseconds interval{0}; //!< between single bytes; 0: all at once
    bool endless = false; //!< afterwards, filler until the client hangs up
    QByteArray filler = "x"; //!< what an endless answer repeats
    End end = End::KeepOpen;

    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    //! A well-formed answer.
    [[nodiscard]] static FaultReply http(int status, const QByteArray &body = "{}",
                                         const QByteArray &contentType = "application/json",
                                         const Headers &headers = {});
    [[nodiscard]] static FaultReply raw(const QByteArray &bytes, End end = End::Close);
    [[nodiscard]] static FaultReply silent(); //!< accepts, reads, never answers
    [[nodiscard]] static FaultReply dropped(End end = End::Close); //!< hangs up without a byte

    [[nodiscard]] FaultReply after(std::chrono::milliseconds wait) const;
    [[nodiscard]] FaultReply thenEndlessly(const QByteArray &repeated) const;
    [[nodiscard]] FaultReply byteByByte(std::chrono::milliseconds gap) const;
};

} // namespace curfew
