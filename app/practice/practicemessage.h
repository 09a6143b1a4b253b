// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>

#include <utility>

namespace curfew {

using PracticeHeaders = QList<std::pair<QByteArray, QByteArray>>;

//! One HTTP request as a practice issuer received it.
struct PracticeRequest {
    QByteArray method; //!< `GET`, `POST`, …
    QByteArray path; //!< percent-encoded, from the leading slash, without the query
    QByteArray query; //!< percent-encoded, without the `?`
    PracticeHeaders headers; //!< in the order received
    QByteArray body;

    [[nodiscard]] QByteArray header(QByteArrayView name) const; //!< the first of that name, in any case; else empty

    [[nodiscard]] static PracticeRequest get(const QByteArray &path, const QByteArray &query = {});
    //! \p authorization is the whole header value; it and \p contentType are left out when empty.
    [[nodiscard]] static PracticeRequest of(const QByteArray &method, const QByteArray &path,
                                            const QByteArray &authorization, const QByteArray &body = {},
                                            const QByteArray &contentType = {});
    //! A form POST; \p authorization is the whole header value, empty for none.
    [[nodiscard]] static PracticeRequest post(const QByteArray &path, const QByteArray &form,
                                              const QByteArray &authorization = {});
};

//! One HTTP answer; Content-Length is the transport's.
struct PracticeAnswer {
    int status = 200;
    PracticeHeaders headers;
    QByteArray body;

    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] QJsonObject object() const; //!< the body as a JSON object; empty when it is none

    [[nodiscard]] static PracticeAnswer empty(int status = 200);
    [[nodiscard]] static PracticeAnswer json(int status, const QJsonDocument &document);
    [[nodiscard]] static PracticeAnswer json(int status, const QJsonObject &object);

    bool operator==(const PracticeAnswer &) const = default;
};

//! The value of a Basic Authorization header, id and secret form-encoded first (RFC 6749 section 2.3.1).
[[nodiscard]] QByteArray practiceBasic(QByteArrayView clientId, QByteArrayView secret);

} // namespace curfew
