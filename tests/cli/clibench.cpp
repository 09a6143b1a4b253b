// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"

#include "practiceform.h"

using namespace Qt::StringLiterals;

namespace curfew {

CliBench::CliBench(Bus bus)
    : CliShell(bus)
{
    const auto started = m_practice.start();
    if (!started)
        qFatal("The practice issuers don't start: %s", qPrintable(started.error().detail));
}

CliBench::~CliBench() = default;

QString CliBench::clientOf(const QString &provider)
{
    return practiceClients(provider).constFirst().id;
}

bool CliBench::add(const QString &name, const QString &provider)
{
    const CliAnswer answer =
        run({u"issuer"_s, u"add"_s, name, u"--provider"_s, provider, u"--url"_s, issuer(provider).url().toString(),
             u"--client-id"_s, clientOf(provider), u"--environment"_s, u"test"_s});
    if (answer.status != 0)
        qWarning("%s", answer.err.constData());
    return answer.status == 0;
}

QString CliBench::secretOf(const QString &provider)
{
    return file(u"secret-"_s + provider, issuer(provider).secretOf(clientOf(provider)) + '\n');
}

QStringList CliBench::at(const QString &name, const QString &provider)
{
    return {u"--issuer"_s, name, u"--secret-file"_s, secretOf(provider)};
}

qsizetype CliBench::requestCount() const
{
    qsizetype count = 0;
    const QList<PracticeCard> cards = practiceCards();
    for (const PracticeCard &card : cards)
        count += m_practice.issuer(card.provider).record().size();
    return count;
}

QString fingerprintIn(const PracticeRecord &record)
{
    const auto form = PracticeForm::read(record.request.body);
    return form ? fingerprintOf(form->value("token")) : QString();
}

} // namespace curfew
