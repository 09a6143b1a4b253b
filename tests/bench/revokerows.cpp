// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "benchplace.h"
#include "benchrows.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace curfew {

using Goal = Figure::Goal;
using Wire = BenchPlace::Wire;

static constexpr int window = 50;

// The whole program, from its start to its end: ours journals and tells the outcomes in that time.
static double rate(const TimedRun &run, int count)
{
    return count / run.seconds();
}

QList<Figure> revokesPlain(BenchPlace &place, int rounds)
{
    constexpr int count = 2000;
    Figure beside{u"2,000 revokes, HTTP/1.1, 50 in flight, journal on"_s, u"curl --parallel-max 50"_s, u"/s"_s};
    beside.target = 0.95;
    Figure limit{u"  the same"_s, u"in flight ÷ latency"_s, u"/s"_s};
    limit.peers = {window * 1000.0 / BenchPlace::latency};
    limit.target = 0.9;
    for (int round = 0; round < rounds; ++round) {
        beside.ours.append(rate(place.revoke(Wire::Plain, place.freshTokens(count), count, window), count));
        beside.peers.append(rate(place.curl(Wire::Plain, place.freshTokens(count), count, window), count));
    }
    limit.ours = beside.ours;
    return {beside, limit};
}

QList<Figure> revokesOverTls(BenchPlace &place, int rounds)
{
    constexpr int count = 2000;
    Figure beside{u"  the same over TLS (HTTP/1.1)"_s, u"curl --http2 --parallel-max 50"_s, u"/s"_s};
    for (int round = 0; round < rounds; ++round) {
        beside.ours.append(rate(place.revoke(Wire::Tls, place.freshTokens(count), count, window), count));
        beside.peers.append(rate(place.curl(Wire::Tls, place.freshTokens(count), count, window, {u"http2"_s}), count));
    }
    return {beside};
}

QList<Figure> revokesManyInFlight(BenchPlace &place, int rounds)
{
    constexpr int count = 20'000;
    // curl takes at most 300; more is not always faster.
    int best = window;
    double bestRate = 0;
    for (const int parallel : {50, 100, 200, 300}) {
        const double reached = rate(place.curl(Wire::Plain, place.freshTokens(count), count, parallel), count);
        if (reached > bestRate) {
            bestRate = reached;
            best = parallel;
        }
    }
    Figure beside{u"20,000 revokes, HTTP/1.1, 400 in flight"_s, u"curl at its best, --parallel-max %1"_s.arg(best),
                  u"/s"_s};
    for (int round = 0; round < rounds; ++round) {
        beside.ours.append(rate(place.revoke(Wire::Plain, place.freshTokens(count), count, 400), count));
        beside.peers.append(rate(place.curl(Wire::Plain, place.freshTokens(count), count, best), count));
    }
    return {beside};
}

QList<Figure> tokensFromOneFile(BenchPlace &place, int rounds)
{
    constexpr int many = 50'000;
    constexpr int few = 5'000;
    constexpr int parallel = 400;
    Figure time{u"50,000 tokens from one file, time a token"_s, u"itself at 5,000"_s, u"µs"_s};
    time.goal = Goal::AtMost;
    Figure memory{u"  memory a token"_s, u"1 KiB"_s, u"B"_s};
    memory.goal = Goal::AtMost;
    memory.peers = {1024};
    for (int round = 0; round < rounds; ++round) {
        const TimedRun ofMany = place.revoke(Wire::Plain, place.freshTokens(many), many, parallel);
        const TimedRun ofFew = place.revoke(Wire::Plain, place.freshTokens(few), few, parallel);
        time.ours.append(ofMany.seconds() * 1e6 / many);
        time.peers.append(ofFew.seconds() * 1e6 / few);
        memory.ours.append(double(ofMany.peakKiB - ofFew.peakKiB) * 1024 / (many - few));
    }
    return {time, memory};
}

} // namespace curfew
