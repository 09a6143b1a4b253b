// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "descriptorloader.h"
#include "providertest.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace curfew {

static QByteArray shipped(const QString &id)
{
    QFile file(u":/curfew/providers/"_s + id + ".json"_L1);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! What a descriptor's `people` may and may not say.
class TestPeopleLoader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void realmsStandInTheUrl_data();
    void realmsStandInTheUrl();
    void refuses_data();
    void refuses();
};

void TestPeopleLoader::realmsStandInTheUrl_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("root"); // empty: no realm, so not acceptable
    QTest::addColumn<QString>("realm");
    QTest::newRow("plain") << u"https://id.example/realms/catena"_s << u"https://id.example"_s << u"catena"_s;
    QTest::newRow("below a path") << u"https://id.example/auth/realms/catena"_s << u"https://id.example/auth"_s
                                  << u"catena"_s;
    QTest::newRow("encoded") << u"https://id.example/realms/my%20realm"_s << u"https://id.example"_s << u"my%20realm"_s;
    QTest::newRow("none") << u"https://id.example/"_s << QString() << QString();
    QTest::newRow("empty") << u"https://id.example/realms/"_s << QString() << QString();
    QTest::newRow("more behind it") << u"https://id.example/realms/catena/account"_s << QString() << QString();
}

void TestPeopleLoader::realmsStandInTheUrl()
{
    QFETCH(QString, url);
    QFETCH(QString, root);
    QFETCH(QString, realm);
    const ProviderDescriptor descriptor = test::shippedProvider(u"keycloak-admin"_s);
    QCOMPARE(descriptor.checkUrl(QUrl(url)).has_value(), !realm.isEmpty());
    QCOMPARE(descriptor.realmOf(QUrl(url)), realm);
    if (!realm.isEmpty())
        QCOMPARE(descriptor.rootOf(QUrl(url)).toString(), root);
}

void TestPeopleLoader::refuses_data()
{
    QTest::addColumn<QByteArray>("good");
    QTest::addColumn<QByteArray>("bad");
    QTest::addColumn<QString>("complaint");
    const auto row = [](const char *name, const QByteArray &good, const QByteArray &bad, const QString &complaint) {
        QTest::newRow(name) << good << bad << complaint;
    };
    row("a search for nobody in particular", R"("username": "{name}")", R"("username": "robin")",
        u"people.find[1].query: exactly one parameter must hold {name} or {name|quoted}"_s);
    row("a count that means nothing", R"("whenHidden":)", R"("whenFound":)",
        u"people.find[0].count.whenHidden: is missing"_s);
    row("a name in a path", R"("path": "/admin/realms/{realm}/users",)", R"("path": "/admin/realms/{name}/users",)",
        u"people.find[0].path: has a part that it can't have: {name}"_s);
    row("a part that is half filled", "/users/{person}/logout", "/users/x{person}/logout",
        u"people.logout.path: has a part that it can't have: x{person}"_s);
    row("up", "/users/{person}/logout", "/users/../{person}",
        u"people.logout.path: has a part that it can't have: .."_s);
    row("nobody in it", "/users/{person}/logout", "/users/all/logout",
        u"people.logout.path: must have the part {person}"_s);
    row("a delete of the person", R"("verb": "PUT")", R"("verb": "DELETE")",
        u"people.disable.verb: must be PUT or PATCH"_s);
    row("no way back", R"("enable": {)", R"("enabled": {)", u"people.enable: is missing"_s);
    row("an end that can't be proven", R"("sessions": {)", R"("seances": {)",
        u"people.endSession: can't be proven without sessions"_s);
    row("not by reading", R"("by": ["reading"])", R"("by": ["listing"])",
        u"verification.by: listing and the operation listSessions go together"_s);
    row("a realm in a longer word", R"("realm": "/realms/")", R"("realm": "/Realms/x")",
        u"url.realm: must be one lower-case word between slashes"_s);
    row("no realm in the URL", R"("realm": "/realms/",)", "",
        u"people.find[0].path: has a part that it can't have: {realm}"_s);
    row("a pointer that is none", R"("user_name": "/username")", R"("user_name": "username")",
        u"people.person.user_name: must be a JSON Pointer (RFC 6901)"_s);
}

void TestPeopleLoader::refuses()
{
    QFETCH(QByteArray, good);
    QFETCH(QByteArray, bad);
    QFETCH(QString, complaint);
    QByteArray json = shipped(u"keycloak-admin"_s);
    QVERIFY(loadDescriptor(json));
    const qsizetype at = json.indexOf(good);
    QVERIFY2(at > 0, good.constData());
    json.replace(at, good.size(), bad);
    const auto loaded = loadDescriptor(json);
    QVERIFY(!loaded);
    QVERIFY2(loaded.error().detail.endsWith(complaint), qPrintable(loaded.error().detail));
}

} // namespace curfew

QTEST_GUILESS_MAIN(curfew::TestPeopleLoader)
#include "tst_peopleloader.moc"
