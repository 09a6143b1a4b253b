// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIODevice>

namespace curfew {

//! A request body that can be read once. Qt repeats a POST whose connection was dropped without an answer, and rewinds
//! the body for it; this one refuses, which ends the request instead. Its bytes are wiped when it goes.
class OneShotBody final : public QIODevice {
    Q_OBJECT

public:
    //! Takes over the only reference to \p bytes.
    explicit OneShotBody(QByteArray bytes, QObject *parent = nullptr);
    ~OneShotBody() override;

    [[nodiscard]] bool wasTouched() const { return m_touched; } //!< a connection stood and asked for the body
    void wipeBytes();

    [[nodiscard]] bool isSequential() const override { return false; } // sequential ones are copied whole by Qt
    [[nodiscard]] qint64 size() const override { return m_size; }
    [[nodiscard]] bool atEnd() const override { return m_read >= m_size; }
    bool reset() override { return false; }
    bool seek(qint64 position) override;

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_size = 0;
    qint64 m_read = 0;
    bool m_touched = false;
};

} // namespace curfew
