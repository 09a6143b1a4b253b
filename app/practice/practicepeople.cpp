// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicepeople.h"

#include "practicecast.h"
#include "practicenames.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace curfew {

using namespace practicenames;

PracticePerson practicePerson(const QString &provider, const QString &userName)
{
    PracticePerson person;
    person.id = practiceUuid(provider, userName);
    person.userName = userName;
    person.email = userName.contains(u'@') ? userName : QString();
    const QStringList names = userName.section(u'@', 0, 0).split(u'.');
    const auto named = [&names](qsizetype index) {
        const QString name = names.value(index);
        return name.left(1).toUpper() + name.mid(1);
    };
    person.firstName = named(0);
    person.lastName = named(1);
    person.createdAt = QDateTime(QDate(2024, 3, 4), QTime(8, 15), Qt::UTC);
    person.modifiedAt = person.createdAt;
    return person;
}

QList<PracticePerson> practicePeople(const QString &provider)
{
    QList<PracticePerson> people;
    const auto add = [&](QStringView userName) -> PracticePerson & {
        return people.emplaceBack(practicePerson(provider, userName.toString()));
    };
    for (const QStringView person : {dona, jonas, amira, wen, petra})
        add(person);
    add(marek).enabled = false;
    PracticePerson &namesake = add(otherDona);
    namesake.lastName = u"Moore"_s;
    namesake.createdAt = namesake.modifiedAt = QDateTime(QDate(2025, 11, 17), QTime(9, 40), Qt::UTC);
    PracticePerson &job = add(exporter);
    job.firstName = u"Nightly"_s;
    job.lastName = u"Export"_s;
    PracticePerson &emergency = add(breakGlass);
    emergency.email = u"breakglass-admin@example.com"_s;
    emergency.firstName = u"Emergency"_s;
    emergency.lastName = u"Access"_s;
    const QList<PracticeClient> clients =
        provider == "keycloak"_L1 ? practiceClients(provider) : QList<PracticeClient>();
    for (const PracticeClient &client : clients) {
        if (!client.isAdministrator())
            continue;
        PracticePerson account = practicePerson(provider, u"service-account-"_s + client.id);
        account.firstName.clear();
        account.emailVerified = false;
        account.isServiceAccount = true;
        people.append(account);
    }
    return people;
}

QString practiceUuid(const QString &space, const QString &name)
{
    static constexpr QUuid practice{0x6ba0c2d4, 0x51f7, 0x4e39, 0x8d, 0x2a, 0x1c, 0x3e, 0x5f, 0x70, 0x92, 0xb4};
    return QUuid::createUuidV5(practice, QString(space + u'\n' + name)).toString(QUuid::WithoutBraces);
}

} // namespace curfew
