// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandspecs.h"

using namespace Qt::StringLiterals;

namespace curfew {

const QList<OptionSpec> &commonOptions()
{
    static const QList<OptionSpec> options{
        {u"profile-dir"_s, u"DIR"_s, u"settings, journal and descriptors there"_s},
        {u"practice"_s, {}, u"embedded practice issuers, nothing stored; alone: a guided tour"_s},
        {u"json"_s, {}, u"one JSON document on standard output"_s},
        {u"timeout"_s, u"SECONDS"_s, u"how long one request may take; default 30"_s},
        {u"verify"_s, u"full|after|none"_s, u"look before and after, the default; less proves nothing"_s},
        {u"parallel"_s, u"N"_s, u"requests in flight to one issuer, at most what it bears"_s},
        {u"secret-file"_s, u"F"_s, u"the client's secret, from a file or - for standard input"_s},
        {u"reason"_s, u"TEXT"_s, u"why, for the journal"_s},
        {u"ticket"_s, u"ID"_s, u"which ticket, for the journal"_s},
        {u"yes"_s, {}, u"don't ask before something is ended or removed"_s},
        {u"dry-run"_s, {}, u"say what would be sent where; change nothing"_s},
        {u"verbose"_s, {}, u"log requests (never their bodies) on standard error"_s},
        {u"version"_s, {}, u"print the version"_s},
        {u"help"_s, {}, u"print this"_s},
    };
    return options;
}

const QList<OptionSpec> &commandOptions()
{
    static const QList<OptionSpec> options{
        {u"provider"_s, u"ID"_s, u"see provider list"_s},
        {u"url"_s, u"URL"_s, u"origin, realm or issuer URL, as the provider wants it"_s},
        {u"client-id"_s, u"ID"_s, u"whose credential this is"_s},
        {u"auth"_s, u"METHOD"_s,
         u"client_secret_basic, client_secret_post, bearer, tls_client_auth, authorization_code (you sign in), none"_s},
        {u"environment"_s, u"E"_s, u"production, test or development; default production"_s},
        {u"certificate-file"_s, u"F.p12"_s, u"client certificate and key, PKCS#12"_s},
        {u"passphrase-file"_s, u"F"_s, u"the certificate file's passphrase"_s},
        {u"ca-file"_s, u"F.pem"_s, u"roots that replace the system's for this issuer"_s},
        {u"issuer"_s, u"NAME"_s, u"a configured issuer; user … takes several"_s},
        {u"user"_s, u"ID"_s, u"a person's e-mail address, user name or id at the issuer; exactly"_s},
        {u"leave-out"_s, u"STEP"_s, u"block, sessions, offline or consents; may be repeated"_s},
        {u"watch"_s, u"SECONDS"_s, u"look again after so long for sessions that are new since"_s},
        {u"confirm"_s, u"NAME"_s,
         u"the name that is asked for, typed again: for a protected account, and for your own; may be repeated"_s},
        {u"token-file"_s, u"F"_s, u"a token of the person, from a file or -"_s},
        {u"tokens-file"_s, u"F"_s, u"one token a line, from a file or -"_s},
        {u"session"_s, u"ID"_s, u"a session's id from session list; may be repeated"_s},
        {u"all"_s, {}, u"all of the person's sessions at this issuer; every issuer that can find people"_s},
        {u"hint"_s, u"H"_s, u"access_token or refresh_token"_s},
        {u"try-again"_s, {}, u"try a refused client once more"_s},
        {u"trust-authority"_s, {}, u"trust another certificate authority than before, after a look at both"_s},
        {u"expect"_s, u"HEAD"_s, u"a journal head from an earlier export; it must still be in the chain"_s},
        {u"before"_s, u"DATE"_s, u"YYYY-MM-DD: what was recorded before that day began, in UTC"_s},
        {u"format"_s, u"csv|json"_s, u"of the export"_s},
        {u"output"_s, u"F"_s, u"the file to write"_s},
    };
    return options;
}

const QList<CommandSpec> &commandSpecs()
{
    static const QStringList credential{u"auth"_s, u"certificate-file"_s, u"passphrase-file"_s};
    static const QList<CommandSpec> specs{
        {u"provider list"_s, {}, {}, {}, u"the providers Curfew knows, and what each can do"_s},
        {u"provider check"_s, {u"FILE.json"_s}, {}, {}, u"what is wrong with a descriptor, with line and key"_s},
        {u"issuer add"_s,
         {u"NAME"_s},
         {u"provider"_s},
         credential + QStringList{u"url"_s, u"client-id"_s, u"environment"_s, u"ca-file"_s},
         u"configure an issuer; sends nothing"_s},
        {u"issuer credential add"_s,
         {u"NAME"_s},
         {u"client-id"_s},
         credential,
         u"a further client of the issuer, or a new secret for one"_s},
        {u"issuer credential remove"_s, {u"NAME"_s}, {u"client-id"_s}, {}, u"forget a client and its secret"_s},
        {u"issuer list"_s, {}, {}, {}, u"the configured issuers"_s},
        {u"issuer show"_s, {u"NAME"_s}, {}, {}, u"one of them"_s},
        {u"issuer remove"_s, {u"NAME"_s}, {}, {}, u"forget an issuer and its secrets"_s},
        {u"issuer check"_s,
         {u"NAME"_s},
         {},
         {u"try-again"_s, u"trust-authority"_s},
         u"one discovery, at most one authenticated request"_s},
        {u"session list"_s, {}, {u"issuer"_s, u"token-file"_s}, {}, u"the sessions of the person a token belongs to"_s},
        {u"session revoke"_s,
         {},
         {u"issuer"_s, u"token-file"_s},
         {u"session"_s, u"all"_s},
         u"end some of them, or all, and prove it"_s},
        {u"token inspect"_s, {}, {u"token-file"_s}, {u"issuer"_s}, u"what a token says, and whether it works"_s},
        {u"token revoke"_s, {}, {u"tokens-file"_s}, {u"issuer"_s, u"hint"_s}, u"end the tokens of a file"_s},
        {u"user find"_s,
         {},
         {u"user"_s},
         {u"issuer"_s, u"all"_s},
         u"who goes by a name, at every issuer that can say"_s},
        {u"user sessions"_s, {}, {u"user"_s}, {u"issuer"_s, u"all"_s}, u"what a person is signed in with"_s},
        {u"user contain"_s,
         {},
         {u"user"_s},
         {u"issuer"_s, u"all"_s, u"leave-out"_s, u"watch"_s, u"confirm"_s},
         u"block the sign-in, end everything, and prove it"_s},
        {u"user enable"_s,
         {},
         {u"user"_s},
         {u"issuer"_s, u"all"_s},
         u"let a person that was contained sign in again"_s},
        {u"user protect"_s, {}, {u"user"_s}, {}, u"have an account typed again before anything of it is ended"_s},
        {u"user unprotect"_s, {}, {u"user"_s}, {}, u"take an account from the protected ones"_s},
        {u"user protected"_s, {}, {}, {}, u"the protected accounts"_s},
        {u"journal list"_s, {}, {}, {}, u"what was done, newest first"_s},
        {u"journal show"_s, {u"BATCH"_s}, {}, {}, u"one batch with every item"_s},
        {u"journal verify"_s, {}, {}, {u"expect"_s}, u"recompute the chain, and check its signatures"_s},
        {u"journal resume"_s,
         {u"BATCH"_s},
         {},
         {u"token-file"_s, u"tokens-file"_s},
         u"go on with an interrupted batch; the tokens are supplied again"_s},
        {u"journal erase"_s, {}, {u"before"_s}, {}, u"delete personal values; the chain stays verifiable"_s},
        {u"journal export"_s, {u"[BATCH]"_s}, {u"format"_s, u"output"_s}, {}, u"one batch, or all, as a file"_s},
    };
    return specs;
}

const CommandSpec *findCommand(const QStringList &words)
{
    const CommandSpec *found = nullptr;
    for (const CommandSpec &spec : commandSpecs()) {
        const QStringList own = spec.words.split(u' ');
        if (words.mid(0, own.size()) == own && (!found || spec.words.size() > found->words.size()))
            found = &spec;
    }
    return found;
}

} // namespace curfew
