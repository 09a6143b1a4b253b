// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listingproof.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

class TestListingProof : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sights_data();
    void sights();
};

static Token token(const QByteArray &text)
{
    QByteArray bytes = text;
    return takeToken(bytes);
}

static Listing listing(const QString &uid, const QStringList &tokens)
{
    Listing made;
    made.uid = uid;
    made.sub = uid.isEmpty() ? QString() : u"sub-"_s + uid;
    for (const QString &text : tokens) {
        Session session;
        ListedToken listed;
        if (!text.isEmpty())
            listed.token = token(text.toLatin1());
        session.tokens.append(listed);
        made.sessions.append(session);
    }
    return made;
}

void TestListingProof::sights_data()
{
    QTest::addColumn<Listing>("after");
    QTest::addColumn<bool>("anchorSeenAlive");
    QTest::addColumn<Sight>("ended");
    QTest::addColumn<Sight>("living");

    const QString dona = u"dona"_s;
    QTest::newRow("the anchor is listed")
        << listing(dona, {u"anchor"_s, u"living"_s}) << false << Sight::Inactive << Sight::Alive;
    QTest::newRow("the anchor was introspected")
        << listing(dona, {u"living"_s}) << true << Sight::Inactive << Sight::Alive;
    QTest::newRow("a dead anchor's list proves nothing")
        << listing(dona, {u"living"_s}) << false << Sight::Unseen << Sight::Unseen;
    QTest::newRow("a dead anchor answered with []") << listing({}, {}) << false << Sight::Unseen << Sight::Unseen;
    QTest::newRow("a living anchor answered with []") << listing({}, {}) << true << Sight::Inactive << Sight::Inactive;
    QTest::newRow("another person") << listing(u"eve"_s, {u"anchor"_s}) << true << Sight::Unseen << Sight::Unseen;
    QTest::newRow("nobody named, but not empty")
        << listing({}, {u"anchor"_s}) << true << Sight::Unseen << Sight::Unseen;
    QTest::newRow("an element without its token may be ours")
        << listing(dona, {u"anchor"_s, u"living"_s, QString()}) << false << Sight::Unseen << Sight::Alive;
    Listing warned = listing(dona, {u"anchor"_s, u"living"_s});
    warned.warnings.append(u"element 3 is no object"_s);
    QTest::newRow("an element that could not be read") << warned << false << Sight::Unseen << Sight::Alive;
}

void TestListingProof::sights()
{
    QFETCH(Listing, after);
    QFETCH(bool, anchorSeenAlive);
    QFETCH(Sight, ended);
    QFETCH(Sight, living);
    const ListingProof proof(u"dona"_s, u"sub-dona"_s, after, Fingerprint::of("anchor"),
                             anchorSeenAlive ? ListingProof::AnchorState::Alive : ListingProof::AnchorState::Unknown);
    QCOMPARE(proof.sightOf(Fingerprint::of("ended")), ended);
    QCOMPARE(proof.sightOf(Fingerprint::of("living")), living);
}

QTEST_GUILESS_MAIN(TestListingProof)
#include "tst_listingproof.moc"
