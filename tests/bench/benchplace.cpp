// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "benchplace.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

using namespace Qt::StringLiterals;

namespace curfew {

QString writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s can't be written", qPrintable(path));
    return path;
}

static void mustWork(const TimedRun &run, const QString &what)
{
    if (run.status != 0)
        qFatal("%s failed with status %d:\n%s", qPrintable(what), run.status,
               (run.err + run.out.left(2000)).constData());
}

BenchPlace::BenchPlace(const QString &folder)
    : m_place(folder + "/place-XXXXXX"_L1)
{
    if (!m_place.isValid() || !QDir(m_place.path()).mkpath(u"home"_s))
        qFatal("%s can't be written", qPrintable(folder));
    startIssuer();
    startFront();
    writeFile(file(u"secret"_s), "bench-secret\n");
    addIssuer(u"plain"_s, url(Wire::Plain), {});
    addIssuer(u"tls"_s, url(Wire::Tls), {u"--ca-file"_s, file(u"certificate.pem"_s)});
}

BenchPlace::~BenchPlace()
{
    for (QProcess *process : {&m_front, &m_issuer}) {
        process->terminate();
        process->waitForFinished(5000);
    }
}

void BenchPlace::startIssuer()
{
    m_issuer.start(QStringLiteral(CURFEW_BENCH_ISSUER), {QString::number(latency)});
    if (!m_issuer.waitForReadyRead(10'000))
        qFatal("The issuer doesn't start");
    m_port = m_issuer.readLine().trimmed().toInt();
}

static int freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

static const char frontConfiguration[] = R"(daemon off;
worker_processes 1;
pid FOLDER/nginx.pid;
error_log FOLDER/nginx.log;
events { worker_connections 4096; }
http {
    access_log off;
    client_body_temp_path FOLDER/body;
    proxy_temp_path FOLDER/proxy;
    fastcgi_temp_path FOLDER/fastcgi;
    uwsgi_temp_path FOLDER/uwsgi;
    scgi_temp_path FOLDER/scgi;
    keepalive_requests 1000000;
    http2_max_concurrent_streams 512;
    upstream issuer {
        server 127.0.0.1:ISSUER;
        keepalive 1024;
        keepalive_requests 1000000;
    }
    server {
        listen 127.0.0.1:TLS ssl http2;
        ssl_certificate FOLDER/certificate.pem;
        ssl_certificate_key FOLDER/key.pem;
        ssl_session_cache shared:bench:1m;
        location / {
            proxy_pass http://issuer;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header Host $http_host;
            proxy_set_header X-Forwarded-Proto https;
        }
    }
}
)";

void BenchPlace::startFront()
{
    mustWork(
        timedRun(u"openssl"_s,
                 {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s,
                  u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=curfew bench"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s,
                  u"-keyout"_s, file(u"key.pem"_s), u"-out"_s, file(u"certificate.pem"_s)}),
        u"openssl"_s);
    m_tlsPort = freePort();
    QByteArray configuration(frontConfiguration);
    configuration.replace("FOLDER", QFile::encodeName(m_place.path()));
    configuration.replace("ISSUER", QByteArray::number(m_port));
    configuration.replace("TLS", QByteArray::number(m_tlsPort));
    const QString path = writeFile(file(u"nginx.conf"_s), configuration);
    m_front.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_front.start(u"nginx"_s, {u"-p"_s, m_place.path(), u"-c"_s, path, u"-e"_s, file(u"nginx.log"_s)});
    for (int attempt = 0; attempt < 200; ++attempt) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, quint16(m_tlsPort));
        if (socket.waitForConnected(100))
            return;
        QThread::msleep(50);
    }
    qFatal("nginx doesn't start");
}

QString BenchPlace::url(Wire wire) const
{
    return wire == Wire::Tls ? u"https://127.0.0.1:%1"_s.arg(m_tlsPort) : u"http://127.0.0.1:%1"_s.arg(m_port);
}

QStringList BenchPlace::environment() const
{
    return {u"HOME="_s + file(u"home"_s), u"DBUS_SESSION_BUS_ADDRESS=disabled:"_s,
            u"LC_ALL=C.UTF-8"_s,          u"TZ=UTC"_s,
            u"XDG_CONFIG_HOME="_s,        u"XDG_DATA_HOME="_s,
            u"XDG_CACHE_HOME="_s,         u"no_proxy=127.0.0.1"_s,
            u"QT_QPA_PLATFORM=xcb"_s};
}

