// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secondlook.h"
#include "tone.h"

#include <memory>
#include <vector>

namespace curfew {

//! What a second look came to, told on its own: the page shows somebody else by then.
struct LookNews {
    QString wanted; //!< what the person was looked up as; empty: nobody is named
    QString sentence;
    Tone tone = Tone::Red;

    bool operator==(const LookNews &) const = default;
};

//! Second looks at people whom the page has left. That Curfew looks again was promised: it does, and tells.
class LeftLooks : public QObject {
    Q_OBJECT

public:
    explicit LeftLooks(const PeopleBackend &backend, QObject *parent = nullptr);
    ~LeftLooks() override;

    //! \p look, which is still to come, at the person who was looked up as \p wanted and is called \p label.
    void take(std::unique_ptr<SecondLook> look, const QString &wanted, const QString &label);
    void clear(); //!< they aren't made
    [[nodiscard]] bool isEmpty() const { return m_looks.empty(); }

Q_SIGNALS:
    void told(const curfew::LookNews &news);

private:
    [[nodiscard]] LookNews newsOf(const SecondLook &look, const QString &wanted, const QString &label) const;
    void drop(const SecondLook *look);

    const PeopleBackend &m_backend;
    std::vector<std::unique_ptr<SecondLook>> m_looks;
};

} // namespace curfew
