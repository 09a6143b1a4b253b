// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fakepeople.h"
#include "filledbutton.h"
#include "pageparts.h"
#include "personpage.h"
#include "resultspanel.h"

#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <memory>

namespace curfew {

//! A page at which Acme lists sessions and Catena is a directory alone.
class PersonBench {
public:
    PersonBench()
        : acme(people.add(QStringLiteral("Acme"), QStringLiteral("keycloak-admin")))
    {
        acme.people = QList<Person>{fakePerson()};
        acme.access = fakeAccess(2, 1, people.now);
    }

    void open()
    {
        page = std::make_unique<PersonPage>(people.backend());
        page->setServices(people.services());
        page->resize(1000, 900);
        page->show();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        page->find(QStringLiteral("dona.moore@example.com"));
        QTRY_VERIFY(page->canListAgain());
    }

    [[nodiscard]] QString text() const { return shownText(*page); }
    [[nodiscard]] bool says(const QString &part) const { return text().contains(part); }

    template <typename Dialog>
    [[nodiscard]] Dialog *question() const
    {
        for (Dialog *dialog : page->findChildren<Dialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }

    template <typename Dialog>
    void confirm() const
    {
        QTRY_VERIFY(question<Dialog>());
        QTRY_VERIFY(question<Dialog>()->template findChild<FilledButton *>()->isEnabled());
        QTest::keyClick(question<Dialog>(), Qt::Key_Return, Qt::ControlModifier);
    }

    //! Whether the result's headline says in green that all is well.
    [[nodiscard]] bool isGreen() const
    {
        const auto *results = page->findChild<ResultsPanel *>();
        return results->isVisible() && results->tone() == Tone::Green;
    }

    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (QPushButton *candidate : page->findChildren<QPushButton *>()) {
            if (candidate->isVisible() && candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }

    void closeResult() const
    {
        const auto *results = page->findChild<ResultsPanel *>();
        QVERIFY(results->isVisible());
        for (QToolButton *candidate : results->findChildren<QToolButton *>()) {
            if (candidate->accessibleName() == u"Close the result")
                QTest::mouseClick(candidate, Qt::LeftButton);
        }
        QVERIFY(!results->isVisible());
    }

    //! What the rows of the table of \p service say in \p column.
    [[nodiscard]] QStringList column(int column, const QString &service = QStringLiteral("Acme")) const
    {
        QStringList texts;
        for (const QTableView *table : page->findChildren<QTableView *>()) {
            if (!table->isVisible() || table->accessibleName() != QStringLiteral("Access at ") + service)
                continue;
            for (int row = 0; row < table->model()->rowCount(); ++row)
                texts.append(table->model()->index(row, column).data().toString());
        }
        return texts;
    }

    FakePeople people;
    FakeDirectory &acme;
    std::unique_ptr<PersonPage> page;
};

} // namespace curfew
