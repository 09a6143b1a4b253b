// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "personsections.h"

#include "metrics.h"
#include "servicesection.h"

#include <QVBoxLayout>

namespace curfew {

PersonSections::PersonSections(const PeopleBackend &backend, PersonLookUp &lookUp, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_lookUp(lookUp)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(pageMargin);
    connect(&m_lookUp, &PersonLookUp::restarted, this, &PersonSections::makeAnew);
    connect(&m_lookUp, &PersonLookUp::changed, this, &PersonSections::showFinding);
}

void PersonSections::makeAnew()
{
    for (ServiceSection *section : std::as_const(m_sections)) { // it may be one of their buttons that was pressed
        section->hide();
        section->deleteLater();
    }
    m_sections.clear();
    for (qsizetype i = 0; i < m_lookUp.findings().size(); ++i)
        make(i);
    Q_EMIT changed();
}

void PersonSections::make(qsizetype index)
{
    auto *section = new ServiceSection(m_backend);
    const QString service = m_lookUp.findings().at(index).service.issuer.name;
    connect(section, &ServiceSection::retryRequested, &m_lookUp, [this, index] { m_lookUp.retry(index); });
    connect(section, &ServiceSection::signInRequested, &m_lookUp, [this, index] { m_lookUp.signIn(index); });
    connect(section, &ServiceSection::chosen, this, [this, index](qsizetype person) {
        m_lookUp.choose(index, person);
        Q_EMIT chosen();
    });
    connect(section, &ServiceSection::meantChanged, &m_lookUp,
            [this, index](Qt::CheckState meant) { m_lookUp.setMeant(index, meant); });
    connect(section, &ServiceSection::tokenServiceWanted, this, &PersonSections::tokenServiceWanted);
    connect(section, &ServiceSection::credentialWanted, this,
            [this, service](const QString &client) { Q_EMIT credentialWanted(service, client); });
    connect(section, &ServiceSection::unlockWanted, this, &PersonSections::unlockWanted);
    m_column->addWidget(section);
    m_sections.append(section);
    showFinding(index);
    section->show();
}

void PersonSections::showFinding(qsizetype index)
{
    if (index >= m_sections.size())
        return;
    const auto marks = m_lookUp.mayBeDifferentPeople() ? ServiceSection::Marks::Shown : ServiceSection::Marks::Hidden;
    m_sections.at(index)->showFinding(m_lookUp.findings().at(index), marks);
    Q_EMIT changed();
}

ServiceSection *PersonSections::section(const QString &service) const
{
    for (qsizetype i = 0; i < m_sections.size(); ++i) {
        if (m_lookUp.findings().at(i).service.issuer.name == service)
            return m_sections.at(i);
    }
    return nullptr;
}

void PersonSections::showState(const QString &service, const ContainItem &item, const StateStyle &style)
{
    if (ServiceSection *shown = section(service))
        shown->showState(item, style);
}

void PersonSections::showLater(const QString &service, const LaterSight &later)
{
    if (ServiceSection *shown = section(service))
        shown->showLater(later);
}

} // namespace curfew
