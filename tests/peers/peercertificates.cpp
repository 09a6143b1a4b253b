// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "peercertificates.h"

#include "peerserver.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace curfew {

static QStringList newKey(const QString &name)
{
    return {u"-newkey"_s, u"ec"_s,      u"-pkeyopt"_s,   u"ec_paramgen_curve:P-256"_s,
            u"-nodes"_s,  u"-keyout"_s, name + u".key"_s};
}

static void run(const QTemporaryDir &folder, const QStringList &arguments)
{
    (void)PeerServer::output(u"openssl"_s, arguments, folder.path());
}

PeerCertificates::PeerCertificates()
{
    run(m_folder,
        QStringList{u"req"_s, u"-x509"_s, u"-out"_s, u"root.pem"_s, u"-subj"_s, u"/CN=Private root"_s}
            + newKey(u"root"_s));
}

void PeerCertificates::issue(const QString &name, const QString &alternativeName, int days)
{
    run(m_folder, QStringList{u"req"_s, u"-out"_s, name + u".csr"_s, u"-subj"_s, u"/CN="_s + name} + newKey(name));
    QFile extensions(path(name + u".ext"_s));
    if (!extensions.open(QIODevice::WriteOnly) || extensions.write("subjectAltName=" + alternativeName.toUtf8()) < 0)
        qFatal("%s can't be written", qPrintable(extensions.fileName()));
    extensions.close();
    run(m_folder,
        {u"x509"_s, u"-req"_s, u"-in"_s, name + u".csr"_s, u"-CA"_s, u"root.pem"_s, u"-CAkey"_s, u"root.key"_s,
         u"-CAcreateserial"_s, u"-extfile"_s, name + u".ext"_s, u"-days"_s, QString::number(days), u"-out"_s,
         name + u".pem"_s});
}

void PeerCertificates::selfSign(const QString &name, const QString &alternativeName)
{
    run(m_folder,
        QStringList{u"req"_s, u"-x509"_s, u"-out"_s, name + u".pem"_s, u"-subj"_s, u"/CN="_s + name, u"-addext"_s,
                    u"subjectAltName="_s + alternativeName}
            + newKey(name));
}

void PeerCertificates::pack(const QString &name, const QString &passphrase)
{
    run(m_folder,
        {u"pkcs12"_s, u"-export"_s, u"-in"_s, name + u".pem"_s, u"-inkey"_s, name + u".key"_s, u"-certfile"_s,
         u"root.pem"_s, u"-passout"_s, u"pass:"_s + passphrase, u"-out"_s, name + u".p12"_s});
}

} // namespace curfew
