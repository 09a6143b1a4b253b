// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace curfew {

Translations::Translations()
{
    // English too has a file: for the plurals of counted things.
    const bool german = QLocale().language() == QLocale::German;
    const QString language = german ? u"de"_s : u"en"_s;
    if (german)
        install(u"qtbase_de"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(u"curfew_"_s + language, u":/i18n"_s);
}

Translations::~Translations()
{
    for (const auto &translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
}

void Translations::install(const QString &file, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (translator->load(file, folder) && QCoreApplication::installTranslator(translator.get()))
        m_translators.push_back(std::move(translator));
}

} // namespace curfew
