// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Adds issuers to a profile, as a second process of the same person would: issueradder FOLDER PREFIX COUNT

#include "issuerstore.h"
#include "profile.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto profile = curfew::Profile::open(arguments.value(1));
    if (!profile)
        return 2;
    curfew::IssuerStore store(*profile);
    for (int i = 0; i < arguments.value(3).toInt(); ++i) {
        curfew::Issuer issuer;
        issuer.name = arguments.value(2) + QString::number(i);
        issuer.provider = u"oauth2"_s;
        issuer.url = QUrl(u"https://id.example"_s);
        if (!store.add(issuer))
            return 1;
    }
    return 0;
}
