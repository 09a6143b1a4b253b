// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "peerclient.h"
#include "peerserver.h"

namespace curfew {

//! A real browser without a window: Chromium, driven by its chromedriver on loopback (W3C WebDriver). It reaches
//! nothing beyond loopback.
class WebBrowser {
public:
    WebBrowser() = default;
    ~WebBrowser() { stop(); }
    Q_DISABLE_COPY_MOVE(WebBrowser)

    [[nodiscard]] bool start();
    void stop();

    [[nodiscard]] bool open(const QUrl &page);
    //! Types into, or clicks, the first element that the CSS \p selector fits. \return false when there is none in time
    [[nodiscard]] bool type(const QString &selector, const QString &text);
    [[nodiscard]] bool click(const QString &selector);

    [[nodiscard]] QUrl at();
    [[nodiscard]] QString title();
    [[nodiscard]] QString textOf(const QString &selector); //!< as it is shown
    [[nodiscard]] QJsonValue run(const QString &script); //!< what its `return` gives
    [[nodiscard]] QStringList cookieNames(); //!< of the page that is open

private:
    [[nodiscard]] QUrl command(const QString &path) const;
    //! `value` of the answer; undefined, with a warning, when the driver says no.
    [[nodiscard]] QJsonValue got(const QString &path);
    [[nodiscard]] QJsonValue told(const QString &path, const QJsonObject &body);
    [[nodiscard]] static QJsonValue valueOf(const PeerAnswer &answer, const QString &path);
    [[nodiscard]] QString element(const QString &selector);

    PeerServer m_driver;
    PeerClient m_http;
    QUrl m_session; //!< empty without one
};

} // namespace curfew
