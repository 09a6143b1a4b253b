// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "administratorrequest.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace curfew {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(curfew::AdministratorRequest)
};

} // namespace

// Menu path: SAP Cloud Identity Services, "Configure Secrets for API Authentication".
static QStringList sapSteps()
{
    return {
        Words::tr(
            "For every application whose sessions we may have to end, a client ID and a secret of that application: "
            "a client can list and end only what belongs to it."),
        Words::tr("Administration console ▸ Applications and Resources ▸ Applications ▸ the application ▸ Trust ▸ "
                  "Application APIs ▸ Client Authentication ▸ Secrets ▸ Add."),
        Words::tr("Scope: OpenID alone is enough. A description such as “Curfew, helpdesk” helps to recognise it."),
        Words::tr("The tenant’s address, such as https://acme.accounts.ondemand.com."),
        Words::tr(
            "Please leave the locking of client IDs after five failed attempts as it is: Curfew stops after one."),
    };
}

// Menu path: Keycloak Server Administration Guide, "Managing OpenID Connect clients".
static QStringList keycloakSteps()
{
    return {
        Words::tr("The client ID and secret of each client whose tokens we may have to end: a client can end only its "
                  "own tokens."),
        Words::tr("Admin console ▸ the realm ▸ Clients ▸ the client ▸ Settings: “Client authentication” on; then "
                  "Credentials ▸ “Client Id and Secret”."),
        Words::tr("For “Check connection”: “Service accounts roles” on. No role has to be given to it."),
        Words::tr("The realm’s address, such as https://sso.example.com/realms/acme."),
    };
}

// Roles: Keycloak Server Administration Guide, "Controlling access to the Admin Console and REST API".
static QStringList keycloakAdminSteps()
{
    return {
        Words::tr("A client of its own: Admin console ▸ the realm ▸ Clients ▸ Create client, with “Client "
                  "authentication” on and “Service accounts roles” as its only flow; its client ID and secret."),
        Words::tr("Its service account needs two roles of realm-management and no more: view-users to find people, "
                  "manage-users to block them and to end their sessions. With fine-grained permissions: view and "
                  "manage on users."),
        Words::tr("Or, so that your log names each of us: a public client with “Standard flow”, PKCE (S256) and the "
                  "redirect address http://127.0.0.1/*, and these two roles for those who work with Curfew."),
        Words::tr("The realm’s address, such as https://sso.example.com/realms/acme."),
    };
}

// Menu path: SAP Cloud Identity Services, "Add System as Administrator".
static QStringList sapDirectorySteps()
{
    return {
        Words::tr("An administrator of the type System: Administration console ▸ Users & Authorizations ▸ "
                  "Administrators ▸ Add ▸ System, with the authorization Manage Users alone."),
        Words::tr("Its client ID and a secret: Configure Authorization ▸ Client Authentication ▸ Secrets ▸ Add."),
        Words::tr("The tenant’s address, such as https://acme.accounts.ondemand.com."),
    };
}

static QStringList kajabiSteps()
{
    return {
        Words::tr("Nothing, as long as we end tokens that we hold: the token itself is the proof."),
        Words::tr("To end refresh tokens without their access token: the client ID and secret of the API key from the "
                  "User API Keys page in Kajabi’s admin portal."),
    };
}

static QStringList generalSteps(const ProviderDescriptor &descriptor)
{
    QStringList steps{
        Words::tr("The address of the service, as its metadata names it (issuer)."),
        Words::tr("A confidential client that may call token revocation (RFC 7009), with its client ID and secret or "
                  "client certificate."),
    };
    if (descriptor.introspects())
        steps << Words::tr("The right to call token introspection (RFC 7662), so that Curfew can check what it ended.");
    steps << Words::tr("If a client can end only its own tokens: one for each application concerned.");
    return steps;
}

static QStringList stepsFor(const ProviderDescriptor &descriptor)
{
    if (descriptor.id == u"sap-ias"_s)
        return sapSteps();
    if (descriptor.id == u"keycloak"_s)
        return keycloakSteps();
    if (descriptor.id == u"keycloak-admin"_s)
        return keycloakAdminSteps();
    if (descriptor.id == u"sap-directory"_s)
        return sapDirectorySteps();
    if (descriptor.id == u"kajabi"_s)
        return kajabiSteps();
    return generalSteps(descriptor);
}

QString administratorRequest(const ProviderDescriptor &descriptor, const QUrl &url)
{
    QString text = Words::tr("Hello,") + u"\n\n"_s;
    text += url.host().isEmpty()
        ? Words::tr("our helpdesk ends the access of compromised accounts with Curfew. For %1 it needs the following:")
              .arg(descriptor.name)
        : Words::tr("our helpdesk ends the access of compromised accounts with Curfew. For %1 (%2) it needs the "
                    "following:")
              .arg(descriptor.name, url.host());
    text += u"\n\n"_s;
    for (const QString &step : stepsFor(descriptor))
        text += u"– "_s + step + u'\n';
    text += u'\n'
        + Words::tr(
                "Please don’t send the secret by e-mail or chat: hand it over by the password manager we share, or by "
                "phone. Curfew keeps it in the operating system’s keychain and sends it to this service alone.");
    text += u"\n\n"_s + Words::tr("Thank you!");
    return text;
}

} // namespace curfew
