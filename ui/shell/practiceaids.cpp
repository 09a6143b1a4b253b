// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practiceaids.h"

#include "practicecast.h"
#include "practiceissuers.h"

#include <QCoreApplication>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace curfew {

Result<> startPractice()
{
    const QString program = QCoreApplication::applicationFilePath();
    if (!QProcess::startDetached(program, {u"--practice"_s}))
        return failure(ErrorKind::InvalidInput, program);
    return {};
}

QString practiceService()
{
    for (const PracticeCard &card : practiceCards()) {
        if (card.provider == u"sap-ias"_s)
            return card.name;
    }
    return {};
}

std::unique_ptr<QMimeData> practiceToken(const PracticeIssuers &issuers)
{
    auto data = std::make_unique<QMimeData>();
    data->setText(QString::fromLatin1(issuers.anchorFor(practiceVictim())));
    return data;
}

} // namespace curfew
