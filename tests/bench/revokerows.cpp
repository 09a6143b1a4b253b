// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "benchplace.h"
#include "benchrows.h"

#include <chrono>

using namespace Qt::StringLiterals;

namespace curfew {

using Goal = Figure::Goal;
using Wire = BenchPlace::Wire;

static constexpr int window = 50;

static double rate(std::chrono::duration<double> time, int count)
{
    return count / time.count();
}

namespace {

//! What both sides reached with the same requests: seen from the issuer, which knows of no discovery and no start, and
//! from the operator, who waits for the whole program.
struct Sides {
    Figure atIssuer;
    Figure wholeProgram;

    void add(const RevokeRun &ours, const RevokeRun &peers, int count)
    {
        atIssuer.ours.append(rate(ours.arrived.span, count));
        atIssuer.peers.append(rate(peers.arrived.span, count));
        wholeProgram.ours.append(rate(ours.program.took, count));
        wholeProgram.peers.append(rate(peers.program.took, count));
    }
};

} // namespace

static Sides sides(const QString &work, const QString &peer, double target)
{
    Sides both{{work, peer, u"/s"_s}, {u"  the same, the whole program"_s, peer, u"/s"_s}};
    both.atIssuer.target = target;
    both.wholeProgram.target = target;
    return both;
}

QList<Figure> revokesPlain(BenchPlace &place, int rounds)
{
    constexpr int count = 2000;
    Sides both = sides(u"2,000 revokes, HTTP/1.1, 50 in flight, journal on"_s, u"curl --parallel-max 50"_s, 0.95);
    for (int round = 0; round < rounds; ++round) {
        const RevokeRun ours = place.revoke(Wire::Plain, place.freshTokens(count), count, window);
        both.add(ours, place.curl(Wire::Plain, place.freshTokens(count), count, window), count);
    }
    Figure limit{u"  the same"_s, u"in flight ÷ latency"_s, u"/s"_s};
    limit.ours = both.atIssuer.ours;
    limit.peers = {window * 1000.0 / BenchPlace::latency};
    limit.target = 0.9;
    return {both.atIssuer, limit, both.wholeProgram};
}

QList<Figure> revokesOverTls(BenchPlace &place, int rounds)
{
    constexpr int count = 2000;
    Sides both = sides(u"2,000 revokes over TLS (HTTP/1.1)"_s, u"curl --http2 --parallel-max 50"_s, 1);
    for (int round = 0; round < rounds; ++round) {
        const RevokeRun ours = place.revoke(Wire::Tls, place.freshTokens(count), count, window);
        both.add(ours, place.curl(Wire::Tls, place.freshTokens(count), count, window, {u"http2"_s}), count);
    }
    return {both.atIssuer, both.wholeProgram};
}

QList<Figure> revokesManyInFlight(BenchPlace &place, int rounds)
{
    constexpr int count = 20'000;
    // curl takes at most 300; more is not always faster.
    int best = window;
    double bestRate = 0;
    for (const int parallel : {50, 100, 200, 300}) {
        const RevokeRun run = place.curl(Wire::Plain, place.freshTokens(count), count, parallel);
        const double reached = rate(run.program.took, count);
        if (reached > bestRate) {
            bestRate = reached;
            best = parallel;
        }
    }
    Sides both =
        sides(u"20,000 revokes, HTTP/1.1, 400 in flight"_s, u"curl at its best, --parallel-max %1"_s.arg(best), 1);
    for (int round = 0; round < rounds; ++round) {
        const RevokeRun ours = place.revoke(Wire::Plain, place.freshTokens(count), count, 400);
        both.add(ours, place.curl(Wire::Plain, place.freshTokens(count), count, best), count);
    }
    return {both.atIssuer, both.wholeProgram};
}

QList<Figure> tokensFromOneFile(BenchPlace &place, int rounds)
{
    constexpr int many = 50'000;
    constexpr int few = 5'000;
    constexpr int parallel = 400;
    // Linear: a token costs as much among many; a tenth is what the machine's own noise is given.
    Figure time{u"50,000 tokens from one file, time a token"_s, u"itself at 5,000"_s, u"µs"_s};
    time.goal = Goal::AtMost;
    time.target = 1.1;
    Figure memory{u"  memory a token"_s, u"1 KiB"_s, u"B"_s};
    memory.goal = Goal::AtMost;
    memory.peers = {1024};
    for (int round = 0; round < rounds; ++round) {
        const TimedRun ofMany = place.revoke(Wire::Plain, place.freshTokens(many), many, parallel).program;
        const TimedRun ofFew = place.revoke(Wire::Plain, place.freshTokens(few), few, parallel).program;
        time.ours.append(ofMany.seconds() * 1e6 / many);
        time.peers.append(ofFew.seconds() * 1e6 / few);
        memory.ours.append(double(ofMany.peakKiB - ofFew.peakKiB) * 1024 / (many - few));
    }
    return {time, memory};
}

} // namespace curfew
