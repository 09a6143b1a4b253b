// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicecast.h"

#include "practicenames.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace curfew {

using namespace practicenames;

// Outside addresses are of the documentation ranges (RFC 5737).
static constexpr QStringView chromeWindows = u"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 "
                                             "(KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36";
static constexpr QStringView edgeWindows = u"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 "
                                           "(KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0";
static constexpr QStringView safariPhone =
    u"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
static constexpr QStringView safariMac = u"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 "
                                         "(KHTML, like Gecko) Version/17.5 Safari/605.1.15";
static constexpr QStringView firefoxLinux = u"Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0";
static constexpr QStringView chromeAndroid = u"Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 "
                                             "(KHTML, like Gecko) Chrome/126.0.6478.122 Mobile Safari/537.36";
static constexpr QStringView curl = u"curl/8.5.0";
// A browser says of itself what it likes: markup, a right-to-left override that turns the text round, a formula.
static constexpr QStringView hostileText = u"Mozilla/5.0 \u202E0.621/emorhC\u202C <b>trusted device</b>"
                                           "<img src=x onerror=alert(1)>";
static constexpr QStringView hostileCell = u"=HYPERLINK(\"http://198.51.100.66/\",\"Safari\")";

static constexpr QStringView travel = u"a1b23cd4-5e6f-4708-91a2-b3c4d5e6f708";
static constexpr QStringView mail = u"5d0c9a7e-3b42-4f16-8e21-7c6a90d1f2b3";
static constexpr QStringView hr = u"e83f1b20-94d7-4c5a-a6b8-0f1e2d3c4b5a";
static constexpr QStringView notes = u"0c7d5e11-2a3b-4c4d-9e5f-6071829304a5";
static constexpr QStringView directory = u"2b6e9d40-7c1f-4a85-b3d2-9e0f8a7b6c5d";
static constexpr QStringView directoryReader = u"f7a1c3e5-2b4d-4e6f-8a9b-0c1d2e3f4a5b";
static constexpr QStringView payroll = u"94a6c2f8-1d3e-4b57-8c90-e2f3a4b5c6d7";

static constexpr auto Jwt = PracticeToken::Form::Jwt;
static constexpr auto Opaque = PracticeToken::Form::Opaque;

static PracticeVisit visit(QStringView person, QStringView clientId, QStringView userAgent, QStringView ip,
                           int minutesAgo, PracticeToken::Form form, int accessTokens)
{
    return {person.toString(), clientId.toString(),          userAgent.toString(), ip.toString(), minutesAgo, form,
            accessTokens,      PracticeSession::Kind::Online};
}

QString practiceVictim()
{
    return dona.toString();
}

QList<PracticeCard> practiceCards()
{
    return {
        {u"sap-ias"_s, u"Acme practice (SAP)"_s,
         u"A tenant of SAP Cloud Identity Services with five applications; dona.moore's account is compromised."_s},
        {u"keycloak"_s, u"Catena practice (Keycloak)"_s, u"The realm catena of a telematics company."_s},
        {u"oauth2"_s, u"Example ID practice (OAuth 2.0)"_s, u"An issuer that is found by discovery alone."_s},
        {u"kajabi"_s, u"Kajabi practice"_s, u"API sessions, each an access and a refresh token."_s},
        {u"screening-eagle"_s, u"INSPECT practice (Screening Eagle)"_s,
         u"Revokes tokens and can't be asked about them."_s},
    };
}

QList<PracticeCard> practiceApiCards()
{
    return {
        {u"sap-directory"_s, u"Acme practice (SAP directory)"_s,
         u"The people of the SAP tenant: found by name, and blocked."_s},
        {u"keycloak-admin"_s, u"Catena practice (Keycloak Admin)"_s,
         u"The people of the realm catena, with their sessions, offline sessions and consents."_s},
    };
}

