// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkfaults.h"

#include <QTest>
#include <QtEndian>

#include <array>

using namespace std::chrono_literals;
using namespace curfew;

using End = FaultReply::End;

// The preface of a server that takes us for an HTTP/2 client (RFC 9113 section 3.4): its SETTINGS, empty.
static const char settingsFrame[] = "000000"
                                    "04"
                                    "00"
                                    "00000000";

static QByteArray http2(const char *frame)
{
    return QByteArray::fromHex(settingsFrame) + QByteArray::fromHex(frame);
}

QList<NetworkFault> brokenConnections()
{
    const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    const auto raw = [](const QByteArray &bytes, End end = End::Close) { return FaultReply::raw(bytes, end); };
    const auto stays = [&raw](const QByteArray &bytes) { return raw(bytes, End::KeepOpen); };
    return {
        {"closed before the answer", FaultReply::dropped(), "no_answer", 4},
        {"reset before the answer", FaultReply::dropped(End::Reset), "no_answer", 4},
        {"reset in the middle of the head", raw(head, End::Reset), "no_answer", 4},
        {"reset in the middle of the body", raw(head + "Content-Length: 15\r\n\r\n{\"active\"", End::Reset),
         "no_answer", 4},
        {"cut in the middle of the head", raw(head), "no_answer", 4},
        {"cut in the middle of the body", raw(head + "Content-Length: 17\r\n\r\n{\"active\":false"), "no_answer", 4},
        {"a whole object, but announced longer", raw(head + "Content-Length: 99\r\n\r\n{\"active\":false}"),
         "no_answer", 4},
        {"cut in the middle of a chunk", raw(head + "Transfer-Encoding: chunked\r\n\r\n20\r\n{\"active\":false}"),
         "no_answer", 4},
        {"without its last chunk", raw(head + "Transfer-Encoding: chunked\r\n\r\n10\r\n{\"active\":false}\r\n"),
         "no_answer", 4},
        {"not HTTP", raw("SSH-2.0-OpenSSH_9.2\r\n"), "no_answer", 4},
        {"HTTP/2's GOAWAY",
         raw(http2("000008"
                   "07"
                   "00"
                   "00000000"
                   "00000000"
                   "00000000")),
         "no_answer", 4},
        {"HTTP/2's RST_STREAM, REFUSED_STREAM",
         raw(http2("000004"
                   "03"
                   "00"
                   "00000001"
                   "00000007")),
         "no_answer", 4},
        {"accepted, then silent", FaultReply::silent(), "no_answer", 2, true},
        {"half a head, then silent", stays(head), "no_answer", 2, true},
        {"half a body, then silent", stays(head + "Content-Length: 16\r\n\r\n{\"active\""), "no_answer", 2, true},
        {"a byte now and then", FaultReply::http(200, R"({"active":false})").byteByByte(100ms), "no_answer", 2, true},
        {"a header without end", raw("HTTP/1.1 200 OK\r\nX-Filler: ").thenEndlessly("x"), "no_answer", 2, true},
        {"headers without end", raw("HTTP/1.1 200 OK\r\n").thenEndlessly("X-Filler: x\r\n"), "no_answer", 2, true},
        {"a body without end", raw(head + "\r\n{\"active\":false").thenEndlessly(" "), "too_large", 1},
        {"chunks without end",
         raw(head + "Transfer-Encoding: chunked\r\n\r\n").thenEndlessly("2000\r\n" + QByteArray(0x2000, ' ') + "\r\n"),
         "too_large", 1},
        {"announced as 100 TB", stays(head + "Content-Length: 100000000000000\r\n\r\n{"), "too_large", 1},
    };
}

