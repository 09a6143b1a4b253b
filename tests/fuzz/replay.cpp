// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzzinput.h"

#include <QDir>

#include <cstdio>

static bool replay(const QDir &folder)
{
    const QStringList names = folder.entryList(QDir::Files);
    for (const QString &name : names) {
        std::printf("%s\n", qPrintable(name));
        std::fflush(stdout); // the last one named is the one that broke
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return false;
        const QByteArray input = file.readAll();
        (void)LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(input.constData()), size_t(input.size()));
    }
    return !names.isEmpty();
}

// Runs the inputs of some folders once, in a build without libFuzzer: what was found once stays found.
int main(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        if (!replay(QDir(QString::fromLocal8Bit(argv[i]))))
            return 1;
    }
    return argc > 1 ? 0 : 2;
}
