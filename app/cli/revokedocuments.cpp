// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "revokedocuments.h"

#include "journaldocument.h"
#include "terminal.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

//! What stands between the brackets of \p json, each line after \p margin; no line break at its end.
static QByteArray insideOf(const QJsonDocument &json, const QByteArray &margin)
{
    const QByteArray text = json.toJson(QJsonDocument::Indented); // "{\n…\n}\n"
    return margin + text.mid(2, text.size() - 5).replace('\n', '\n' + margin);
}

// As QJsonDocument writes it, which puts `results` last. No document is made of more elements than these at once.
static constexpr qsizetype together = 256;

static void tellResults(Terminal &terminal, const QList<ItemRecord> &items, const QString &issuer,
                        const QByteArray &margin)
{
    for (qsizetype first = 0; first < items.size(); first += together) {
        QJsonArray part;
        const qsizetype end = std::min(first + together, items.size());
        for (qsizetype i = first; i < end; ++i)
            part.append(resultDocument(items[i], issuer));
        terminal.resultJson(insideOf(QJsonDocument(part), margin) + (end < items.size() ? ",\n" : "\n"));
    }
}

static void tellDocument(Terminal &terminal, const BatchRecord &record, const QList<ItemRecord> &strays,
                         const QByteArray &margin)
{
    BatchRecord counted = record;
    if (!strays.isEmpty())
        counted.items += strays;
    terminal.resultJson(margin + "{\n" + insideOf(QJsonDocument(revokeDocumentHead(counted)), margin) + ",\n" + margin
                        + "    \"results\": [\n");
    const QByteArray inner = margin + "    ";
    tellResults(terminal, record.items, record.summary.issuer, inner);
    if (!record.items.isEmpty() && !strays.isEmpty())
        terminal.resultJson(inner + "    ,\n");
    tellResults(terminal, strays, {}, inner);
    terminal.resultJson(inner + "]\n" + margin + '}');
}

void tellRevokeDocuments(Terminal &terminal, const QList<BatchRecord> &records, const QList<ItemRecord> &strays)
{
    tellRevokeDocuments(terminal, records, strays, records.size() > 1 ? IssuersAsked::Several : IssuersAsked::One);
}

void tellRevokeDocuments(Terminal &terminal, const QList<BatchRecord> &records, const QList<ItemRecord> &strays,
                         IssuersAsked asked)
{
    if (asked == IssuersAsked::One) {
        tellDocument(terminal, records.value(0), strays, {});
        terminal.resultJson("\n");
        return;
    }
    terminal.resultJson("[\n");
    for (qsizetype i = 0; i < records.size(); ++i) {
        tellDocument(terminal, records[i], i == 0 ? strays : QList<ItemRecord>(), "    ");
        terminal.resultJson(i + 1 < records.size() ? ",\n" : "\n");
    }
    terminal.resultJson("]\n");
}

} // namespace curfew
