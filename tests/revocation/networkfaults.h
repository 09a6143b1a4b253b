// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "faultreply.h"

#include <QByteArray>
#include <QList>
#include <QString>

//! What can go wrong with any answer, whatever was asked, and what follows from cli.md's "Retries and breaker" alone.
struct NetworkFault {
    const char *name;
    curfew::FaultReply reply;
    const char *kind; //!< of the error
    int requests; //!< that arrive before it is given up: four where it is a network error, 429 or 5xx, else one
    bool outlastsTheTimeout = false; //!< each request ends by our own patience: for FaultBench::beImpatient()
};

[[nodiscard]] QList<NetworkFault> brokenConnections();
[[nodiscard]] QList<NetworkFault> uselessStatuses(); //!< 3xx, 429 and 5xx
[[nodiscard]] QList<NetworkFault> networkFaults(); //!< both

//! The columns `reply`, `requests`, `isShort` and `kind`, and a row for each of networkFaults().
void addNetworkFaults();
//! A row in these columns.
void addFault(const char *name, const curfew::FaultReply &reply, const QString &kind = {}, int requests = 1);

//! 200 with a body that is no answer to a look, a listing or a question for metadata.
struct NonsenseBody {
    const char *name;
    curfew::FaultReply reply;
    const char *kind;
};
[[nodiscard]] QList<NonsenseBody> nonsenseBodies();

//! \p text as a gzip file (RFC 1952).
[[nodiscard]] QByteArray gzipped(const QByteArray &text);
