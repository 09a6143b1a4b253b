// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicedelivery.h"

#include <QTimer>

namespace curfew {

static QByteArray head(const PracticeAnswer &answer, qint64 length)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " \r\n"; // RFC 9112: the reason may be empty
    for (const auto &[name, value] : answer.headers)
        head += name + ": " + value + "\r\n";
    if (answer.status == 204)
        return head + "\r\n"; // RFC 9110 section 8.6: it has no Content-Length
    head += length >= 0 ? "Content-Length: " + QByteArray::number(length) : QByteArray("Connection: close");
    return head + "\r\n\r\n";
}

PracticeDelivery::PracticeDelivery(QTcpSocket *socket, PracticeReply reply, std::shared_ptr<void> keepAlive,
                                   std::function<void()> done, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_reply(std::move(reply))
    , m_keepAlive(std::move(keepAlive))
    , m_done(std::move(done))
{
    connect(socket, &QAbstractSocket::disconnected, this, &QObject::deleteLater);
    connect(socket, &QObject::destroyed, this, &QObject::deleteLater);
    if (m_reply.delay > std::chrono::milliseconds(0))
        QTimer::singleShot(m_reply.delay, this, &PracticeDelivery::begin);
    else
        begin();
}

PracticeDelivery::~PracticeDelivery()
{
    m_keepAlive.reset();
    m_done();
}

void PracticeDelivery::begin()
{
    if (!m_socket || m_socket->state() != QAbstractSocket::ConnectedState) {
        deleteLater();
        return;
    }
    const PracticeAnswer &answer = m_reply.answer;
    switch (m_reply.wire) {
    case PracticeWire::Whole:
        m_socket->write(head(answer, answer.body.size()) + answer.body);
        deleteLater();
        return;
    case PracticeWire::Dropped:
        m_socket->abort();
        deleteLater();
        return;
    case PracticeWire::Truncated:
        // An empty body can't be cut: announce more than there is.
        m_socket->write(head(answer, answer.body.size() + 16) + answer.body.first(answer.body.size() / 2));
        m_socket->disconnectFromHost();
        deleteLater();
        return;
    case PracticeWire::Flood:
        m_left = m_reply.floodBytes;
        m_socket->write(head(answer, m_left));
        connect(m_socket, &QIODevice::bytesWritten, this, &PracticeDelivery::pour);
        pour();
        return;
    }
}

void PracticeDelivery::pour()
{
    static constexpr qint64 chunk = 64 * 1024;
    if (!m_socket || m_socket->bytesToWrite() >= chunk)
        return;
    if (m_left == 0) {
        deleteLater();
        return;
    }
    const qint64 size = m_left < 0 ? chunk : qMin(chunk, m_left);
    if (m_left > 0)
        m_left -= size;
    m_socket->write(QByteArray(size, ' ')); // white space: JSON so far, so that only its length is wrong
}

} // namespace curfew