QList<PracticeClient> practiceClients(const QString &provider)
{
    if (provider == "sap-ias"_L1) {
        return {
            // Every character here that a form encodes breaks a client that doesn't.
            {travel.toString(), "p%41ss+word/with=odd:chars&more", u"Travel"_s},
            {mail.toString(), "uX4-quiet.river_7", u"Mail"_s},
            {hr.toString(), "Kd8 wandering lamp?", u"HR"_s},
            {notes.toString(), {}, u"Desktop Notes"_s, AuthMethod::None},
            {payroll.toString(), "held-by-another-team", u"Payroll Archive"_s, AuthMethod::ClientSecretBasic, false},
            {directory.toString(),
             "badge%20: lost+found/&=",
             u"Directory Administration"_s,
             AuthMethod::ClientSecretBasic,
             true,
             {},
             false,
             PracticeRole::ViewUsers | PracticeRole::ManageUsers},
            {directoryReader.toString(),
             "only-looks",
             u"Address Book"_s,
             AuthMethod::ClientSecretBasic,
             false,
             {},
             false,
             PracticeRole::ViewUsers},
        };
    }
    if (provider == "keycloak"_L1) {
        return {
            {u"fleet-portal"_s,
             "nP2+lorry&trailer=8",
             u"Fleet Portal"_s,
             AuthMethod::ClientSecretPost,
             true,
             {u"fleet-portal"_s, u"account"_s}},
            {u"driver-app"_s,
             "b7f0d1c6e5a44f7f",
             u"Driver App"_s,
             AuthMethod::ClientSecretPost,
             true,
             {u"account"_s},
             true},
            {u"yard-terminal"_s, "held-by-the-yard", u"Yard Terminal"_s, AuthMethod::ClientSecretPost, false},
            {u"curfew-admin"_s,
             "turn the key: 2x&again=%",
             u"Curfew"_s,
             AuthMethod::Bearer,
             true,
             {},
             false,
             PracticeRole::ViewUsers | PracticeRole::ManageUsers},
            {u"curfew-reader"_s,
             "only-looks",
             u"Helpdesk"_s,
             AuthMethod::Bearer,
             false,
             {},
             false,
             PracticeRole::ViewUsers | PracticeRole::ViewClients},
        };
    }
    if (provider == "oauth2"_L1) {
        return {
            {u"reader"_s, "open sesame: 100%", u"Reader"_s},
            {u"notebook"_s, "semi;colon+plus", u"Notebook"_s, AuthMethod::ClientSecretPost},
            {u"desk-widget"_s, {}, u"Desk Widget"_s, AuthMethod::None},
        };
    }
    if (provider == "kajabi"_L1)
        return {{u"kj-course-sync"_s, "9vQm+31Zt", u"Course Sync"_s, AuthMethod::Bearer}};
    if (provider == "screening-eagle"_L1)
        return {{u"inspect-field"_s, "rebar/and+concrete", u"INSPECT Field"_s}};
    return {};
}

