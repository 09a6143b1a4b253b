// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// loopbackissuer MILLISECONDS: says its port on a line of its own, then answers until it is killed.

#include "loopbackserver.h"

#include <cstdio>
#include <cstdlib>

int main(int argc, char *argv[])
{
    curfew::LoopbackServer server(std::chrono::milliseconds(argc > 1 ? std::atoi(argv[1]) : 0));
    const unsigned port = server.listen();
    if (port == 0)
        return 1;
    std::printf("%u\n", port);
    std::fflush(stdout);
    server.run();
}
