// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpresponse.h"

#include <QTest>

using namespace curfew;

class TestHttpResponse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void webPages_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("page");
        const auto row = [](const char *name, const char *type, const QByteArray &body, bool page) {
            QTest::newRow(name) << QByteArray(type) << body << page;
        };
        row("by its type", "text/html", "{}", true);
        row("XHTML", "application/xhtml+xml", {}, true);
        row("a doctype", "text/plain", "\n <!DOCTYPE html><html>", true);
        row("a tag behind a byte order mark", "", "\xEF\xBB\xBF<HTML>", true);
        row("space behind a byte order mark", "application/json", "\xEF\xBB\xBF\r\n\t <html>", true);
        row("the middle of a page", "application/json", "<div>Sign in</div>", true);
        row("a title alone", "application/json", "<title>Sign in</title>", true);
        row("XML", "application/json", "<?xml version=\"1.0\"?><html/>", true);
        row("JSON that holds a tag", "application/json", R"({"a":"<html>"})", false);
        row("text that holds a tag", "text/plain", "ok <br>", false);
        row("nothing", "", {}, false);
        row("space alone", "", " \n", false);
        row("a byte order mark alone", "", "\xEF\xBB\xBF", false);
    }
    void webPages()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        HttpResponse response;
        response.status = 200;
        response.contentType = type;
        response.body = body;
        QTEST(response.isWebPage(), "page");
    }
};

QTEST_APPLESS_MAIN(TestHttpResponse)
#include "tst_httpresponse.moc"