static QList<PracticeVisit> sapVisits()
{
    return {
        // Seven sessions, eighteen tokens: six of Dona's own devices, and one that is not hers.
        visit(dona, travel, chromeWindows, u"10.10.10.20", 180, Jwt, 2),
        visit(dona, hr, chromeWindows, u"10.10.10.20", 175, Jwt, 1),
        visit(dona, mail, chromeWindows, u"10.10.10.20", 178, Opaque, 2),
        visit(dona, mail, safariPhone, u"10.10.10.7", 20, Opaque, 1),
        visit(dona, travel, safariPhone, u"10.10.10.7", 22, Jwt, 1),
        visit(dona, hr, edgeWindows, u"10.10.10.31", 400, Jwt, 2),
        visit(dona, travel, curl, u"203.0.113.9", 4, Jwt, 2),
        visit(jonas, mail, firefoxLinux, u"10.10.10.44", 65, Opaque, 1),
        visit(amira, travel, safariMac, u"192.0.2.18", 130, Jwt, 1),
        visit(amira, mail, safariMac, u"192.0.2.18", 128, Opaque, 2),
        visit(amira, hr, chromeAndroid, u"192.0.2.77", 31, Jwt, 1),
        visit(wen, travel, chromeWindows, u"10.10.10.52", 240, Jwt, 1),
        visit(wen, mail, chromeWindows, u"10.10.10.52", 236, Opaque, 1),
        visit(wen, hr, safariPhone, u"198.51.100.23", 90, Jwt, 1),
        visit(wen, notes, u"DesktopNotes/3.2 (Windows)", u"10.10.10.52", 50, Opaque, 1), // a public client
        visit(wen, payroll, edgeWindows, u"10.10.10.53", 45, Jwt, 1), // its credential is not on file
        visit(petra, mail, hostileText, u"198.51.100.66", 12, Opaque, 1),
        visit(petra, travel, hostileCell, u"198.51.100.67", 9, Jwt, 1),
    };
}

QList<PracticeVisit> practiceVisits(const QString &provider)
{
    if (provider == "sap-ias"_L1)
        return sapVisits();
    if (provider == "keycloak"_L1) {
        return {
            visit(dona, u"fleet-portal", chromeWindows, u"10.10.10.20", 150, Jwt, 1),
            visit(dona, u"driver-app", safariPhone, u"10.10.10.7", 35, Jwt, 1),
            visit(dona, u"fleet-portal", curl, u"203.0.113.9", 6, Jwt, 1),
            visit(jonas, u"driver-app", chromeAndroid, u"198.51.100.40", 18, Jwt, 1),
            visit(wen, u"yard-terminal", edgeWindows, u"10.10.10.52", 75, Jwt, 1),
            visit(otherDona, u"driver-app", firefoxLinux, u"10.10.10.61", 25, Jwt, 1),
            {dona.toString(), u"fleet-portal"_s, curl.toString(), u"203.0.113.9"_s, 5, Jwt, 1,
             PracticeSession::Kind::Offline}, // what the intruder keeps
        };
    }
    if (provider == "oauth2"_L1) {
        return {
            visit(dona, u"reader", chromeWindows, u"10.10.10.20", 95, Jwt, 1),
            visit(dona, u"notebook", safariPhone, u"10.10.10.7", 40, Opaque, 1),
            visit(amira, u"reader", safariMac, u"192.0.2.18", 25, Opaque, 2),
            visit(wen, u"desk-widget", u"DeskWidget/1.9", u"10.10.10.52", 15, Opaque, 1),
        };
    }
    if (provider == "kajabi"_L1) {
        return {
            visit(dona, u"kj-course-sync", u"CourseSync/2.4", u"198.51.100.12", 30, Opaque, 1),
            visit(dona, u"kj-course-sync", curl, u"203.0.113.9", 5, Opaque, 1),
            visit(amira, u"kj-course-sync", u"CourseSync/2.4", u"198.51.100.14", 45, Opaque, 1),
        };
    }
    if (provider == "screening-eagle"_L1) {
        return {
            visit(dona, u"inspect-field", u"INSPECT/6.1 (iPad)", u"10.10.10.71", 55, Jwt, 1),
            visit(jonas, u"inspect-field", u"INSPECT/6.1 (Android)", u"192.0.2.90", 33, Opaque, 1),
        };
    }
    return {};
}

QString practiceSubject(const QString &person)
{
    // As SAP's user identifiers look: a P and six digits, the same for a person everywhere.
    const QByteArray hash = QCryptographicHash::hash(person.toUtf8(), QCryptographicHash::Sha256);
    const quint32 number = (quint32(uchar(hash[0])) << 16 | quint32(uchar(hash[1])) << 8 | uchar(hash[2])) % 1000000;
    return u"P%1"_s.arg(number, 6, 10, '0'_L1);
}

} // namespace curfew
