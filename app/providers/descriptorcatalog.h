// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providerdescriptor.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <functional>
#include <optional>

namespace curfew {

//! Whether the operator has looked at this very file of their own.
enum class Acceptance { New, Accepted, Changed };

//! Answers for one file by its bytes; the profile remembers their SHA-256.
using AcceptanceSource = std::function<Acceptance(const QString &id, QByteArrayView content)>;

//! One descriptor that was found, usable or not.
struct CatalogEntry {
    enum class State {
        Ready,
        NeedsAcceptance, //!< an operator's own that is new or was changed: shown with its hosts, not used
        Refused, //!< can't be loaded, or its id is taken; \a error says why
    };
    State state = State::Ready;
    ProviderDescriptor descriptor; //!< without an id where the file can't be loaded
    QString file; //!< empty for a shipped one
    QByteArray content; //!< NeedsAcceptance: the bytes to accept
    QStringList hosts; //!< the hosts it names; every other address is the operator's own issuer URL
    Acceptance acceptance = Acceptance::Accepted;
    std::optional<Error> error;
};

//! The providers that Curfew knows: those it ships, and the operator's own. An own one never shadows a shipped id.
class DescriptorCatalog {
public:
    //! Reads the shipped descriptors and every `*.json` in \p ownFolder, which need not exist.
    [[nodiscard]] static DescriptorCatalog load(const QString &ownFolder = {}, const AcceptanceSource &acceptance = {});

    [[nodiscard]] const QList<CatalogEntry> &entries() const { return m_entries; }
    //! \return nullptr where \p id is unknown or not ready
    [[nodiscard]] const ProviderDescriptor *find(const QString &id) const;

    //! Loads \p file as the catalogue would, but uses it for nothing; a shipped file, unchanged, is fine.
    //! Errors: InvalidInput, naming line and key.
    [[nodiscard]] static Result<ProviderDescriptor> check(const QString &file);
    [[nodiscard]] static const QList<ProviderDescriptor> &shipped();

private:
    QList<CatalogEntry> m_entries; //!< shipped ones first, then by file name
};

//! The hosts that \p descriptor names by itself.
[[nodiscard]] QStringList hostsOf(const ProviderDescriptor &descriptor);

} // namespace curfew
