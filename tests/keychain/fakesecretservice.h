// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>

namespace curfew {

//! A Secret Service that does as the test says, under the real name on the test's own bus.
class FakeSecretService : public QDBusVirtualObject {
    Q_OBJECT

public:
    enum class Prompt { None, Approved, Dismissed, Ignored, Lying };

    bool hasAlias = true;
    bool hasCollection = true;
    bool locked = false;
    bool silent = false; //!< as a frozen daemon: takes the call and doesn't answer
    Prompt prompt = Prompt::None;
    QStringList calls; //!< names of the methods that were called, in order

    FakeSecretService();
    ~FakeSecretService() override;

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;
    QString introspect(const QString &path) const override;

private:
    QVariantList answerTo(const QDBusMessage &message);
    void complete(bool dismissed);

    QDBusConnection m_bus; // not the session bus that the tested code uses: a service calls nobody in its own process
};

} // namespace curfew
