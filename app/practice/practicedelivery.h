// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practiceissuer.h"

#include <QObject>
#include <QPointer>
#include <QTcpSocket>

#include <functional>
#include <memory>

namespace curfew {

//! Brings one reply to its socket: late, cut short or without end, as the reply says. It deletes itself when done or
//! when the other side has gone.
class PracticeDelivery final : public QObject {
    Q_OBJECT
public:
    //! \p keepAlive is held until the delivery ends, then released; \p done is called once, at the same time.
    PracticeDelivery(QTcpSocket *socket, PracticeReply reply, std::shared_ptr<void> keepAlive,
                     std::function<void()> done, QObject *parent);
    ~PracticeDelivery() override;

private:
    void begin();
    void pour(); //!< writes more of a flood while the socket takes it

    QPointer<QTcpSocket> m_socket;
    PracticeReply m_reply;
    std::shared_ptr<void> m_keepAlive;
    std::function<void()> m_done;
    qint64 m_left = 0; //!< of a flood; negative: no end
};

} // namespace curfew
