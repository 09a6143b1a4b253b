// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonpointer.h"
#include "providerdescriptor.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <vector>

namespace curfew {

//! What a descriptor may name in one element of a listing.
enum class ListingField {
    Token,
    Uid,
    Sub,
    ClientId,
    Application,
    Ip,
    UserAgent,
    Jti,
    GrantType,
    Scope,
    IssuedAt,
    ExpiresAt,
};
constexpr size_t listingFieldCount = 12;
[[nodiscard]] QString listingFieldName(ListingField field); //!< as in a descriptor's `fields`

//! Where a listing's array stands, and its fields in each element.
struct ListingShape {
    JsonPointer items;
    std::array<std::optional<JsonPointer>, listingFieldCount> fields; //!< nothing where the descriptor names none

    //! \return nothing when a pointer of \p operation can't be read, or none leads to the token
    [[nodiscard]] static std::optional<ListingShape> of(const Operation &operation);
    [[nodiscard]] const std::optional<JsonPointer> &at(ListingField field) const { return fields[size_t(field)]; }
};

//! One string or number of a listing, by its bytes.
struct ListingPiece {
    enum Kind : quint8 {
        Text,
        TokenText, //!< what the descriptor calls the token
        SecretText, //!< what goes by the name of a token or secret
        Scalar, //!< a number, a boolean or null that is one of the fields
    };
    quint32 begin = 0; //!< after the quote
    quint32 size = 0;
    quint32 element = 0;
    Kind kind = Text;
    bool hasEscapes = false;
};

//! One element of a listing's array.
struct ListingElement {
    static constexpr qint32 absent = -1;
    static constexpr qint32 compound = -2; //!< an array or an object
    std::array<qint32, listingFieldCount> fields = allAbsent(); //!< index of the piece, or one of the above

    [[nodiscard]] qint32 at(ListingField field) const { return fields[size_t(field)]; }
    [[nodiscard]] static constexpr std::array<qint32, listingFieldCount> allAbsent()
    {
        std::array<qint32, listingFieldCount> all{};
        all.fill(absent);
        return all;
    }
};

//! Below this length a "token" is no secret, and masking it inside other texts would make them unreadable.
constexpr qsizetype shortestSecret = 8;

//! The strings of a listing and its elements, found in one walk over the bytes. Exact on what QJsonDocument accepts.
struct ListingScan {
    std::vector<ListingPiece> pieces; //!< in order: every string of 8 bytes or more, keys too; and the fields
    std::vector<ListingElement> elements;
};
[[nodiscard]] ListingScan scanListing(QByteArrayView json, const ListingShape &shape);

} // namespace curfew
