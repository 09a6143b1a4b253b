// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result.h"

#include <QDBusVariant>
#include <QDeadlineTimer>
#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QTimer>

namespace curfew {

//! One prompt of the Secret Service (org.freedesktop.Secret.Prompt): shows it and waits for its end, then is gone.
class SecretServicePrompt : public QObject {
    Q_OBJECT

public:
    //! \param service unique bus name of the service that made the prompt
    //! \return Canceled when it was dismissed; KeychainTimedOut at the deadline, after which it is closed
    [[nodiscard]] static QFuture<Result<>> show(const QString &service, const QString &path, QDeadlineTimer until);

private Q_SLOTS:
    void onCompleted(bool dismissed, const QDBusVariant &result);

private:
    SecretServicePrompt(QString service, QString path);
    void open(QDeadlineTimer until);
    void onDeadline();
    void finish(Result<> result);

    QString m_service;
    QString m_path;
    QPromise<Result<>> m_promise;
    QTimer m_deadline;
};

} // namespace curfew