TimedRun BenchPlace::cli(const QStringList &arguments) const
{
    return timedRun(QStringLiteral(CURFEW_CLI_PROGRAM), QStringList{u"--profile-dir"_s, file(u"profile"_s)} + arguments,
                    environment());
}

void BenchPlace::addIssuer(const QString &name, const QString &url, const QStringList &options)
{
    mustWork(cli(QStringList{u"issuer"_s, u"add"_s, name, u"--provider"_s, u"oauth2"_s, u"--url"_s, url,
                             u"--client-id"_s, u"bench"_s, u"--environment"_s, u"test"_s}
                 + options),
             u"issuer add"_s);
}

QString BenchPlace::freshTokens(int count)
{
    const int file = ++m_files;
    QByteArray lines;
    for (int i = 0; i < count; ++i) {
        // 144 characters, so that a form is about as long as platforms' refresh tokens make it: 200 bytes.
        const QByteArray number = QByteArray::number(file * 1'000'000LL + i, 36);
        lines.append(QByteArray("rt-").append(number).leftJustified(144, 'x')).append('\n');
    }
    return writeFile(this->file(u"tokens-%1"_s.arg(file)), lines);
}

RevokeRun BenchPlace::revoke(Wire wire, const QString &tokensFile, int count, int parallel)
{
    const TimedRun run = cli({u"token"_s, u"revoke"_s, u"--issuer"_s, wire == Wire::Tls ? u"tls"_s : u"plain"_s,
                              u"--tokens-file"_s, tokensFile, u"--secret-file"_s, file(u"secret"_s), u"--verify"_s,
                              u"none"_s, u"--parallel"_s, QString::number(parallel), u"--yes"_s, u"--json"_s});
    const QJsonObject counts = QJsonDocument::fromJson(run.out).object().value(u"counts"_s).toObject();
    if (run.status == 0 && counts.value(u"accepted"_s).toInt() != count)
        qFatal("curfew-cli did not end all %d tokens: %s", count, QJsonDocument(counts).toJson().constData());
    return checked(run, count, u"curfew-cli"_s);
}

RevokeRun BenchPlace::curl(Wire wire, const QString &tokensFile, int count, int parallel, const QStringList &options)
{
    QFile tokens(tokensFile);
    if (!tokens.open(QIODevice::ReadOnly))
        qFatal("%s can't be read", qPrintable(tokensFile));
    const QByteArray revocation = (url(wire) + "/revoke"_L1).toUtf8();
    QByteArray configuration;
    while (!tokens.atEnd()) {
        if (!configuration.isEmpty())
            configuration.append("next\n");
        configuration.append("url = \"" + revocation + "\"\nuser = \"bench:bench-secret\"\noutput = /dev/null\n");
        if (wire == Wire::Tls)
            configuration.append("cacert = \"" + QFile::encodeName(file(u"certificate.pem"_s)) + "\"\n");
        for (const QString &option : options)
            configuration.append(option.toUtf8() + '\n');
        configuration.append("data = \"token=" + tokens.readLine().trimmed() + "\"\n");
    }
    const QString path = writeFile(file(u"curl.conf"_s), configuration);
    const TimedRun run = timedRun(u"curl"_s,
                                  {u"--disable"_s, u"--silent"_s, u"--show-error"_s, u"--parallel"_s,
                                   u"--parallel-max"_s, QString::number(parallel), u"--config"_s, path},
                                  environment());
    return checked(run, count, u"curl"_s);
}

RevokeRun BenchPlace::checked(TimedRun run, int count, const QString &who) const
{
    mustWork(run, who);
    const ServerCount arrived = takeCount();
    if (arrived.revokes != count || arrived.tokens != count)
        qFatal("%s: of %d tokens %d arrived in %d requests", qPrintable(who), count, arrived.tokens, arrived.revokes);
    return {std::move(run), arrived};
}

ServerCount BenchPlace::takeCount() const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, quint16(m_port));
    socket.write("GET /count HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    QByteArray answer;
    while (!answer.endsWith('}') && socket.waitForReadyRead(5000))
        answer.append(socket.readAll());
    const QJsonObject count = QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
    return {count.value(u"revokes"_s).toInt(-1), count.value(u"tokens"_s).toInt(-1),
            count.value(u"most_in_flight"_s).toInt(-1),
            std::chrono::microseconds(count.value(u"microseconds"_s).toInteger())};
}

} // namespace curfew