QList<NetworkFault> uselessStatuses()
{
    const auto to = [](int status) {
        return FaultReply::http(status, "", "", {{"Location", "https://elsewhere.example/"}});
    };
    const auto bare = [](int status) { return FaultReply::http(status, "", ""); };
    const auto later = [](int status, const QByteArray &when) {
        return FaultReply::http(status, "", "", {{"Retry-After", when}});
    };
    const FaultReply inactive = FaultReply::http(500, R"({"active":false})");
    return {
        {"300", to(300), "redirected", 1},
        {"301", to(301), "redirected", 1},
        {"302", to(302), "redirected", 1},
        {"303", to(303), "redirected", 1},
        {"304", bare(304), "redirected", 1},
        {"307", to(307), "redirected", 1},
        {"308", to(308), "redirected", 1},
        {"429", bare(429), "rate_limited", 4},
        {"429, again at once", later(429, "0"), "rate_limited", 4},
        {"429, again at a time that has passed", later(429, "Wed, 21 Oct 2015 07:28:00 GMT"), "rate_limited", 4},
        {"429, again at a time that is none", later(429, "soon"), "rate_limited", 4},
        {"429, again in a year", later(429, "31536000"), "rate_limited", 1},
        {"500", bare(500), "server_error", 4},
        {"500 that says inactive", inactive, "server_error", 4},
        {"501", bare(501), "server_error", 4},
        {"502 with a page", FaultReply::http(502, "<html>Bad gateway</html>", "text/html"), "server_error", 4},
        {"503", bare(503), "server_error", 4},
        {"503, again in a year", later(503, "31536000"), "server_error", 1},
        {"504", bare(504), "server_error", 4},
        {"511, a captive portal", bare(511), "server_error", 4},
        {"a status that nobody knows", bare(599), "server_error", 4},
    };
}

QList<NetworkFault> networkFaults()
{
    return brokenConnections() + uselessStatuses();
}

void addNetworkFaults()
{
    QTest::addColumn<FaultReply>("reply");
    QTest::addColumn<int>("requests");
    QTest::addColumn<bool>("isShort");
    QTest::addColumn<QString>("kind");
    const auto faults = networkFaults();
    for (const NetworkFault &fault : faults)
        QTest::newRow(fault.name) << fault.reply << fault.requests << fault.outlastsTheTimeout
                                  << QString::fromLatin1(fault.kind);
}

void addFault(const char *name, const FaultReply &reply, const QString &kind, int requests)
{
    QTest::newRow(name) << reply << requests << false << kind;
}

QList<NonsenseBody> nonsenseBodies()
{
    const auto json = [](const QByteArray &body) { return FaultReply::http(200, body); };
    const QByteArray deep = QByteArray("{\"active\":").repeated(3000) + "false" + QByteArray("}").repeated(3000);
    const QByteArray bomb = gzipped("{\"active\":false}" + QByteArray(32 * 1024 * 1024, ' '));
    return {
        {"empty", json({}), "bad_response"},
        {"invalid JSON", json("{\"active\":false"), "bad_response"},
        {"invalid UTF-8", json("{\"active\":false,\"username\":\"\xff\xfe\"}"), "bad_response"},
        {"UTF-16", json(QByteArray::fromHex("fffe7b007d00")), "bad_response"},
        {"deep JSON", json(deep), "bad_response"},
        {"a gzip bomb", FaultReply::http(200, bomb, "application/json", {{"Content-Encoding", "gzip"}}),
         "bad_response"},
        {"null", json("null"), "bad_response"},
        {"a string", json("\"inactive\""), "bad_response"},
        {"two documents", json("{\"active\":false}{\"active\":false}"), "bad_response"},
        {"a web page", FaultReply::http(200, "<html>Welcome to the hotel</html>", "text/html"), "not_the_service"},
        {"a web page that calls itself JSON", json("<!DOCTYPE html><html>Welcome</html>"), "not_the_service"},
        {"JSON that calls itself a web page", FaultReply::http(200, "{\"active\":false}", "text/html"),
         "not_the_service"},
    };
}

static quint32 crc32(const QByteArray &text)
{
    std::array<quint32, 256> table{};
    for (quint32 i = 0; i < 256; ++i) {
        table[i] = i;
        for (int bit = 0; bit < 8; ++bit)
            table[i] = (table[i] >> 1) ^ ((table[i] & 1) ? 0xedb88320U : 0U);
    }
    quint32 sum = 0xffffffffU;
    for (const char c : text)
        sum = table[(sum ^ quint8(c)) & 0xff] ^ (sum >> 8);
    return ~sum;
}

QByteArray gzipped(const QByteArray &text)
{
    // qCompress() writes a length of 4 bytes, zlib's head of 2, the deflated text, and a checksum of 4.
    const QByteArray zlib = qCompress(text, 9);
    const QByteArray deflated = zlib.sliced(6, zlib.size() - 10);
    std::array<quint32, 2> tail{qToLittleEndian(crc32(text)), qToLittleEndian(quint32(text.size()))};
    return QByteArray::fromHex("1f8b08000000000002ff") + deflated
        + QByteArray(reinterpret_cast<const char *>(tail.data()), sizeof tail);
}
