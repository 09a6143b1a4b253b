<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>curfew::AboutDialog</name>
    <message>
        <source>About Curfew</source>
        <translation>Über Curfew</translation>
    </message>
    <message>
        <source>Curfew’s icon</source>
        <translation>Symbol von Curfew</translation>
    </message>
    <message>
        <source>Version %1, with Qt %2</source>
        <translation>Version %1, mit Qt %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Ends a compromised account’s access, and proves it.</source>
        <translation>Beendet den Zugriff eines kompromittierten Kontos und weist es nach.</translation>
    </message>
    <message>
        <source>Copyright © 2026 The Curfew authors.

This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public License, version 3 or later. It comes with no warranty, to the extent permitted by law.</source>
        <translation>Copyright © 2026 The Curfew authors.

Dieses Programm ist freie Software: Sie dürfen es unter den Bedingungen der GNU General Public License, Version 3 oder neuer, weitergeben und verändern. Es kommt ohne Gewähr, soweit das Gesetz es zulässt.</translation>
    </message>
    <message>
        <source>Built on Qt, QtKeychain, libsodium, SQLite and tl::expected.</source>
        <translation>Gebaut mit Qt, QtKeychain, libsodium, SQLite und tl::expected.</translation>
    </message>
</context>
<context>
    <name>curfew::AccessModel</name>
    <message>
        <source>Offline session</source>
        <translation>Offline-Sitzung</translation>
    </message>
    <message>
        <source>Browser session</source>
        <translation>Browsersitzung</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Erteilt</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Einwilligung</translation>
    </message>
    <message>
        <source>NEW SINCE</source>
        <translation>NEU SEITHER</translation>
    </message>
    <message>
        <source>This session began after the others were ended.</source>
        <translation>Diese Sitzung begann, nachdem die anderen beendet waren.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>Anwendungen</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP-Adresse</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>OPEN</source>
        <translation>OFFEN</translation>
    </message>
    <message>
        <source>This session was there all the time, or began since.</source>
        <translation>Diese Sitzung war die ganze Zeit da oder hat seither begonnen.</translation>
    </message>
    <message>
        <source>WORKS AGAIN</source>
        <translation>GILT WIEDER</translation>
    </message>
    <message>
        <source>This session was ended, and the service lists it again.</source>
        <translation>Diese Sitzung wurde beendet, und der Dienst führt sie wieder auf.</translation>
    </message>
</context>
<context>
    <name>curfew::ActionBar</name>
    <message>
        <source>Revoke tokens…</source>
        <translation>Token beenden …</translation>
    </message>
    <message>
        <source>Ends the tokens that are ticked in the details</source>
        <translation>Beendet die Token, die in den Details angehakt sind</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Strg+Umschalt+E</translation>
    </message>
    <message numerus="yes">
        <source>End %n sessions…</source>
        <translation>
            <numerusform>%n Sitzung beenden …</numerusform>
            <numerusform>%n Sitzungen beenden …</numerusform>
        </translation>
    </message>
    <message>
        <source>End session…</source>
        <translation>Sitzung beenden …</translation>
    </message>
    <message numerus="yes">
        <source>End %n tokens…</source>
        <translation>
            <numerusform>%n Token beenden …</numerusform>
            <numerusform>%n Token beenden …</numerusform>
        </translation>
    </message>
    <message>
        <source>End token…</source>
        <translation>Token beenden …</translation>
    </message>
    <message>
        <source>End all sessions…</source>
        <translation>Alle Sitzungen beenden …</translation>
    </message>
    <message>
        <source>End all tokens…</source>
        <translation>Alle Token beenden …</translation>
    </message>
    <message numerus="yes">
        <source>End all %n session(s)…</source>
        <translation>
            <numerusform>%n Sitzung beenden …</numerusform>
            <numerusform>Alle %n Sitzungen beenden …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End all %n token(s)…</source>
        <translation>
            <numerusform>%n Token beenden …</numerusform>
            <numerusform>Alle %n Token beenden …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>curfew::AdministratorRequest</name>
    <message>
        <source>For every application whose sessions we may have to end, a client ID and a secret of that application: a client can list and end only what belongs to it.</source>
        <translation>Für jede Anwendung, deren Sitzungen wir beenden können sollen, eine Client-ID und ein Geheimnis dieser Anwendung: Ein Client kann nur listen und beenden, was ihm gehört.</translation>
    </message>
    <message>
        <source>Administration console ▸ Applications and Resources ▸ Applications ▸ the application ▸ Trust ▸ Application APIs ▸ Client Authentication ▸ Secrets ▸ Add.</source>
        <translation>Administrationskonsole (englisch) ▸ Applications and Resources ▸ Applications ▸ die Anwendung ▸ Trust ▸ Application APIs ▸ Client Authentication ▸ Secrets ▸ Add.</translation>
    </message>
    <message>
        <source>Scope: OpenID alone is enough. A description such as “Curfew, helpdesk” helps to recognise it.</source>
        <translation>Umfang (Scope): OpenID allein genügt. Eine Beschreibung wie „Curfew, Helpdesk“ hilft beim Wiedererkennen.</translation>
    </message>
    <message>
        <source>The tenant’s address, such as https://acme.accounts.ondemand.com.</source>
        <translation>Die Adresse des Mandanten, etwa https://acme.accounts.ondemand.com.</translation>
    </message>
    <message>
        <source>Please leave the locking of client IDs after five failed attempts as it is: Curfew stops after one.</source>
        <translation>Die Sperre von Client-IDs nach fünf Fehlversuchen bitte so lassen: Curfew hört nach einem auf.</translation>
    </message>
    <message>
        <source>The client ID and secret of each client whose tokens we may have to end: a client can end only its own tokens.</source>
        <translation>Client-ID und Geheimnis jedes Clients, dessen Token wir beenden können sollen: Ein Client kann nur eigene Token beenden.</translation>
    </message>
    <message>
        <source>Admin console ▸ the realm ▸ Clients ▸ the client ▸ Settings: “Client authentication” on; then Credentials ▸ “Client Id and Secret”.</source>
        <translation>Admin-Konsole (englisch) ▸ der Realm ▸ Clients ▸ der Client ▸ Settings: „Client authentication“ ein; dann Credentials ▸ „Client Id and Secret“.</translation>
    </message>
    <message>
        <source>The realm’s address, such as https://sso.example.com/realms/acme.</source>
        <translation>Die Adresse des Realms, etwa https://sso.example.com/realms/acme.</translation>
    </message>
    <message>
        <source>Nothing, as long as we end tokens that we hold: the token itself is the proof.</source>
        <translation>Nichts, solange wir Token beenden, die uns vorliegen: Das Token selbst ist der Ausweis.</translation>
    </message>
    <message>
        <source>To end refresh tokens without their access token: the client ID and secret of the API key from the User API Keys page in Kajabi’s admin portal.</source>
        <translation>Um Aktualisierungstoken ohne ihr Zugriffstoken zu beenden: Client-ID und Geheimnis des API-Schlüssels von der Seite „User API Keys“ in Kajabis Verwaltung.</translation>
    </message>
    <message>
        <source>The address of the service, as its metadata names it (issuer).</source>
        <translation>Die Adresse des Dienstes, wie seine Metadaten sie nennen (issuer).</translation>
    </message>
    <message>
        <source>A confidential client that may call token revocation (RFC 7009), with its client ID and secret or client certificate.</source>
        <translation>Einen vertraulichen Client, der den Token-Widerruf (RFC 7009) aufrufen darf, mit Client-ID und Geheimnis oder Client-Zertifikat.</translation>
    </message>
    <message>
        <source>The right to call token introspection (RFC 7662), so that Curfew can check what it ended.</source>
        <translation>Das Recht zur Token-Abfrage (Introspection, RFC 7662), damit Curfew prüfen kann, was es beendet hat.</translation>
    </message>
    <message>
        <source>If a client can end only its own tokens: one for each application concerned.</source>
        <translation>Falls ein Client nur eigene Token beenden kann: einen für jede betroffene Anwendung.</translation>
    </message>
    <message>
        <source>Hello,</source>
        <translation>Hallo,</translation>
    </message>
    <message>
        <source>our helpdesk ends the access of compromised accounts with Curfew. For %1 it needs the following:</source>
        <translation>unser Helpdesk beendet mit Curfew den Zugriff kompromittierter Konten. Für %1 braucht er Folgendes:</translation>
    </message>
    <message>
        <source>our helpdesk ends the access of compromised accounts with Curfew. For %1 (%2) it needs the following:</source>
        <translation>unser Helpdesk beendet mit Curfew den Zugriff kompromittierter Konten. Für %1 (%2) braucht er Folgendes:</translation>
    </message>
    <message>
        <source>Please don’t send the secret by e-mail or chat: hand it over by the password manager we share, or by phone. Curfew keeps it in the operating system’s keychain and sends it to this service alone.</source>
        <translation>Bitte das Geheimnis nicht per E-Mail oder Chat schicken, sondern über unseren gemeinsamen Passwortmanager oder am Telefon übergeben. Curfew bewahrt es im Schlüsselbund des Betriebssystems auf und sendet es nur an diesen Dienst.</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>Vielen Dank!</translation>
    </message>
    <message>
        <source>For “Check connection”: “Service accounts roles” on. No role has to be given to it.</source>
        <translation>Für „Verbindung prüfen“: „Service accounts roles“ ein. Eine Rolle braucht es nicht.</translation>
    </message>
    <message>
        <source>A client of its own: Admin console ▸ the realm ▸ Clients ▸ Create client, with “Client authentication” on and “Service accounts roles” as its only flow; its client ID and secret.</source>
        <translation>Einen eigenen Client: Admin-Konsole ▸ der Realm ▸ Clients ▸ Create client, mit eingeschalteter „Client authentication“ und „Service accounts roles“ als einzigem Ablauf; dessen Client-ID und Secret.</translation>
    </message>
    <message>
        <source>Its service account needs two roles of realm-management and no more: view-users to find people, manage-users to block them and to end their sessions. With fine-grained permissions: view and manage on users.</source>
        <translation>Sein Dienstkonto braucht zwei Rollen von realm-management und nicht mehr: view-users, um Personen zu finden, manage-users, um sie zu sperren und ihre Sitzungen zu beenden. Mit feingranularen Berechtigungen: view und manage auf Users.</translation>
    </message>
    <message>
        <source>Or, so that your log names each of us: a public client with “Standard flow”, PKCE (S256) and the redirect address http://127.0.0.1/*, and these two roles for those who work with Curfew.</source>
        <translation>Oder, damit Ihr Protokoll jede und jeden von uns nennt: einen öffentlichen Client mit „Standard flow“, PKCE (S256) und der Weiterleitungsadresse http://127.0.0.1/*, und diese zwei Rollen für alle, die mit Curfew arbeiten.</translation>
    </message>
    <message>
        <source>An administrator of the type System: Administration console ▸ Users &amp; Authorizations ▸ Administrators ▸ Add ▸ System, with the authorization Manage Users alone.</source>
        <translation>Einen Administrator vom Typ System: Administrationskonsole ▸ Users &amp; Authorizations ▸ Administrators ▸ Add ▸ System, allein mit der Berechtigung Manage Users.</translation>
    </message>
    <message>
        <source>Its client ID and a secret: Configure Authorization ▸ Client Authentication ▸ Secrets ▸ Add.</source>
        <translation>Dessen Client-ID und ein Secret: Configure Authorization ▸ Client Authentication ▸ Secrets ▸ Add.</translation>
    </message>
</context>
<context>
    <name>curfew::BusyLine</name>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird gestoppt …</translation>
    </message>
</context>
<context>
    <name>curfew::CertificateField</name>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>File with certificate and key (.p12)</source>
        <translation>Datei mit Zertifikat und Schlüssel (.p12)</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>Zertifikatsdatei</translation>
    </message>
    <message>
        <source>Passphrase of the file</source>
        <translation>Passwort der Datei</translation>
    </message>
    <message>
        <source>Passphrase of the certificate file</source>
        <translation>Passwort der Zertifikatsdatei</translation>
    </message>
    <message>
        <source>A certificate is stored. Choose a file to replace it.</source>
        <translation>Ein Zertifikat ist gespeichert. Wählen Sie eine Datei, um es zu ersetzen.</translation>
    </message>
    <message>
        <source>Choose a client certificate</source>
        <translation>Client-Zertifikat auswählen</translation>
    </message>
    <message>
        <source>PKCS#12 files (*.p12 *.pfx)</source>
        <translation>PKCS#12-Dateien (*.p12 *.pfx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>This file can’t be opened: %1</source>
        <translation>Diese Datei lässt sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>%1, issued by %2.</source>
        <translation>%1, ausgestellt von %2.</translation>
    </message>
    <message>
        <source>It ended %1: the service will refuse it.</source>
        <translation>Es ist am %1 abgelaufen: Der Dienst wird es ablehnen.</translation>
    </message>
    <message numerus="yes">
        <source>It ends in %n day(s), on %1: renew it in time.</source>
        <translation>
            <numerusform>Es läuft in %n Tag ab, am %1: rechtzeitig erneuern.</numerusform>
            <numerusform>Es läuft in %n Tagen ab, am %1: rechtzeitig erneuern.</numerusform>
        </translation>
    </message>
    <message>
        <source>It ends %1.</source>
        <translation>Es läuft am %1 ab.</translation>
    </message>
</context>
<context>
    <name>curfew::CheckPanel</name>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>This service sends requests to other addresses too: %1
Secrets and tokens will go there. Accept them only if they belong to the service.</source>
        <translation>Dieser Dienst nutzt auch andere Adressen: %1
Geheimnisse und Token gehen dann dorthin. Nehmen Sie sie nur an, wenn sie zum Dienst gehören.</translation>
    </message>
    <message>
        <source>Accept these addresses</source>
        <translation>Diese Adressen annehmen</translation>
    </message>
    <message>
        <source>Try once more</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Entsperren …</translation>
    </message>
    <message>
        <source>Waiting for the keychain’s own prompt…</source>
        <translation>Warten auf die Abfrage des Schlüsselbunds …</translation>
    </message>
    <message>
        <source>The keychain is open. Go on where you were.</source>
        <translation>Der Schlüsselbund ist offen. Machen Sie weiter, wo Sie waren.</translation>
    </message>
    <message>
        <source>Trust this authority</source>
        <translation>Dieser Stelle vertrauen</translation>
    </message>
</context>
<context>
    <name>curfew::ClientForm</name>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>How the client proves itself</source>
        <translation>Wie der Client sich ausweist</translation>
    </message>
    <message>
        <source>Remove this client</source>
        <translation>Diesen Client entfernen</translation>
    </message>
    <message>
        <source>&amp;Authentication</source>
        <translation>&amp;Anmeldung</translation>
    </message>
    <message>
        <source>&amp;Client ID</source>
        <translation>&amp;Client-ID</translation>
    </message>
    <message>
        <source>Client &amp;secret</source>
        <translation>Client-&amp;Geheimnis</translation>
    </message>
    <message>
        <source>C&amp;ertificate</source>
        <translation>&amp;Zertifikat</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Nicht nötig</translation>
    </message>
    <message>
        <source>Enter the client ID.</source>
        <translation>Geben Sie die Client-ID ein.</translation>
    </message>
    <message>
        <source>Enter the client secret.</source>
        <translation>Geben Sie das Client-Geheimnis ein.</translation>
    </message>
    <message>
        <source>Choose the certificate file and open it.</source>
        <translation>Wählen Sie die Zertifikatsdatei und öffnen Sie sie.</translation>
    </message>
</context>
<context>
    <name>curfew::CloseDialog</name>
    <message>
        <source>Stop and close</source>
        <translation>Stoppen und schließen</translation>
    </message>
    <message>
        <source>Still ending access</source>
        <translation>Zugriff wird noch beendet</translation>
    </message>
    <message>
        <source>Curfew is still ending access at %1.

If you close now, nothing more is sent, and what is on its way is waited for. What was not tried still works; the journal says which.</source>
        <translation>Curfew beendet noch Zugriffe bei %1.

Wenn Sie jetzt schließen, wird nichts mehr gesendet; was unterwegs ist, wird abgewartet. Was nicht versucht wurde, gilt weiter; das Journal nennt es.</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Waiting for what is on its way…</source>
        <translation>Warten auf das, was unterwegs ist …</translation>
    </message>
    <message>
        <source>Close while access is being ended?</source>
        <translation>Schließen, während Zugriff beendet wird?</translation>
    </message>
</context>
<context>
    <name>curfew::ConfirmDialog</name>
    <message>
        <source>End access for this person?</source>
        <translation>Zugriff dieser Person beenden?</translation>
    </message>
    <message numerus="yes">
        <source>End this token?</source>
        <translation>
            <numerusform>Dieses Token beenden?</numerusform>
            <numerusform>Diese %n Token beenden?</numerusform>
        </translation>
    </message>
    <message>
        <source>End access for %1?</source>
        <translation>Zugriff für %1 beenden?</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message numerus="yes">
        <source>%n more session(s) since you looked, included here.</source>
        <translation>
            <numerusform>%n weitere Sitzung, seit Sie nachgesehen haben; hier enthalten.</numerusform>
            <numerusform>%n weitere Sitzungen, seit Sie nachgesehen haben; hier enthalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden by your filter are included.</source>
        <translation>
            <numerusform>%n durch Ihren Filter verborgene ist enthalten.</numerusform>
            <numerusform>%n durch Ihren Filter verborgene sind enthalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the tokens can’t be sent and will be listed as not tried.</source>
        <translation>
            <numerusform>%n Token kann nicht gesendet werden und steht danach unter „Nicht versucht“.</numerusform>
            <numerusform>%n Token können nicht gesendet werden und stehen danach unter „Nicht versucht“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n Token</numerusform>
            <numerusform>%n Token</numerusform>
        </translation>
    </message>
    <message>
        <source>listed %1 ago</source>
        <translation>gelistet vor %1</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n Sitzung</numerusform>
            <numerusform>%n Sitzungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Damit endet</translation>
    </message>
    <message>
        <source>Doesn’t end</source>
        <translation>Damit endet nicht</translation>
    </message>
    <message>
        <source>May still work</source>
        <translation>Gilt evtl. noch</translation>
    </message>
    <message>
        <source>until %1, at applications that check tokens themselves and never ask the service</source>
        <translation>bis %1 bei Anwendungen, die Token selbst prüfen und nie beim Dienst nachfragen</translation>
    </message>
    <message numerus="yes">
        <source>End %n session(s)</source>
        <translation>
            <numerusform>%n Sitzung beenden</numerusform>
            <numerusform>%n Sitzungen beenden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End %n token(s)</source>
        <translation>
            <numerusform>%n Token beenden</numerusform>
            <numerusform>%n Token beenden</numerusform>
        </translation>
    </message>
    <message>
        <source>What was ended can’t be brought back; the person simply signs in again.</source>
        <translation>Beendetes lässt sich nicht zurückholen; die Person meldet sich einfach neu an.</translation>
    </message>
    <message numerus="yes">
        <source>Carries on an interrupted action: %n token(s) are looked at first or sent; the rest stays as it is.</source>
        <translation>
            <numerusform>Setzt einen unterbrochenen Vorgang fort: %n Token wird zuerst angesehen oder gesendet; der Rest bleibt, wie er ist.</numerusform>
            <numerusform>Setzt einen unterbrochenen Vorgang fort: %n Token werden zuerst angesehen oder gesendet; der Rest bleibt, wie er ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check and send again</source>
        <translation>Prüfen und noch einmal senden</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Dauert</translation>
    </message>
    <message>
        <source>at least %1, at the pace that the service allows</source>
        <translation>mindestens %1, so schnell wie der Dienst es erlaubt</translation>
    </message>
</context>
<context>
    <name>curfew::ContainDialog</name>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Doesn’t end</source>
        <translation>Beendet nicht</translation>
    </message>
    <message>
        <source>What was ended can’t be brought back. The sign-in can be allowed again here, once the account is safe.</source>
        <translation>Was beendet wurde, lässt sich nicht zurückholen. Die Anmeldung lässt sich hier wieder erlauben, sobald das Konto sicher ist.</translation>
    </message>
    <message>
        <source>Contain %1</source>
        <translation>Zugriff von %1 sperren</translation>
    </message>
    <message>
        <source>Contain %1?</source>
        <translation>Zugriff von %1 sperren?</translation>
    </message>
    <message>
        <source>Not checked: %1. Nothing is done there.</source>
        <translation>Nicht geprüft: %1. Dort geschieht nichts.</translation>
    </message>
    <message numerus="yes">
        <source>At %n service(s)</source>
        <translation>
            <numerusform>Bei %n Dienst</numerusform>
            <numerusform>Bei %n Diensten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, read %2 ago</source>
        <translation>%1, gelesen vor %2</translation>
    </message>
    <message>
        <source>Sessions can’t be seen or ended here without a token of this person.</source>
        <translation>Sitzungen sind hier ohne ein Token dieser Person weder zu sehen noch zu beenden.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Block the sign-in</source>
        <translation>Anmeldung sperren</translation>
    </message>
    <message>
        <source>End browser sessions (%1)</source>
        <translation>Browsersitzungen beenden (%1)</translation>
    </message>
    <message>
        <source>End offline sessions (%1)</source>
        <translation>Offline-Sitzungen beenden (%1)</translation>
    </message>
    <message>
        <source>Take back consents (%1)</source>
        <translation>Einwilligungen zurücknehmen (%1)</translation>
    </message>
    <message>
        <source>This seems to be your own account. Type %1 to go on:</source>
        <translation>Das scheint Ihr eigenes Konto zu sein. Zum Fortfahren %1 eingeben:</translation>
    </message>
    <message>
        <source>This account is protected. Type %1 to go on:</source>
        <translation>Dieses Konto ist geschützt. Zum Fortfahren %1 eingeben:</translation>
    </message>
    <message>
        <source>Sessions are not checked here: they could not be read.</source>
        <translation>Sitzungen sind hier nicht geprüft: Sie waren nicht zu lesen.</translation>
    </message>
    <message>
        <source>Sign out everywhere</source>
        <translation>Überall abmelden</translation>
    </message>
    <message>
        <source>The name, typed again</source>
        <translation>Der Name, noch einmal eingegeben</translation>
    </message>
    <message>
        <source>Not covered</source>
        <translation>Nicht erfasst</translation>
    </message>
</context>
<context>
    <name>curfew::ContainFlow</name>
    <message>
        <source>It has changed who goes by this name. Choose again; nothing was sent.</source>
        <translation>Wer so heißt, hat sich geändert. Bitte noch einmal auswählen; nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>This person may sign in already, wherever that is known.</source>
        <translation>Diese Person darf sich bereits anmelden, wo immer das bekannt ist.</translation>
    </message>
    <message>
        <source>Looking again…</source>
        <translation>Wird noch einmal nachgesehen …</translation>
    </message>
    <message>
        <source>Curfew looks again in %1 for sessions that are new since, or work again.</source>
        <translation>Curfew sieht in %1 noch einmal nach, ob seither Sitzungen begonnen haben oder wieder gelten.</translation>
    </message>
    <message>
        <source>Looked again at %1, but %2 could not be read: not checked there.</source>
        <translation>Um %1 noch einmal nachgesehen, doch %2 war nicht zu lesen: dort nicht geprüft.</translation>
    </message>
    <message>
        <source>Looked again at %1: there are sessions that work.</source>
        <translation>Um %1 noch einmal nachgesehen: Es gibt Sitzungen, die gelten.</translation>
    </message>
    <message>
        <source>Looked again at %1: no session is new since, and none works again.</source>
        <translation>Um %1 noch einmal nachgesehen: Keine Sitzung ist seither neu, und keine gilt wieder.</translation>
    </message>
    <message>
        <source>Not checked at %1.</source>
        <translation>Nicht geprüft bei %1.</translation>
    </message>
</context>
<context>
    <name>curfew::ContainSummary</name>
    <message numerus="yes">
        <source>%n session(s) began since</source>
        <translation>
            <numerusform>seither hat %n Sitzung begonnen</numerusform>
            <numerusform>seither haben %n Sitzungen begonnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) still work</source>
        <translation>
            <numerusform>%n Sitzung gilt noch</numerusform>
            <numerusform>%n Sitzungen gelten noch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) may still work</source>
        <translation>
            <numerusform>%n Sitzung gilt evtl. noch</numerusform>
            <numerusform>%n Sitzungen gelten evtl. noch</numerusform>
        </translation>
    </message>
    <message>
        <source>the sign-in is not blocked at %1</source>
        <translation>die Anmeldung bei %1 ist nicht gesperrt</translation>
    </message>
    <message numerus="yes">
        <source>%n consent(s) still stand</source>
        <translation>
            <numerusform>%n Einwilligung besteht noch</numerusform>
            <numerusform>%n Einwilligungen bestehen noch</numerusform>
        </translation>
    </message>
    <message>
        <source>Not yet: %1.</source>
        <translation>Noch nicht: %1.</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>Nichts wurde getan.</translation>
    </message>
    <message>
        <source>Only the sign-in is blocked at %1: sessions can’t be seen there.</source>
        <translation>Nur die Anmeldung bei %1 ist gesperrt: Sitzungen sind dort nicht zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>Contained at %1 of %n service(s), but not all of it can be checked.</source>
        <translation>
            <numerusform>Zugriff bei %1 von %n Dienst gesperrt, doch nicht alles lässt sich prüfen.</numerusform>
            <numerusform>Zugriff bei %1 von %n Diensten gesperrt, doch nicht alles lässt sich prüfen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Contained at %1 of %n service(s), checked.</source>
        <translation>
            <numerusform>Zugriff bei %1 von %n Dienst gesperrt, geprüft.</numerusform>
            <numerusform>Zugriff bei %1 von %n Diensten gesperrt, geprüft.</numerusform>
        </translation>
    </message>
    <message>
        <source>At %1 sessions can’t be seen.</source>
        <translation>Bei %1 sind Sitzungen nicht zu sehen.</translation>
    </message>
    <message>
        <source>The sign-in</source>
        <translation>Die Anmeldung</translation>
    </message>
    <message>
        <source>Browser sessions</source>
        <translation>Browsersitzungen</translation>
    </message>
    <message>
        <source>Offline sessions</source>
        <translation>Offline-Sitzungen</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>Einwilligungen</translation>
    </message>
    <message>
        <source>Offline session</source>
        <translation>Offline-Sitzung</translation>
    </message>
    <message>
        <source>Browser session</source>
        <translation>Browsersitzung</translation>
    </message>
    <message>
        <source>NEW SINCE the others were ended</source>
        <translation>NEU, seit die anderen beendet wurden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Sessions at %1</source>
        <translation>Sitzungen bei %1</translation>
    </message>
    <message>
        <source>they can’t be seen without a token of this person</source>
        <translation>sie sind ohne ein Token dieser Person nicht zu sehen</translation>
    </message>
    <message>
        <source>The password</source>
        <translation>Das Passwort</translation>
    </message>
    <message>
        <source>MFA devices and app passwords</source>
        <translation>MFA-Geräte und App-Passwörter</translation>
    </message>
    <message>
        <source>Mail rules and forwarding</source>
        <translation>Mail-Regeln und Weiterleitungen</translation>
    </message>
    <message>
        <source>Services that aren’t among yours here</source>
        <translation>Dienste, die hier nicht eingerichtet sind</translation>
    </message>
    <message>
        <source>We are not done: someone may still get in.</source>
        <translation>Wir sind noch nicht fertig: Es kommt evtl. noch jemand hinein.</translation>
    </message>
    <message>
        <source>Treat the account as not safe until I tell you otherwise.</source>
        <translation>Bitte betrachten Sie das Konto als nicht sicher, bis ich Ihnen etwas anderes sage.</translation>
    </message>
    <message>
        <source>Your sign-in at %1 is blocked, so nobody gets in there anew, you neither.</source>
        <translation>Ihre Anmeldung bei %1 ist gesperrt; dort meldet sich niemand neu an, auch Sie nicht.</translation>
    </message>
    <message>
        <source>I could not see or end everything, so it is not over yet; we will call you back.</source>
        <translation>Ich konnte nicht alles sehen oder beenden, es ist also noch nicht vorbei; wir rufen Sie zurück.</translation>
    </message>
    <message>
        <source>The sessions listed there are ended and checked; applications may notice it within minutes. We will call you back before you sign in again.</source>
        <translation>Die dort gelisteten Sitzungen sind beendet und geprüft; Anwendungen merken es evtl. erst nach Minuten. Wir rufen Sie zurück, bevor Sie sich wieder anmelden.</translation>
    </message>
    <message>
        <source>Not checked at %1.</source>
        <translation>Nicht geprüft bei %1.</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Noch offen</translation>
    </message>
    <message>
        <source>End them too…</source>
        <translation>Auch diese beenden …</translation>
    </message>
    <message>
        <source>The sign-in is not allowed yet at %1.</source>
        <translation>Die Anmeldung bei %1 ist noch nicht erlaubt.</translation>
    </message>
    <message>
        <source>The sign-in is allowed again at %1, checked.</source>
        <translation>Die Anmeldung bei %1 ist wieder erlaubt, geprüft.</translation>
    </message>
    <message>
        <source>The sign-in is allowed again at %1, says the service.</source>
        <translation>Die Anmeldung bei %1 ist laut Dienst wieder erlaubt.</translation>
    </message>
    <message>
        <source>You can sign in again at %1.</source>
        <translation>Sie können sich bei %1 wieder anmelden.</translation>
    </message>
    <message>
        <source>Use your new password, and tell us at once if you see anything strange.</source>
        <translation>Nehmen Sie Ihr neues Passwort, und melden Sie sich sofort, wenn Ihnen etwas seltsam vorkommt.</translation>
    </message>
    <message>
        <source>You can’t sign in yet; we are still at it.</source>
        <translation>Sie können sich noch nicht anmelden; wir sind noch dabei.</translation>
    </message>
    <message>
        <source>Only the sign-in is known to be blocked, at %1.</source>
        <translation>Sicher ist nur, dass die Anmeldung gesperrt ist: bei %1.</translation>
    </message>
    <message numerus="yes">
        <source>Contained at %1 of %n service(s), but not looked at again.</source>
        <translation>
            <numerusform>Zugriff bei %1 von %n Dienst gesperrt, aber nicht noch einmal nachgesehen.</numerusform>
            <numerusform>Zugriff bei %1 von %n Diensten gesperrt, aber nicht noch einmal nachgesehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>STILL THERE, or new since</source>
        <translation>NOCH DA oder seither neu</translation>
    </message>
    <message>
        <source>not checked: they could not be read</source>
        <translation>nicht geprüft: Sie waren nicht zu lesen</translation>
    </message>
    <message>
        <source>Sessions at %1 are not checked.</source>
        <translation>Sitzungen bei %1 sind nicht geprüft.</translation>
    </message>
    <message>
        <source>Somebody may have signed in at %1 since: check again.</source>
        <translation>Seither kann sich jemand bei %1 angemeldet haben: erneut prüfen.</translation>
    </message>
    <message>
        <source>Sessions that began since at %1</source>
        <translation>Sitzungen bei %1, die seither begonnen haben</translation>
    </message>
    <message>
        <source>not looked for</source>
        <translation>nicht nachgesehen</translation>
    </message>
    <message>
        <source>signing out everywhere did not work at %1</source>
        <translation>das Abmelden überall gelang bei %1 nicht</translation>
    </message>
    <message>
        <source>the sign-in was left open</source>
        <translation>die Anmeldung blieb offen</translation>
    </message>
    <message>
        <source>the sign-in was left as it is</source>
        <translation>die Anmeldung blieb, wie sie ist</translation>
    </message>
    <message>
        <source>browser sessions were left alone</source>
        <translation>Browsersitzungen blieben unangetastet</translation>
    </message>
    <message>
        <source>offline sessions were left alone</source>
        <translation>Offline-Sitzungen blieben unangetastet</translation>
    </message>
    <message>
        <source>consents were left standing</source>
        <translation>Einwilligungen blieben bestehen</translation>
    </message>
    <message>
        <source>Only a part was done: %1.</source>
        <translation>Nur ein Teil ist getan: %1.</translation>
    </message>
    <message>
        <source>Consents at %1</source>
        <translation>Einwilligungen bei %1</translation>
    </message>
    <message>
        <source>What else %1 lists</source>
        <translation>Was %1 sonst aufführt</translation>
    </message>
    <message>
        <source>not checked: not all of it could be read</source>
        <translation>nicht geprüft: Nicht alles war zu lesen</translation>
    </message>
    <message>
        <source>WORKS AGAIN, after it was ended</source>
        <translation>GILT WIEDER, nachdem sie beendet war</translation>
    </message>
    <message>
        <source>Consents at %1 are not checked.</source>
        <translation>Einwilligungen bei %1 sind nicht geprüft.</translation>
    </message>
    <message>
        <source>Not all that %1 lists could be read.</source>
        <translation>Nicht alles, was %1 aufführt, war zu lesen.</translation>
    </message>
    <message>
        <source>%1 says that your sign-in is blocked there; I can’t check that.</source>
        <translation>%1 sagt, Ihre Anmeldung sei dort gesperrt; das kann ich nicht prüfen.</translation>
    </message>
    <message>
        <source>Your sign-in at %1 is not blocked: whoever knows your password gets in again, so change it now.</source>
        <translation>Ihre Anmeldung bei %1 ist nicht gesperrt: Wer Ihr Passwort kennt, kommt wieder hinein. Ändern Sie es jetzt.</translation>
    </message>
    <message>
        <source>left as it is</source>
        <translation>so gelassen</translation>
    </message>
    <message>
        <source>Allowed again</source>
        <translation>Wieder erlaubt</translation>
    </message>
    <message>
        <source>Still blocked, or not checked</source>
        <translation>Noch gesperrt oder nicht geprüft</translation>
    </message>
    <message>
        <source>Nothing, as far as is known.</source>
        <translation>Nichts, soweit bekannt.</translation>
    </message>
    <message>
        <source>The password: it stays as it is</source>
        <translation>Das Passwort: Es bleibt, wie es ist</translation>
    </message>
    <message>
        <source>Sessions and consents that were ended: the person signs in, and is asked, anew</source>
        <translation>Beendete Sitzungen und Einwilligungen: Die Person meldet sich neu an und wird neu gefragt</translation>
    </message>
    <message>
        <source>You should be able to sign in again at %1; I can’t check that.</source>
        <translation>Sie sollten sich bei %1 wieder anmelden können; prüfen kann ich das nicht.</translation>
    </message>
</context>
<context>
    <name>curfew::EndFlow</name>
    <message>
        <source>The list could not be read again: this is what was listed before.</source>
        <translation>Die Liste ließ sich nicht erneut lesen: Dies ist der Stand von vorher.</translation>
    </message>
    <message>
        <source>What you picked is no longer listed. Nothing was sent.</source>
        <translation>Was Sie ausgewählt haben, wird nicht mehr gelistet. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Token %1</source>
        <translation>Token %1</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) still work</source>
        <translation>
            <numerusform>%n Token gilt noch</numerusform>
            <numerusform>%n Token gelten noch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not active any more</source>
        <translation>
            <numerusform>%n nicht mehr aktiv</numerusform>
            <numerusform>%n nicht mehr aktiv</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n couldn’t be looked at</source>
        <translation>
            <numerusform>%n ließ sich nicht prüfen</numerusform>
            <numerusform>%n ließen sich nicht prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing was left to look at</source>
        <translation>nichts mehr zu prüfen</translation>
    </message>
    <message>
        <source>Looked again: %1.</source>
        <translation>Erneut geprüft: %1.</translation>
    </message>
    <message>
        <source>Looking again…</source>
        <translation>Wird erneut geprüft …</translation>
    </message>
    <message>
        <source>This token is one of %1; the interrupted action ends the access of %2. Nothing was sent.</source>
        <translation>Dieses Token gehört %1; der unterbrochene Vorgang beendet den Zugriff von %2. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Nothing of what the interrupted action was to end is among what was given. Nothing was sent.</source>
        <translation>Nichts von dem, was der unterbrochene Vorgang beenden sollte, wurde eingegeben. Nichts wurde gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n of its tokens weren’t given again: they stay as the journal has them.</source>
        <translation>
            <numerusform>%n seiner Token wurde nicht wieder eingegeben: Es bleibt, wie es im Journal steht.</numerusform>
            <numerusform>%n seiner Token wurden nicht wieder eingegeben: Sie bleiben, wie sie im Journal stehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing that the interrupted action may have sent is among what was given. Nothing was checked.</source>
        <translation>Nichts von dem, was der unterbrochene Vorgang gesendet haben kann, ist unter dem Angegebenen. Es wurde nichts geprüft.</translation>
    </message>
    <message>
        <source>“%1” has another address or another client than when the interrupted action was begun, and wouldn&apos;t know its tokens. Nothing was sent.</source>
        <translation>„%1“ hat eine andere Adresse oder einen anderen Client als zu Beginn des unterbrochenen Vorgangs und würde dessen Token nicht kennen. Es wurde nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>curfew::EndedSteps</name>
    <message numerus="yes">
        <source>%n consent(s)</source>
        <translation>
            <numerusform>%n Einwilligung</numerusform>
            <numerusform>%n Einwilligungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offline session(s)</source>
        <translation>
            <numerusform>%n Offline-Sitzung</numerusform>
            <numerusform>%n Offline-Sitzungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n browser session(s)</source>
        <translation>
            <numerusform>%n Browsersitzung</numerusform>
            <numerusform>%n Browsersitzungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>curfew::Environment</name>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>Entwicklung</translation>
    </message>
</context>
<context>
    <name>curfew::ErrorPanel</name>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Technische Details</translation>
    </message>
</context>
<context>
    <name>curfew::ErrorText</name>
    <message>
        <source>The service</source>
        <translation>Der Dienst</translation>
    </message>
    <message>
        <source>Nothing was ended.</source>
        <translation>Nichts wurde beendet.</translation>
    </message>
    <message>
        <source>Assume that the access still works.</source>
        <translation>Gehen Sie davon aus, dass der Zugriff noch gilt.</translation>
    </message>
    <message>
        <source>%1 wrong attempts by anyone lock this client for %2 minutes, and its application with it.</source>
        <translation>%1 Fehlversuche, egal von wem, sperren diesen Client für %2 Minuten und seine Anwendung mit.</translation>
    </message>
    <message>
        <source>%1 refused the stored secret.</source>
        <translation>%1 hat das gespeicherte Geheimnis abgelehnt.</translation>
    </message>
    <message>
        <source>%1 refused the stored secret of client %2.</source>
        <translation>%1 hat das gespeicherte Geheimnis des Clients %2 abgelehnt.</translation>
    </message>
    <message>
        <source>Curfew stopped after one attempt.</source>
        <translation>Curfew hat nach einem Versuch aufgehört.</translation>
    </message>
    <message>
        <source>Curfew stopped after one attempt; nothing was ended.</source>
        <translation>Curfew hat nach einem Versuch aufgehört; nichts wurde beendet.</translation>
    </message>
    <message>
        <source>Was the secret changed?</source>
        <translation>Wurde das Geheimnis geändert?</translation>
    </message>
    <message>
        <source>It may be locked until %1.</source>
        <translation>Er ist evtl. bis %1 gesperrt.</translation>
    </message>
    <message>
        <source>%1 refused this client’s secret earlier, so nothing is sent to it.</source>
        <translation>%1 hat das Geheimnis dieses Clients früher abgelehnt; deshalb wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Replace the secret, or check the connection once more.</source>
        <translation>Ersetzen Sie das Geheimnis, oder prüfen Sie die Verbindung noch einmal.</translation>
    </message>
    <message>
        <source>Try again in %1.</source>
        <translation>Versuchen Sie es in %1 erneut.</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>Warten Sie einen Moment und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Curfew can’t use this: %1</source>
        <translation>Curfew kann das nicht verwenden: %1</translation>
    </message>
    <message>
        <source>This address isn’t protected.</source>
        <translation>Diese Adresse ist nicht geschützt.</translation>
    </message>
    <message>
        <source>Use an address that begins with https://.</source>
        <translation>Verwenden Sie eine Adresse, die mit https:// beginnt.</translation>
    </message>
    <message>
        <source>The secret is not stored for this address, so Curfew sent nothing.</source>
        <translation>Das Geheimnis ist nicht für diese Adresse gespeichert; Curfew hat nichts gesendet.</translation>
    </message>
    <message>
        <source>Check the service’s address, then enter the secret again.</source>
        <translation>Prüfen Sie die Adresse des Dienstes und geben Sie das Geheimnis neu ein.</translation>
    </message>
    <message>
        <source>This service is no longer configured.</source>
        <translation>Dieser Dienst ist nicht mehr eingerichtet.</translation>
    </message>
    <message>
        <source>Add the service again.</source>
        <translation>Fügen Sie den Dienst wieder hinzu.</translation>
    </message>
    <message>
        <source>No usable secret is on file for this service.</source>
        <translation>Für diesen Dienst ist kein brauchbares Geheimnis hinterlegt.</translation>
    </message>
    <message>
        <source>No usable secret is on file for client %1.</source>
        <translation>Für den Client %1 ist kein brauchbares Geheimnis hinterlegt.</translation>
    </message>
    <message>
        <source>Enter the secret in the service’s settings.</source>
        <translation>Geben Sie das Geheimnis in den Einstellungen des Dienstes ein.</translation>
    </message>
    <message>
        <source>You aren’t signed in at %1.</source>
        <translation>Sie sind bei %1 nicht angemeldet.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Melden Sie sich erneut an.</translation>
    </message>
    <message>
        <source>%1 doesn’t offer this.</source>
        <translation>%1 bietet das nicht an.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Gestoppt.</translation>
    </message>
    <message>
        <source>Curfew can’t read or write its settings.</source>
        <translation>Curfew kann seine Einstellungen nicht lesen oder schreiben.</translation>
    </message>
    <message>
        <source>See the technical details for the file concerned.</source>
        <translation>Welche Datei betroffen ist, steht in den technischen Details.</translation>
    </message>
    <message>
        <source>The journal can’t be written.</source>
        <translation>Das Journal lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Without it Curfew sends nothing more, so that nothing is lost.</source>
        <translation>Ohne Journal sendet Curfew nichts mehr, damit nichts verloren geht.</translation>
    </message>
    <message>
        <source>Check free space and permissions, then try again.</source>
        <translation>Prüfen Sie freien Speicher und Rechte und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The journal is damaged.</source>
        <translation>Das Journal ist beschädigt.</translation>
    </message>
    <message>
        <source>Keep the file for your administrator and start with another profile.</source>
        <translation>Bewahren Sie die Datei für Ihre Administration auf und starten Sie mit einem anderen Profil.</translation>
    </message>
    <message>
        <source>There is no keychain that Curfew could use.</source>
        <translation>Es gibt keinen Schlüsselbund, den Curfew nutzen könnte.</translation>
    </message>
    <message>
        <source>Install or start one (on Linux: GNOME Keyring or KWallet) and sign in again.</source>
        <translation>Installieren oder starten Sie einen (unter Linux: GNOME-Schlüsselbund oder KWallet) und melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock it, then try again.</source>
        <translation>Entsperren Sie ihn und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The keychain didn’t answer.</source>
        <translation>Der Schlüsselbund hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>Look for a prompt behind this window, then try again.</source>
        <translation>Suchen Sie eine Abfrage hinter diesem Fenster und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The keychain refused.</source>
        <translation>Der Schlüsselbund hat abgelehnt.</translation>
    </message>
    <message>
        <source>See the technical details for its reason.</source>
        <translation>Der Grund steht in den technischen Details.</translation>
    </message>
    <message>
        <source>The keychain has no such secret.</source>
        <translation>Der Schlüsselbund enthält dieses Geheimnis nicht.</translation>
    </message>
    <message>
        <source>%1 can’t be reached.</source>
        <translation>%1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check the network and the address, then try again.</source>
        <translation>Prüfen Sie Netz und Adresse und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The connection to %1 isn’t trustworthy.</source>
        <translation>Die Verbindung zu %1 ist nicht vertrauenswürdig.</translation>
    </message>
    <message>
        <source>Its certificate can’t be checked: ask your administrator about the CA file.</source>
        <translation>Das Zertifikat lässt sich nicht prüfen: Fragen Sie Ihre Administration nach der CA-Datei.</translation>
    </message>
    <message>
        <source>The proxy didn’t let Curfew through.</source>
        <translation>Der Proxy hat Curfew nicht durchgelassen.</translation>
    </message>
    <message>
        <source>Check the system’s proxy settings.</source>
        <translation>Prüfen Sie die Proxy-Einstellungen des Systems.</translation>
    </message>
    <message>
        <source>%1 didn’t answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Check again now.</source>
        <translation>Prüfen Sie jetzt noch einmal.</translation>
    </message>
    <message>
        <source>%1 sent Curfew elsewhere; Curfew doesn’t follow with a secret.</source>
        <translation>%1 hat Curfew umgeleitet; mit einem Geheimnis folgt Curfew dem nicht.</translation>
    </message>
    <message>
        <source>Check the service’s address.</source>
        <translation>Prüfen Sie die Adresse des Dienstes.</translation>
    </message>
    <message>
        <source>A network log-in page or proxy answered, not %1.</source>
        <translation>Eine Netz-Anmeldeseite oder ein Proxy hat geantwortet, nicht %1.</translation>
    </message>
    <message>
        <source>Sign in to the network, then try again.</source>
        <translation>Melden Sie sich am Netz an und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The answer of %1 was too large and was cut off.</source>
        <translation>Die Antwort von %1 war zu groß und wurde abgeschnitten.</translation>
    </message>
    <message>
        <source>Ask your administrator.</source>
        <translation>Fragen Sie Ihre Administration.</translation>
    </message>
    <message>
        <source>%1 asks for fewer requests.</source>
        <translation>%1 bittet um weniger Anfragen.</translation>
    </message>
    <message>
        <source>%1 has a fault of its own.</source>
        <translation>%1 hat selbst eine Störung.</translation>
    </message>
    <message>
        <source>%1 said no.</source>
        <translation>%1 hat abgelehnt.</translation>
    </message>
    <message>
        <source>%1 doesn’t know this token (any more).</source>
        <translation>%1 kennt dieses Token nicht (mehr).</translation>
    </message>
    <message>
        <source>Use a newer token of this person.</source>
        <translation>Verwenden Sie ein neueres Token dieser Person.</translation>
    </message>
    <message>
        <source>%1 can’t end this kind of token.</source>
        <translation>%1 kann diese Art Token nicht beenden.</translation>
    </message>
    <message>
        <source>%1 no longer accepts the access Curfew was given.</source>
        <translation>%1 nimmt den Zugang, den Curfew bekam, nicht mehr an.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The answer of %1 made no sense.</source>
        <translation>Die Antwort von %1 ergab keinen Sinn.</translation>
    </message>
    <message>
        <source>Check the service’s address, then try again.</source>
        <translation>Prüfen Sie die Adresse des Dienstes und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 refused the client %2.</source>
        <translation>%1 hat den Client %2 abgelehnt.</translation>
    </message>
    <message>
        <source>It was sent without a secret: does this client need one, or is its ID wrong?</source>
        <translation>Er wurde ohne Geheimnis gesendet: Braucht dieser Client eines, oder stimmt seine ID nicht?</translation>
    </message>
    <message>
        <source>%1 refused this client earlier, so nothing is sent for it.</source>
        <translation>%1 hat diesen Client schon einmal abgelehnt, deshalb wird für ihn nichts gesendet.</translation>
    </message>
    <message>
        <source>Correct the client, or check the connection once more.</source>
        <translation>Berichtigen Sie den Client, oder prüfen Sie die Verbindung noch einmal.</translation>
    </message>
    <message>
        <source>The connection to %1 is vouched for by another authority than before: %2. Someone on the way, a company’s proxy for instance, could read tokens, so nothing was sent.</source>
        <translation>Für die Verbindung zu %1 bürgt eine andere Stelle als bisher: %2. Jemand auf dem Weg, etwa ein Proxy der Firma, könnte Token mitlesen; deshalb wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Ask your administrator. If the change is meant, check the connection and trust the new authority.</source>
        <translation>Fragen Sie Ihre Administration. Ist der Wechsel gewollt, prüfen Sie die Verbindung und vertrauen Sie der neuen Stelle.</translation>
    </message>
</context>
<context>
    <name>curfew::ExportFile</name>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON document (*.json)</source>
        <translation>JSON-Dokument (*.json)</translation>
    </message>
    <message>
        <source>%1 can’t be written: %2</source>
        <translation>%1 ist nicht schreibbar: %2</translation>
    </message>
    <message>
        <source>Saved as %1. The file names people: keep it where it belongs.</source>
        <translation>Gespeichert als %1. Die Datei nennt Personen: Bewahren Sie sie auf, wo sie hingehört.</translation>
    </message>
</context>
<context>
    <name>curfew::FirstStartPage</name>
    <message>
        <source>End a compromised account’s access, and know that it worked</source>
        <translation>Den Zugriff eines kompromittierten Kontos beenden, und wissen, dass es gewirkt hat</translation>
    </message>
    <message>
        <source>Curfew lists where a person is signed in, ends what you choose, and checks that it has ended. Begin with the service that signs your people in, or practise on one that isn’t real.</source>
        <translation>Curfew zeigt, wo eine Person angemeldet ist, beendet, was Sie auswählen, und prüft, ob es beendet ist. Beginnen Sie mit Ihrem Anmeldedienst, oder üben Sie an einem, der nicht echt ist.</translation>
    </message>
    <message>
        <source>Add a service</source>
        <translation>Dienst hinzufügen</translation>
    </message>
    <message>
        <source>Practice first</source>
        <translation>Erst üben</translation>
    </message>
</context>
<context>
    <name>curfew::IssuerDialog</name>
    <message>
        <source>Add a service</source>
        <translation>Dienst hinzufügen</translation>
    </message>
    <message>
        <source>Edit service</source>
        <translation>Dienst bearbeiten</translation>
    </message>
    <message>
        <source>I don’t have these values…</source>
        <translation>Ich habe diese Werte nicht …</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Check connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Which kind of service?</source>
        <translation>Welche Art von Dienst?</translation>
    </message>
    <message>
        <source>Choose who signs your people in.</source>
        <translation>Wählen Sie, wo Ihre Leute sich anmelden.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add service</source>
        <translation>Dienst hinzufügen</translation>
    </message>
</context>
<context>
    <name>curfew::IssuerForm</name>
    <message>
        <source>As your team calls it, e.g. Acme production</source>
        <translation>Wie Ihr Team ihn nennt, z. B. Acme Produktion</translation>
    </message>
    <message>
        <source>Name of the service</source>
        <translation>Name des Dienstes</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Address of the service</source>
        <translation>Adresse des Dienstes</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA-Datei</translation>
    </message>
    <message>
        <source>The system’s own certificates</source>
        <translation>Die Zertifikate des Systems</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>En&amp;vironment</source>
        <translation>&amp;Umgebung</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>Add another client</source>
        <translation>Weiteren Client hinzufügen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Choose a CA file</source>
        <translation>CA-Datei auswählen</translation>
    </message>
    <message>
        <source>CA &amp;file</source>
        <translation>CA-&amp;Datei</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>A client ends its own sessions only: enter one for each application.</source>
        <translation>Ein Client beendet nur eigene Sitzungen: einen je Anwendung eintragen.</translation>
    </message>
    <message>
        <source>Certificates of the service</source>
        <translation>Zertifikate des Dienstes</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Give the service a name.</source>
        <translation>Geben Sie dem Dienst einen Namen.</translation>
    </message>
    <message>
        <source>Client %1 is entered twice.</source>
        <translation>Client %1 ist doppelt eingetragen.</translation>
    </message>
    <message>
        <source>This file can’t be used: %1</source>
        <translation>Diese Datei ist nicht verwendbar: %1</translation>
    </message>
</context>
<context>
    <name>curfew::IssuerSetup</name>
    <message>
        <source>there is a service of this name already</source>
        <translation>einen Dienst dieses Namens gibt es schon</translation>
    </message>
</context>
<context>
    <name>curfew::IssuerWords</name>
    <message>
        <source>Client secret, in the header (Basic)</source>
        <translation>Client-Geheimnis, im Kopf (Basic)</translation>
    </message>
    <message>
        <source>Client secret, in the body (Post)</source>
        <translation>Client-Geheimnis, im Rumpf (Post)</translation>
    </message>
    <message>
        <source>The token itself</source>
        <translation>Das Token selbst</translation>
    </message>
    <message>
        <source>Access token of the client (client credentials)</source>
        <translation>Zugriffstoken des Clients (Client Credentials)</translation>
    </message>
    <message>
        <source>Client certificate (.p12)</source>
        <translation>Client-Zertifikat (.p12)</translation>
    </message>
    <message>
        <source>Your own sign-in, in the browser</source>
        <translation>Ihre eigene Anmeldung, im Browser</translation>
    </message>
    <message>
        <source>None (public client)</source>
        <translation>Keine (öffentlicher Client)</translation>
    </message>
    <message>
        <source>Kept in memory alone, and gone when practice ends.</source>
        <translation>Nur im Speicher, und nach der Übung weg.</translation>
    </message>
    <message>
        <source>Kept in your %1; other programs you run could read it.</source>
        <translation>Wird aufbewahrt in: %1. Andere Programme, die Sie starten, könnten es lesen.</translation>
    </message>
    <message>
        <source>Enter the service’s address.</source>
        <translation>Geben Sie die Adresse des Dienstes ein.</translation>
    </message>
    <message>
        <source>This is no complete address; it begins with https://.</source>
        <translation>Das ist keine vollständige Adresse; sie beginnt mit https://.</translation>
    </message>
    <message>
        <source>An address must not hold a user name or password.</source>
        <translation>Eine Adresse darf keinen Benutzernamen und kein Passwort enthalten.</translation>
    </message>
    <message>
        <source>Leave out what stands after ? or #.</source>
        <translation>Lassen Sie weg, was nach ? oder # steht.</translation>
    </message>
    <message>
        <source>Only https:// is safe; http:// works for this computer alone.</source>
        <translation>Nur https:// ist sicher; http:// geht nur auf diesem Rechner.</translation>
    </message>
    <message>
        <source>The address must begin with https://.</source>
        <translation>Die Adresse muss mit https:// beginnen.</translation>
    </message>
    <message>
        <source>with the token itself</source>
        <translation>mit dem Token selbst</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>applications %1</source>
        <translation>Anwendungen %1</translation>
    </message>
    <message>
        <source>List: %1</source>
        <translation>Listen: %1</translation>
    </message>
    <message>
        <source>with a token</source>
        <translation>mit einem Token</translation>
    </message>
    <message>
        <source>End: %1</source>
        <translation>Beenden: %1</translation>
    </message>
    <message>
        <source>Check: %1</source>
        <translation>Prüfen: %1</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>By name: %1</source>
        <translation>Nach Namen: %1</translation>
    </message>
    <message>
        <source>Connected, and the client is accepted.</source>
        <translation>Verbunden, und der Client wird angenommen.</translation>
    </message>
    <message>
        <source>Connected. Nothing was tried that needs a secret.</source>
        <translation>Verbunden. Nichts wurde versucht, das ein Geheimnis braucht.</translation>
    </message>
    <message>
        <source>The address looks right. This service offers nothing to try without a token.</source>
        <translation>Die Adresse sieht richtig aus. Ohne Token lässt sich hier nichts ausprobieren.</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>über den Namen</translation>
    </message>
    <message>
        <source>%1, SHA-256 %2</source>
        <translation>%1, SHA-256 %2</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Bisher: %1</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Jetzt: %1</translation>
    </message>
</context>
<context>
    <name>curfew::JournalItemsModel</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>Geprüft durch</translation>
    </message>
    <message>
        <source>May work until</source>
        <translation>Gilt evtl. noch bis</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
</context>
<context>
    <name>curfew::JournalListModel</name>
    <message>
        <source>(erased)</source>
        <translation>(gelöscht)</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Running: %1</source>
        <translation>Läuft: %1</translation>
    </message>
    <message>
        <source>Interrupted: %1</source>
        <translation>Unterbrochen: %1</translation>
    </message>
</context>
<context>
    <name>curfew::JournalPage</name>
    <message>
        <source>Verify</source>
        <translation>Überprüfen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Search person, ticket, service…</source>
        <translation>Person, Ticket, Dienst suchen …</translation>
    </message>
    <message>
        <source>Search the journal</source>
        <translation>Journal durchsuchen</translation>
    </message>
    <message>
        <source>Recomputes the journal’s chain and says whether anything was changed.</source>
        <translation>Rechnet die Kette des Journals nach und sagt, ob etwas verändert wurde.</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>Items of the action</source>
        <translation>Einträge des Vorgangs</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Nothing was ended yet</source>
        <translation>Noch nichts beendet</translation>
    </message>
    <message>
        <source>Every action is written down here before it is sent, with all its results.</source>
        <translation>Jeder Vorgang wird hier festgehalten, bevor er gesendet wird, mit allen Ergebnissen.</translation>
    </message>
    <message>
        <source>Nothing fits this search</source>
        <translation>Nichts passt zu dieser Suche</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) are hidden by it.</source>
        <translation>
            <numerusform>%n Vorgang ist dadurch verborgen.</numerusform>
            <numerusform>%n Vorgänge sind dadurch verborgen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche löschen</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>niemand genannt</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>ticket %1</source>
        <translation>Ticket %1</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>Alles exportieren …</translation>
    </message>
    <message>
        <source>Verifying the journal…</source>
        <translation>Journal wird überprüft …</translation>
    </message>
    <message>
        <source>Export the journal</source>
        <translation>Journal exportieren</translation>
    </message>
    <message>
        <source>Export this action</source>
        <translation>Diesen Vorgang exportieren</translation>
    </message>
    <message>
        <source>This profile’s journal is not signed: %1</source>
        <translation>Das Journal dieses Profils ist nicht signiert: %1</translation>
    </message>
    <message>
        <source>Still running.</source>
        <translation>Läuft noch.</translation>
    </message>
    <message>
        <source>Interrupted: Curfew was ended before this was. What is unclear may have been sent. Carry it on below.</source>
        <translation>Unterbrochen: Curfew wurde beendet, bevor dies fertig war. Was unklar ist, wurde vielleicht gesendet. Unten geht es weiter.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Looks whether what may have been sent still works. Nothing is ended.</source>
        <translation>Sieht nach, ob noch gilt, was gesendet worden sein kann. Es wird nichts beendet.</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>Erneut senden …</translation>
    </message>
    <message>
        <source>Looks first, then ends what still works. You are asked before anything is sent.</source>
        <translation>Sieht erst nach und beendet dann, was noch gilt. Vor dem Senden wird gefragt.</translation>
    </message>
</context>
<context>
    <name>curfew::JournalWords</name>
    <message>
        <source>End token</source>
        <translation>Token beenden</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>End session</source>
        <translation>Sitzung beenden</translation>
    </message>
    <message>
        <source>Sign person out</source>
        <translation>Person abmelden</translation>
    </message>
    <message>
        <source>Block account</source>
        <translation>Konto sperren</translation>
    </message>
    <message>
        <source>Unblock account</source>
        <translation>Konto entsperren</translation>
    </message>
    <message>
        <source>asked the service</source>
        <translation>Nachfrage beim Dienst</translation>
    </message>
    <message>
        <source>listed again</source>
        <translation>erneute Liste</translation>
    </message>
    <message>
        <source>read again</source>
        <translation>erneutes Lesen</translation>
    </message>
    <message>
        <source>entry %1 was changed</source>
        <translation>Eintrag %1 wurde verändert</translation>
    </message>
    <message>
        <source>entry %1 was removed</source>
        <translation>Eintrag %1 wurde entfernt</translation>
    </message>
    <message>
        <source>entry %1 is out of order</source>
        <translation>Eintrag %1 steht an falscher Stelle</translation>
    </message>
    <message>
        <source>entry %1 can’t be read</source>
        <translation>Eintrag %1 ist nicht lesbar</translation>
    </message>
    <message>
        <source>The journal is damaged. Keep the file for your administrator.</source>
        <translation>Das Journal ist beschädigt. Bewahren Sie die Datei für Ihre Administration auf.</translation>
    </message>
    <message numerus="yes">
        <source>The journal is intact: all %n entries fit together.</source>
        <translation>
            <numerusform>Das Journal ist unversehrt: %n Eintrag passt zur Kette.</numerusform>
            <numerusform>Das Journal ist unversehrt: Alle %n Einträge passen zusammen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n personal value(s) were erased on purpose, which is no damage.</source>
        <translation>
            <numerusform>%n persönliche Angabe wurde absichtlich gelöscht; das ist kein Schaden.</numerusform>
            <numerusform>%n persönliche Angaben wurden absichtlich gelöscht; das ist kein Schaden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The journal is intact: nothing was written so far.</source>
        <translation>Das Journal ist unversehrt: Bisher wurde nichts geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) are signed with this profile’s key.</source>
        <translation>
            <numerusform>%n Vorgang ist mit dem Schlüssel dieses Profils signiert.</numerusform>
            <numerusform>%n Vorgänge sind mit dem Schlüssel dieses Profils signiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) are signed; the key to compare with is not at hand.</source>
        <translation>
            <numerusform>%n Vorgang ist signiert; der Schlüssel zum Vergleichen ist nicht zur Hand.</numerusform>
            <numerusform>%n Vorgänge sind signiert; der Schlüssel zum Vergleichen ist nicht zur Hand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) are not signed: no keychain was at hand, or somebody took the signature out.</source>
        <translation>
            <numerusform>%n Vorgang ist nicht signiert: Es war kein Schlüsselbund zur Hand, oder jemand hat die Signatur entfernt.</numerusform>
            <numerusform>%n Vorgänge sind nicht signiert: Es war kein Schlüsselbund zur Hand, oder jemand hat die Signaturen entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>entry %1 is signed with a key that is neither this profile’s nor one that it replaced</source>
        <translation>Eintrag %1 ist mit einem Schlüssel signiert, der weder der dieses Profils ist noch einer, den dieser ersetzt hat</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) are signed, nobody can tell with whose key.</source>
        <translation>
            <numerusform>%n Aktion ist signiert, mit wessen Schlüssel, kann niemand sagen.</numerusform>
            <numerusform>%n Aktionen sind signiert, mit wessen Schlüssel, kann niemand sagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This profile’s key is missing from the keychain: it was removed there, or the profile was changed to look for another.</source>
        <translation>Der Schlüssel dieses Profils fehlt im Schlüsselbund: Er wurde dort entfernt, oder das Profil wurde so geändert, dass es nach einem anderen sucht.</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) are signed with an earlier key and can’t be checked any more.</source>
        <translation>
            <numerusform>%n Aktion ist mit einem früheren Schlüssel signiert und lässt sich nicht mehr prüfen.</numerusform>
            <numerusform>%n Aktionen sind mit einem früheren Schlüssel signiert und lassen sich nicht mehr prüfen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries since the last signature are not signed: whoever can write the file can change them.</source>
        <translation>
            <numerusform>%n Eintrag seit der letzten Signatur ist nicht signiert: Wer die Datei schreiben darf, kann ihn ändern.</numerusform>
            <numerusform>%n Einträge seit der letzten Signatur sind nicht signiert: Wer die Datei schreiben darf, kann sie ändern.</numerusform>
        </translation>
    </message>
    <message>
        <source>The journal is signed with a new key from now on (%1): the keychain no longer has %2. What was signed so far can’t be checked any more. If nobody here removed that key, ask your administrator.</source>
        <translation>Das Journal wird von jetzt an mit einem neuen Schlüssel signiert (%1): Der Schlüsselbund hat %2 nicht mehr. Was bisher signiert wurde, lässt sich nicht mehr prüfen. Wenn hier niemand diesen Schlüssel entfernt hat, fragen Sie Ihre Administration.</translation>
    </message>
    <message>
        <source>the file holds something else than what was written</source>
        <translation>die Datei enthält etwas anderes, als geschrieben wurde</translation>
    </message>
    <message>
        <source>The journal is damaged: %1. Entries 1 to %2 are as they were signed with this profile’s key. Keep the file for your administrator.</source>
        <translation>Das Journal ist beschädigt: %1. Die Einträge 1 bis %2 sind so, wie sie mit dem Schlüssel dieses Profils signiert wurden. Bewahren Sie die Datei für Ihre Administration auf.</translation>
    </message>
    <message>
        <source>The journal is damaged: %1. No signature tells whether what stands before it was changed, too. Keep the file for your administrator.</source>
        <translation>Das Journal ist beschädigt: %1. Ob auch verändert wurde, was davor steht, verrät keine Signatur. Bewahren Sie die Datei für Ihre Administration auf.</translation>
    </message>
</context>
<context>
    <name>curfew::LeftLooks</name>
    <message>
        <source>%1 was looked at again at %2, but %3 could not be read: not checked there.</source>
        <translation>%1, um %2 noch einmal nachgesehen: %3 war nicht zu lesen: dort nicht geprüft.</translation>
    </message>
    <message>
        <source>%1 was looked at again at %2: no session is new since, and none works again.</source>
        <translation>%1, um %2 noch einmal nachgesehen: Keine Sitzung ist seither neu, und keine gilt wieder.</translation>
    </message>
    <message>
        <source>%1 was looked at again at %2: there are sessions that work at %3.</source>
        <translation>%1, um %2 noch einmal nachgesehen: Bei %3 gibt es Sitzungen, die gelten.</translation>
    </message>
</context>
<context>
    <name>curfew::LookUpBar</name>
    <message>
        <source>List sessions</source>
        <translation>Sitzungen listen</translation>
    </message>
    <message>
        <source>Paste or drop a token of the person: a token, a token response, a cURL line, a HAR</source>
        <translation>Ein Token dieser Person einfügen oder ablegen: Token, Token-Antwort, cURL-Zeile, HAR</translation>
    </message>
    <message>
        <source>A token of the person</source>
        <translation>Ein Token dieser Person</translation>
    </message>
    <message>
        <source>Which of the tokens found</source>
        <translation>Welches der gefundenen Token</translation>
    </message>
    <message>
        <source>Where do I get a token?</source>
        <translation>Woher bekomme ich ein Token?</translation>
    </message>
    <message>
        <source>The clipboard was cleared.</source>
        <translation>Die Zwischenablage wurde geleert.</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>Zu %1 wechseln</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>Nachsehen</translation>
    </message>
    <message>
        <source>Use it at %1 anyway</source>
        <translation>Trotzdem bei %1 verwenden</translation>
    </message>
    <message>
        <source>Type a name or an e-mail address, or paste a token of the person</source>
        <translation>Name oder E-Mail-Adresse eingeben, oder ein Token der Person einfügen</translation>
    </message>
    <message>
        <source>A name, an e-mail address or a token of the person</source>
        <translation>Name, E-Mail-Adresse oder Token der Person</translation>
    </message>
    <message>
        <source>Find person</source>
        <translation>Person suchen</translation>
    </message>
</context>
<context>
    <name>curfew::LookUpNotice</name>
    <message>
        <source>This token can no longer be used to look: it was ended or has expired. What is shown is the list as it was read before.</source>
        <translation>Mit diesem Token lässt sich nicht mehr nachsehen: Es wurde beendet oder ist abgelaufen. Gezeigt wird die Liste, wie sie vorher gelesen wurde.</translation>
    </message>
    <message>
        <source>This service can’t list sessions; Curfew can end the token you pasted.</source>
        <translation>Dieser Dienst kann keine Sitzungen listen; Curfew kann das eingefügte Token beenden.</translation>
    </message>
    <message numerus="yes">
        <source>%n more session(s) since you looked.</source>
        <translation>
            <numerusform>%n weitere Sitzung, seit Sie nachgesehen haben.</numerusform>
            <numerusform>%n weitere Sitzungen, seit Sie nachgesehen haben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The token says that it belongs to %1; the service says %2. Whose access is to end? Nothing can be ended before you have chosen.</source>
        <translation>Laut Token gehört es %1; laut Dienst %2. Wessen Zugriff soll enden? Vor Ihrer Wahl kann nichts beendet werden.</translation>
    </message>
    <message>
        <source>Go on with %1</source>
        <translation>Weiter mit %1</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>Hier aufhören</translation>
    </message>
</context>
<context>
    <name>curfew::MainWindow</name>
    <message>
        <source>Curfew – Practice</source>
        <translation>Curfew – Übung</translation>
    </message>
    <message>
        <source>Curfew</source>
        <translation>Curfew</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>An action was interrupted: %n item(s) of it may still work.</source>
        <translation>
            <numerusform>Ein Vorgang wurde unterbrochen: %n Posten davon gilt evtl. noch.</numerusform>
            <numerusform>Ein Vorgang wurde unterbrochen: %n Posten davon gelten evtl. noch.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
</context>
<context>
    <name>curfew::NewsPanels</name>
    <message>
        <source>Look up again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>curfew::PageHead</name>
    <message>
        <source>Read the list again</source>
        <translation>Liste erneut lesen</translation>
    </message>
    <message>
        <source>Filter… (ip:10.10. or client:abc narrow)</source>
        <translation>Filtern … (ip:10.10. oder client:abc grenzt ein)</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>Zeilen filtern</translation>
    </message>
    <message>
        <source>as of %1 (%2)</source>
        <translation>Stand %1 (%2)</translation>
    </message>
    <message>
        <source>%1: read it again</source>
        <translation>%1: erneut lesen</translation>
    </message>
    <message>
        <source>reading the list…</source>
        <translation>Liste wird gelesen …</translation>
    </message>
    <message>
        <source>%1 (according to the token, not checked)</source>
        <translation>%1 (laut Token, nicht geprüft)</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n Sitzung</numerusform>
            <numerusform>%n Sitzungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n Token</numerusform>
            <numerusform>%n Token</numerusform>
        </translation>
    </message>
    <message>
        <source>looked at %1 (%2)</source>
        <translation>angesehen um %1 (%2)</translation>
    </message>
    <message>
        <source>%1: look again</source>
        <translation>%1: noch einmal ansehen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal ansehen</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>wird angesehen …</translation>
    </message>
</context>
<context>
    <name>curfew::PageSwitch</name>
    <message>
        <source>Whom the interrupted action was about was erased from the journal. Look for the person by name: everything is read anew before anything is sent.</source>
        <translation>Um wen es bei dem unterbrochenen Vorgang ging, ist aus dem Journal gelöscht. Nach der Person mit Namen suchen: Alles wird neu gelesen, bevor etwas gesendet wird.</translation>
    </message>
</context>
<context>
    <name>curfew::PasteField</name>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>curfew::PersonAction</name>
    <message numerus="yes">
        <source>%1 of %n step(s) done</source>
        <translation>
            <numerusform>%1 von %n Schritt erledigt</numerusform>
            <numerusform>%1 von %n Schritten erledigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 at %n service(s)</source>
        <translation>
            <numerusform>%1 bei %n Dienst</numerusform>
            <numerusform>%1 bei %n Diensten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>curfew::PersonHead</name>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>Looking for %1…</source>
        <translation>%1 wird gesucht …</translation>
    </message>
    <message>
        <source>Not checked at %1.</source>
        <translation>Nicht geprüft bei %1.</translation>
    </message>
    <message>
        <source>Nothing is known of %1.</source>
        <translation>Über %1 ist nichts bekannt.</translation>
    </message>
    <message>
        <source>Nobody goes by exactly “%1” at %2.</source>
        <translation>Niemand heißt genau „%1“ bei %2.</translation>
    </message>
    <message numerus="yes">
        <source>found at %1 of %n service(s)</source>
        <translation>
            <numerusform>gefunden bei %1 von %n Dienst</numerusform>
            <numerusform>gefunden bei %1 von %n Diensten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, %n session(s).</source>
        <translation>
            <numerusform>%1: %2, %n Sitzung.</numerusform>
            <numerusform>%1: %2, %n Sitzungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Several people go by this name: choose the one who is meant.</source>
        <translation>Mehrere Personen heißen so: Bitte auswählen, wer gemeint ist.</translation>
    </message>
    <message>
        <source>as of %1 (%2)</source>
        <translation>Stand %1 (%2)</translation>
    </message>
    <message>
        <source>%1: ask again</source>
        <translation>%1: noch einmal fragen</translation>
    </message>
    <message>
        <source>Sessions at %1 are not checked.</source>
        <translation>Sitzungen bei %1 sind nicht geprüft.</translation>
    </message>
    <message>
        <source>The accounts have no e-mail address in common and may be several people’s: tick those that are meant.</source>
        <translation>Die Konten haben keine E-Mail-Adresse gemeinsam und gehören evtl. verschiedenen Personen: Bitte ankreuzen, welche gemeint sind.</translation>
    </message>
    <message>
        <source>Not covered: %1 can’t search by name.</source>
        <translation>Nicht erfasst: %1, dort gibt es keine Suche nach Namen.</translation>
    </message>
    <message>
        <source>It has changed who goes by this name: choose again who is meant.</source>
        <translation>Wer so heißt, hat sich geändert: Wählen Sie noch einmal aus, wer gemeint ist.</translation>
    </message>
</context>
<context>
    <name>curfew::PersonPage</name>
    <message>
        <source>Allow sign-in again…</source>
        <translation>Anmeldung wieder erlauben …</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Ctrl+Shift+K</source>
        <translation>Ctrl+Shift+K</translation>
    </message>
    <message>
        <source>The last person’s access is still being ended. Wait for it, or stop it first.</source>
        <translation>Der Zugriff der letzten Person wird noch beendet. Bitte warten, oder das zuerst anhalten.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Who was looked up was forgotten. A running action goes on, and the journal knows how it ends.</source>
        <translation>Wer gesucht wurde, ist vergessen. Ein laufender Vorgang geht weiter, und das Journal weiß, wie er endet.</translation>
    </message>
    <message>
        <source>Nobody is looked up yet</source>
        <translation>Noch niemand gesucht</translation>
    </message>
    <message>
        <source>Type an e-mail address or a user name into the field above. Nothing is ended by looking.</source>
        <translation>Bitte oben eine E-Mail-Adresse oder einen Benutzernamen eingeben. Durch Nachsehen wird nichts beendet.</translation>
    </message>
    <message>
        <source>No service finds people by name</source>
        <translation>Kein Dienst findet Personen über ihren Namen</translation>
    </message>
    <message>
        <source>Add one that does: Keycloak, by name, or the SAP Identity Directory.</source>
        <translation>Bitte einen hinzufügen, der es kann: Keycloak, über den Namen, oder SAP Identity Directory.</translation>
    </message>
    <message>
        <source>Contain %1…</source>
        <translation>Zugriff von %1 sperren …</translation>
    </message>
    <message>
        <source>%1 has to be typed from now on before anything of it is ended.</source>
        <translation>%1 muss von nun an eingegeben werden, bevor davon etwas beendet wird.</translation>
    </message>
    <message>
        <source>An action about this person at %1 was interrupted. Everything is read anew before anything is sent: see what is left to do.</source>
        <translation>Ein Vorgang zu dieser Person bei %1 wurde unterbrochen. Alles wird neu gelesen, bevor etwas gesendet wird: nachsehen, was noch zu tun ist.</translation>
    </message>
    <message>
        <source>Somebody whose access was ended was to be looked at again, and was not. The journal says who: look them up.</source>
        <translation>Bei jemandem, dessen Zugriff beendet wurde, sollte noch einmal nachgesehen werden; das ist nicht geschehen. Bei wem, sagt das Journal: Suchen Sie die Person.</translation>
    </message>
    <message>
        <source>What Curfew saw when it looked again at somebody was forgotten. The journal says who: look them up.</source>
        <translation>Was Curfew beim zweiten Nachsehen fand, wurde vergessen. Bei wem, sagt das Journal: Suchen Sie die Person.</translation>
    </message>
</context>
<context>
    <name>curfew::PersonWords</name>
    <message>
        <source>user name %1</source>
        <translation>Benutzername %1</translation>
    </message>
    <message>
        <source>ID %1</source>
        <translation>ID %1</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Nicht gesagt</translation>
    </message>
    <message>
        <source>The service doesn’t say whether this person may sign in.</source>
        <translation>Der Dienst sagt nicht, ob sich diese Person anmelden darf.</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>This person may sign in.</source>
        <translation>Diese Person darf sich anmelden.</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>This person can’t sign in.</source>
        <translation>Diese Person kann sich nicht anmelden.</translation>
    </message>
    <message>
        <source>Blocked, checked</source>
        <translation>Gesperrt, geprüft</translation>
    </message>
    <message>
        <source>The next sign-in is refused.</source>
        <translation>Die nächste Anmeldung wird abgelehnt.</translation>
    </message>
    <message>
        <source>Blocked, says the service</source>
        <translation>Laut Dienst gesperrt</translation>
    </message>
    <message>
        <source>Was blocked already</source>
        <translation>War schon gesperrt</translation>
    </message>
    <message>
        <source>Nothing had to be changed.</source>
        <translation>Es war nichts zu ändern.</translation>
    </message>
    <message>
        <source>NOT BLOCKED</source>
        <translation>NICHT GESPERRT</translation>
    </message>
    <message>
        <source>The service said “done”, yet this person may sign in.</source>
        <translation>Der Dienst sagte „erledigt“, doch diese Person darf sich anmelden.</translation>
    </message>
    <message>
        <source>Not blocked</source>
        <translation>Nicht gesperrt</translation>
    </message>
    <message>
        <source>No usable answer; assume that this person may sign in.</source>
        <translation>Keine brauchbare Antwort; gehen Sie davon aus, dass sich diese Person anmelden darf.</translation>
    </message>
    <message>
        <source>Allowed, checked</source>
        <translation>Erlaubt, geprüft</translation>
    </message>
    <message>
        <source>This person may sign in again.</source>
        <translation>Diese Person darf sich wieder anmelden.</translation>
    </message>
    <message>
        <source>Allowed, says the service</source>
        <translation>Laut Dienst erlaubt</translation>
    </message>
    <message>
        <source>Was allowed already</source>
        <translation>War schon erlaubt</translation>
    </message>
    <message>
        <source>Still blocked</source>
        <translation>Noch gesperrt</translation>
    </message>
    <message>
        <source>The service said “done”, yet this person can’t sign in.</source>
        <translation>Der Dienst sagte „erledigt“, doch diese Person kann sich nicht anmelden.</translation>
    </message>
    <message>
        <source>Not allowed yet</source>
        <translation>Noch nicht erlaubt</translation>
    </message>
    <message>
        <source>No usable answer.</source>
        <translation>Keine brauchbare Antwort.</translation>
    </message>
    <message>
        <source>Blocking…</source>
        <translation>Wird gesperrt …</translation>
    </message>
    <message>
        <source>Allowing…</source>
        <translation>Wird erlaubt …</translation>
    </message>
    <message>
        <source>Offline session</source>
        <translation>Offline-Sitzung</translation>
    </message>
    <message>
        <source>Browser session</source>
        <translation>Browsersitzung</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Signing out everywhere</source>
        <translation>Überall abmelden</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Einwilligung</translation>
    </message>
    <message>
        <source>Not checked: %1</source>
        <translation>Nicht geprüft: %1</translation>
    </message>
    <message>
        <source>Whether this person has access here is not known.</source>
        <translation>Ob diese Person hier Zugriff hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>the end of a list</comment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>Sees that the sign-in is blocked</source>
        <translation>Sieht nach, ob die Anmeldung gesperrt ist</translation>
    </message>
    <message>
        <source>Blocks the sign-in</source>
        <translation>Sperrt die Anmeldung</translation>
    </message>
    <message numerus="yes">
        <source>Ends %n browser session(s)</source>
        <translation>
            <numerusform>Beendet %n Browsersitzung</numerusform>
            <numerusform>Beendet %n Browsersitzungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Signs out everywhere</source>
        <translation>Meldet überall ab</translation>
    </message>
    <message numerus="yes">
        <source>Ends %n offline session(s)</source>
        <translation>
            <numerusform>Beendet %n Offline-Sitzung</numerusform>
            <numerusform>Beendet %n Offline-Sitzungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Takes back %n consent(s)</source>
        <translation>
            <numerusform>Nimmt %n Einwilligung zurück</numerusform>
            <numerusform>Nimmt %n Einwilligungen zurück</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is done here.</source>
        <translation>Hier geschieht nichts.</translation>
    </message>
    <message>
        <source>STILL GIVEN</source>
        <translation>NOCH ERTEILT</translation>
    </message>
    <message>
        <source>Taken back, checked</source>
        <translation>Zurückgenommen, geprüft</translation>
    </message>
    <message>
        <source>The application has to ask again.</source>
        <translation>Die Anwendung muss erneut fragen.</translation>
    </message>
    <message>
        <source>Which sessions this person has is not known. The sign-in can be blocked all the same.</source>
        <translation>Welche Sitzungen diese Person hat, ist nicht bekannt. Die Anmeldung lässt sich trotzdem sperren.</translation>
    </message>
    <message>
        <source>With the consent end that application’s offline sessions as well</source>
        <translation>Mit der Einwilligung enden auch die Offline-Sitzungen der Anwendung</translation>
    </message>
    <message>
        <source>%1 · last sign-in: %2</source>
        <translation>%1 · zuletzt angemeldet: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what didn&apos;t happen, and why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Taken back, says the service</source>
        <translation>Laut Dienst zurückgenommen</translation>
    </message>
    <message>
        <source>Not taken back</source>
        <translation>Nicht zurückgenommen</translation>
    </message>
    <message>
        <source>No usable answer; assume that it still stands.</source>
        <translation>Keine brauchbare Antwort; gehen Sie davon aus, dass sie noch besteht.</translation>
    </message>
    <message>
        <source>%1: nobody can be looked up by name there</source>
        <translation>%1: Dort lässt sich niemand nach Namen suchen</translation>
    </message>
</context>
<context>
    <name>curfew::PlainLabel</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>curfew::PracticeBanner</name>
    <message>
        <source>Practice: nothing here is real</source>
        <translation>Übung: nichts hier ist echt</translation>
    </message>
</context>
<context>
    <name>curfew::ProtectDialog</name>
    <message>
        <source>Protect an account</source>
        <translation>Ein Konto schützen</translation>
    </message>
    <message>
        <source>Protect %1?</source>
        <translation>%1 schützen?</translation>
    </message>
    <message>
        <source>For service accounts and accounts for emergencies: from now on the user name has to be typed before anything of it is ended, here and on the command line. Take it off the list with “curfew-cli user unprotect”.</source>
        <translation>Für Dienstkonten und Konten für Notfälle: Von nun an muss der Benutzername eingegeben werden, bevor davon etwas beendet wird, hier und auf der Befehlszeile. Von der Liste nimmt es „curfew-cli user unprotect“.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>Schützen</translation>
    </message>
</context>
<context>
    <name>curfew::ProviderPage</name>
    <message>
        <source>Kind of service</source>
        <translation>Art des Dienstes</translation>
    </message>
    <message>
        <source>Your own description was changed: look at it before it is used.</source>
        <translation>Ihre eigene Beschreibung wurde geändert: vor der Nutzung ansehen.</translation>
    </message>
    <message>
        <source>Your own description is new: look at it before it is used.</source>
        <translation>Ihre eigene Beschreibung ist neu: vor der Nutzung ansehen.</translation>
    </message>
    <message>
        <source>This description can’t be used.</source>
        <translation>Diese Beschreibung ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>It names no host of its own: requests go to the address you enter.</source>
        <translation>Sie nennt selbst keinen Rechner: Anfragen gehen an die Adresse, die Sie eingeben.</translation>
    </message>
    <message>
        <source>It names these hosts: %1</source>
        <translation>Sie nennt diese Rechner: %1</translation>
    </message>
    <message>
        <source>File: %1
SHA-256: %2
%3
Use it only if you know where it comes from.</source>
        <translation>Datei: %1
SHA-256: %2
%3
Verwenden Sie sie nur, wenn Sie wissen, woher sie stammt.</translation>
    </message>
    <message>
        <source>Use this description</source>
        <translation>Diese Beschreibung verwenden</translation>
    </message>
</context>
<context>
    <name>curfew::QuestionDialog</name>
    <message>
        <source>Not said</source>
        <translation>Keine Angabe</translation>
    </message>
    <message>
        <source>Called back on a known number</source>
        <translation>Rückruf unter bekannter Nummer</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>Persönlich</translation>
    </message>
    <message>
        <source>Video call with badge</source>
        <translation>Videoanruf mit Ausweis</translation>
    </message>
    <message>
        <source>Confirmed by their manager</source>
        <translation>Von der Führungskraft bestätigt</translation>
    </message>
    <message>
        <source>Not a caller: an alert or an order</source>
        <translation>Kein Anruf: Alarm oder Anweisung</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Caller identified</source>
        <translation>Anrufer erkannt durch</translation>
    </message>
    <message>
        <source>caller identified: %1</source>
        <translation>Anrufer erkannt durch: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>curfew::ReleaseDialog</name>
    <message>
        <source>The journal could not be read: whether Curfew blocked this account is not known.</source>
        <translation>Das Journal war nicht zu lesen: Ob Curfew dieses Konto gesperrt hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Curfew blocked this account; before that the sign-in was allowed.</source>
        <translation>Curfew hat dieses Konto gesperrt; davor war die Anmeldung erlaubt.</translation>
    </message>
    <message>
        <source>This account was blocked before Curfew came. Tick it only if you know why.</source>
        <translation>Dieses Konto war schon gesperrt, bevor Curfew kam. Nur ankreuzen, wenn Sie wissen, warum.</translation>
    </message>
    <message>
        <source>Curfew didn’t block this account. Tick it only if you know who did, and why.</source>
        <translation>Curfew hat dieses Konto nicht gesperrt. Nur ankreuzen, wenn Sie wissen, wer es war und warum.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Allow %1 to sign in again?</source>
        <translation>Darf sich %1 wieder anmelden?</translation>
    </message>
    <message>
        <source>Allow the sign-in here</source>
        <translation>Anmeldung hier erlauben</translation>
    </message>
    <message>
        <source>Allow the sign-in at %1</source>
        <translation>Anmeldung bei %1 erlauben</translation>
    </message>
    <message>
        <source>Allow it once the password was changed and the person’s devices are theirs again: whoever had the old password gets in otherwise.</source>
        <translation>Erst erlauben, wenn das Passwort geändert ist und die Geräte wieder der Person gehören: Sonst kommt hinein, wer das alte Passwort hatte.</translation>
    </message>
    <message>
        <source>Allow sign-in</source>
        <translation>Anmeldung erlauben</translation>
    </message>
    <message>
        <source>Not checked: %1. Nothing is done there.</source>
        <translation>Nicht geprüft: %1. Dort geschieht nichts.</translation>
    </message>
</context>
<context>
    <name>curfew::RemoveDialog</name>
    <message>
        <source>Remove service</source>
        <translation>Dienst entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove this service from Curfew?</source>
        <translation>Diesen Dienst aus Curfew entfernen?</translation>
    </message>
    <message>
        <source>Its settings and stored secrets are deleted from this computer. At the service itself nothing changes, and the journal keeps what was done. No access is ended.</source>
        <translation>Seine Einstellungen und gespeicherten Geheimnisse werden auf diesem Rechner gelöscht. Beim Dienst selbst ändert sich nichts, und das Journal behält, was getan wurde. Es wird kein Zugriff beendet.</translation>
    </message>
</context>
<context>
    <name>curfew::ReportDialog</name>
    <message>
        <source>Save the report</source>
        <translation>Nachweis speichern</translation>
    </message>
    <message>
        <source>Save the report for %1</source>
        <translation>Nachweis für %1 speichern</translation>
    </message>
</context>
<context>
    <name>curfew::RequestDialog</name>
    <message>
        <source>Ask the administrator</source>
        <translation>Administration fragen</translation>
    </message>
    <message>
        <source>Request to the administrator</source>
        <translation>Anfrage an die Administration</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>A request to your administrator</source>
        <translation>Eine Anfrage an Ihre Administration</translation>
    </message>
</context>
<context>
    <name>curfew::ResultSummary</name>
    <message>
        <source>Session %1</source>
        <translation>Sitzung %1</translation>
    </message>
    <message>
        <source>Token %1</source>
        <translation>Token %1</translation>
    </message>
    <message numerus="yes">
        <source>All %n session(s)</source>
        <translation>
            <numerusform>Die Sitzung</numerusform>
            <numerusform>Alle %n Sitzungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n token(s)</source>
        <translation>
            <numerusform>Das Token</numerusform>
            <numerusform>Alle %n Token</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was ended.</source>
        <translation>Nichts wurde beendet.</translation>
    </message>
    <message>
        <source>Not yet: %1 ended, %2 not tried.</source>
        <translation>Noch nicht: %1 beendet, %2 nicht versucht.</translation>
    </message>
    <message numerus="yes">
        <source>Not yet: %n session(s) may still work.</source>
        <translation>
            <numerusform>Noch nicht: %n Sitzung gilt evtl. noch.</numerusform>
            <numerusform>Noch nicht: %n Sitzungen gelten evtl. noch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not yet: %n token(s) may still work.</source>
        <translation>
            <numerusform>Noch nicht: %n Token gilt evtl. noch.</numerusform>
            <numerusform>Noch nicht: %n Token gelten evtl. noch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not yet: %n session(s) still work.</source>
        <translation>
            <numerusform>Noch nicht: %n Sitzung gilt noch.</numerusform>
            <numerusform>Noch nicht: %n Sitzungen gelten noch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not yet: %n token(s) still work.</source>
        <translation>
            <numerusform>Noch nicht: %n Token gilt noch.</numerusform>
            <numerusform>Noch nicht: %n Token gelten noch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more may.</source>
        <translation>
            <numerusform>%n weitere evtl. auch.</numerusform>
            <numerusform>%n weitere evtl. auch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the %n session(s) was active here.</source>
        <translation>
            <numerusform>Die Sitzung war hier nicht aktiv.</numerusform>
            <numerusform>Keine der %n Sitzungen war hier aktiv.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the %n token(s) was active here.</source>
        <translation>
            <numerusform>Das Token war hier nicht aktiv.</numerusform>
            <numerusform>Keines der %n Token war hier aktiv.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) ended, says the service; Curfew can’t check it.</source>
        <translation>
            <numerusform>Laut Dienst %n Sitzung beendet; Curfew kann es nicht prüfen.</numerusform>
            <numerusform>Laut Dienst %n Sitzungen beendet; Curfew kann es nicht prüfen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) ended, says the service; Curfew can’t check it.</source>
        <translation>
            <numerusform>Laut Dienst %n Token beendet; Curfew kann es nicht prüfen.</numerusform>
            <numerusform>Laut Dienst %n Token beendet; Curfew kann es nicht prüfen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ended; %2 can’t be checked.</source>
        <translation>%1 beendet; %2 nicht prüfbar.</translation>
    </message>
    <message>
        <source>%1 ended and checked.</source>
        <translation>%1 beendet und geprüft.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>until %1, at applications that check tokens themselves</source>
        <translation>bis %1 bei Anwendungen, die Token selbst prüfen</translation>
    </message>
    <message>
        <source>The password</source>
        <translation>Das Passwort</translation>
    </message>
    <message>
        <source>MFA devices and app passwords</source>
        <translation>MFA-Geräte und App-Passwörter</translation>
    </message>
    <message>
        <source>Mail rules and forwarding</source>
        <translation>Mailregeln und Weiterleitungen</translation>
    </message>
    <message>
        <source>The browser’s own sign-in at %1</source>
        <translation>Die Anmeldung des Browsers selbst bei %1</translation>
    </message>
    <message>
        <source>Other services of this person</source>
        <translation>Andere Dienste dieser Person</translation>
    </message>
    <message numerus="yes">
        <source>We are not done: %n session(s) at %1 may still be open.</source>
        <translation>
            <numerusform>Wir sind nicht fertig: %n Sitzung bei %1 ist evtl. noch offen.</numerusform>
            <numerusform>Wir sind nicht fertig: %n Sitzungen bei %1 sind evtl. noch offen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>We are not done: %n token(s) of %1 may still work.</source>
        <translation>
            <numerusform>Wir sind nicht fertig: %n Token von %1 gilt evtl. noch.</numerusform>
            <numerusform>Wir sind nicht fertig: %n Token von %1 gelten evtl. noch.</numerusform>
        </translation>
    </message>
    <message>
        <source>Treat the account as not safe until I tell you otherwise, and change your password.</source>
        <translation>Betrachten Sie das Konto als nicht sicher, bis ich mich melde, und ändern Sie Ihr Passwort.</translation>
    </message>
    <message>
        <source>What you gave me is not active at %1.</source>
        <translation>Was Sie mir gegeben haben, ist bei %1 nicht aktiv.</translation>
    </message>
    <message>
        <source>%1 says that your access is ended, but I can’t check all of it.</source>
        <translation>Laut %1 ist Ihr Zugriff beendet, aber ich kann nicht alles davon prüfen.</translation>
    </message>
    <message>
        <source>Applications that check tokens themselves may accept what was ended until %1.</source>
        <translation>Anwendungen, die Token selbst prüfen, nehmen Beendetes evtl. noch bis %1 an.</translation>
    </message>
    <message numerus="yes">
        <source>Only some tokens were ended: %n session(s) are still open.</source>
        <translation>
            <numerusform>Nur einzelne Token wurden beendet: %n Sitzung ist noch offen.</numerusform>
            <numerusform>Nur einzelne Token wurden beendet: %n Sitzungen sind noch offen.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was picked was not active here</source>
        <translation>Das Ausgewählte war hier nicht aktiv</translation>
    </message>
    <message>
        <source>%1 of %2 sessions ended, but not all of it can be checked</source>
        <translation>%1 von %2 Sitzungen beendet, aber nicht alles ist prüfbar</translation>
    </message>
    <message>
        <source>%1 of %2 tokens ended, but not all of it can be checked</source>
        <translation>%1 von %2 Token beendet, aber nicht alles ist prüfbar</translation>
    </message>
    <message>
        <source>%1 of %2 sessions ended and checked</source>
        <translation>%1 von %2 Sitzungen beendet und geprüft</translation>
    </message>
    <message>
        <source>%1 of %2 tokens ended and checked</source>
        <translation>%1 von %2 Token beendet und geprüft</translation>
    </message>
    <message numerus="yes">
        <source>%1; %n other(s) were not ended.</source>
        <translation>
            <numerusform>%1; %n weitere wurde nicht beendet.</numerusform>
            <numerusform>%1; %n weitere wurden nicht beendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) were not to be ended.</source>
        <translation>
            <numerusform>%n weitere sollte nicht beendet werden.</numerusform>
            <numerusform>%n weitere sollten nicht beendet werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>still open: it was not picked</source>
        <translation>noch offen: nicht ausgewählt</translation>
    </message>
    <message numerus="yes">
        <source>Only a part of your access at %1 is ended: %n other session(s) of yours are still open.</source>
        <translation>
            <numerusform>Nur ein Teil Ihres Zugriffs bei %1 ist beendet: %n weitere Sitzung von Ihnen ist noch offen.</numerusform>
            <numerusform>Nur ein Teil Ihres Zugriffs bei %1 ist beendet: %n weitere Sitzungen von Ihnen sind noch offen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The sessions listed at %1 are ended and checked.</source>
        <translation>Die bei %1 gelisteten Sitzungen sind beendet, und das ist geprüft.</translation>
    </message>
    <message>
        <source>What you gave me is ended at %1, and that is checked.</source>
        <translation>Was Sie mir gegeben haben, ist bei %1 beendet, und das ist geprüft.</translation>
    </message>
    <message>
        <source>Whoever uses one of them still gets in, and so does whoever knows your password: change it now.</source>
        <translation>Wer eine davon nutzt, kommt weiter hinein, und wer Ihr Passwort kennt, auch: Ändern Sie es jetzt.</translation>
    </message>
    <message>
        <source>Some applications may accept the old access until %1, and a browser that is signed in there may get in again without a password: change your password now and sign out in every browser.</source>
        <translation>Manche Anwendungen nehmen den alten Zugriff evtl. noch bis %1 an, und ein dort angemeldeter Browser kommt evtl. ohne Passwort wieder hinein: Ändern Sie jetzt Ihr Passwort und melden Sie sich in jedem Browser ab.</translation>
    </message>
    <message>
        <source>A browser that is signed in there may still get in without a password, and so does whoever knows yours: change your password now and sign out in every browser.</source>
        <translation>Ein dort angemeldeter Browser kommt evtl. noch ohne Passwort hinein, und wer Ihres kennt, auch: Ändern Sie jetzt Ihr Passwort und melden Sie sich in jedem Browser ab.</translation>
    </message>
</context>
<context>
    <name>curfew::ResultsPanel</name>
    <message>
        <source>Retry…</source>
        <translation>Erneut versuchen …</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Nachweis …</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Close the result</source>
        <translation>Ergebnis schließen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer Eintrag</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Nichts.</translation>
    </message>
    <message>
        <source>May still work, and until when</source>
        <translation>Gilt evtl. noch, und bis wann</translation>
    </message>
    <message>
        <source>Nothing of what was to be ended, as far as the service says.</source>
        <translation>Laut Dienst nichts von dem, was beendet werden sollte.</translation>
    </message>
    <message>
        <source>Not covered</source>
        <translation>Nicht erfasst</translation>
    </message>
    <message>
        <source>What to tell the caller</source>
        <translation>Was Sie dem Anrufer sagen können</translation>
    </message>
    <message>
        <source>Copy for the caller</source>
        <translation>Für den Anrufer kopieren</translation>
    </message>
</context>
<context>
    <name>curfew::SecretField</name>
    <message>
        <source>A secret is stored.</source>
        <translation>Ein Geheimnis ist gespeichert.</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>Keep the stored one</source>
        <translation>Gespeichertes behalten</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Ersetzen …</translation>
    </message>
</context>
<context>
    <name>curfew::ServiceListModel</name>
    <message>
        <source>working…</source>
        <translation>arbeitet …</translation>
    </message>
</context>
<context>
    <name>curfew::ServicePanel</name>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Add service</source>
        <translation>Dienst hinzufügen</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
</context>
<context>
    <name>curfew::ServiceSection</name>
    <message>
        <source>This account is meant</source>
        <translation>Dieses Konto ist gemeint</translation>
    </message>
    <message>
        <source>The account at %1 is meant</source>
        <translation>Das Konto bei %1 ist gemeint</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt …</translation>
    </message>
    <message>
        <source>None of the people who go by this name here is meant.</source>
        <translation>Keine der Personen, die hier so heißen, ist gemeint.</translation>
    </message>
    <message>
        <source>Nobody goes by exactly this name here.</source>
        <translation>Niemand heißt hier genau so.</translation>
    </message>
    <message>
        <source>Credential…</source>
        <translation>Zugangsdaten …</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Entsperren …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message numerus="yes">
        <source>%n people go by this name here. Which one is meant?</source>
        <translation>
            <numerusform>%n Person heißt hier so. Wer ist gemeint?</numerusform>
            <numerusform>%n Personen heißen hier so. Wer ist gemeint?</numerusform>
        </translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Diese</translation>
    </message>
    <message>
        <source>This one: %1</source>
        <translation>Diese: %1</translation>
    </message>
    <message>
        <source>%1 · sign-in: %2 · last sign-in: %3</source>
        <translation>%1 · Anmeldung: %2 · zuletzt angemeldet: %3</translation>
    </message>
    <message numerus="yes">
        <source>and %n more: look for an e-mail address instead.</source>
        <translation>
            <numerusform>und %n weitere: Bitte stattdessen eine E-Mail-Adresse suchen.</numerusform>
            <numerusform>und %n weitere: Bitte stattdessen eine E-Mail-Adresse suchen.</numerusform>
        </translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>Keine davon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>Zuletzt angemeldet</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Access at %1</source>
        <translation>Zugriff bei %1</translation>
    </message>
    <message>
        <source>Sessions can’t be seen here without a token of this person.</source>
        <translation>Sitzungen sind hier ohne ein Token dieser Person nicht zu sehen.</translation>
    </message>
    <message>
        <source>Use a token at %1…</source>
        <translation>Token bei %1 verwenden …</translation>
    </message>
    <message>
        <source>It lists no sessions. Sessions that applications keep themselves don’t appear.</source>
        <translation>Er listet keine Sitzungen. Sitzungen, die Anwendungen selbst führen, erscheinen nicht.</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>It has changed who goes by this name here. Who is meant now?</source>
        <translation>Wer hier so heißt, hat sich geändert. Wer ist jetzt gemeint?</translation>
    </message>
</context>
<context>
    <name>curfew::ServiceState</name>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>needs a credential</source>
        <translation>Zugangsdaten fehlen</translation>
    </message>
    <message>
        <source>locked until %1</source>
        <translation>gesperrt bis %1</translation>
    </message>
    <message>
        <source>stopped: secret was refused</source>
        <translation>angehalten: Geheimnis abgelehnt</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>its description is missing</source>
        <translation>Beschreibung fehlt</translation>
    </message>
    <message>
        <source>client was refused</source>
        <translation>Client wurde abgelehnt</translation>
    </message>
</context>
<context>
    <name>curfew::SessionAction</name>
    <message>
        <source>stopping; waiting for what was sent</source>
        <translation>wird gestoppt; Gesendetes wird abgewartet</translation>
    </message>
    <message>
        <source>%1: %2 of %3 ended and checked</source>
        <translation>%1: %2 von %3 beendet und geprüft</translation>
    </message>
    <message numerus="yes">
        <source>%n ended, says the service</source>
        <translation>
            <numerusform>%n laut Dienst beendet</numerusform>
            <numerusform>%n laut Dienst beendet</numerusform>
        </translation>
    </message>
    <message>
        <source>as fast as %1 allows</source>
        <translation>so schnell, wie %1 es zulässt</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
</context>
<context>
    <name>curfew::SessionBrowser</name>
    <message>
        <source>◆ differs from the rest</source>
        <translation>◆ weicht vom Rest ab</translation>
    </message>
    <message>
        <source>⚑ the token you gave</source>
        <translation>⚑ das Token, das Sie gegeben haben</translation>
    </message>
    <message numerus="yes">
        <source>%n rows are selected</source>
        <translation>
            <numerusform>%n Zeile ausgewählt</numerusform>
            <numerusform>%n Zeilen ausgewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>curfew::SessionDetails</name>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>What this ends</source>
        <translation>Was damit endet</translation>
    </message>
    <message>
        <source>What this doesn’t end</source>
        <translation>Was damit nicht endet</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>no usable token</source>
        <translation>kein brauchbares Token</translation>
    </message>
    <message>
        <source>JWT</source>
        <translation>JWT</translation>
    </message>
    <message>
        <source>opaque</source>
        <translation>undurchsichtig</translation>
    </message>
    <message>
        <source>expires %1</source>
        <translation>läuft ab %1</translation>
    </message>
    <message>
        <source>expired %1</source>
        <translation>abgelaufen %1</translation>
    </message>
    <message>
        <source>Copy fingerprint</source>
        <translation>Fingerabdruck kopieren</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Token %1</source>
        <translation>Token %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>Browserkennung</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP-Adresse</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Last expiry</source>
        <translation>Spätester Ablauf</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihr Token</translation>
    </message>
    <message>
        <source>The session of the token that you gave; it is ended last.</source>
        <translation>Die Sitzung des Tokens, das Sie gegeben haben; sie endet zuletzt.</translation>
    </message>
    <message>
        <source>application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Weicht ab</translation>
    </message>
    <message>
        <source>Grouping</source>
        <translation>Gruppiert</translation>
    </message>
    <message>
        <source>by the session id in its tokens</source>
        <translation>nach der Sitzungskennung in den Token</translation>
    </message>
    <message>
        <source>inferred: same client, address and device. It may be more than one session.</source>
        <translation>abgeleitet: gleicher Client, gleiche Adresse, gleiches Gerät. Es können mehrere Sitzungen sein.</translation>
    </message>
    <message>
        <source>Tokens (%1)</source>
        <translation>Token (%1)</translation>
    </message>
    <message>
        <source>Claims (not checked)</source>
        <translation>Angaben im Token (nicht geprüft)</translation>
    </message>
    <message>
        <source>Raw answer (tokens masked)</source>
        <translation>Rohantwort (Token unkenntlich)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a fact</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>curfew::SessionTable</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP-Adresse</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Last expiry</source>
        <translation>Spätester Ablauf</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>no usable token</source>
        <translation>kein brauchbares Token</translation>
    </message>
    <message>
        <source>JWT</source>
        <translation>JWT</translation>
    </message>
    <message>
        <source>opaque</source>
        <translation>undurchsichtig</translation>
    </message>
    <message>
        <source>The session of the token that you gave.</source>
        <translation>Die Sitzung des Tokens, das Sie gegeben haben.</translation>
    </message>
    <message>
        <source>New since you looked.</source>
        <translation>Neu, seit Sie nachgesehen haben.</translation>
    </message>
    <message>
        <source>%1: differs from the rest, seen in this session only</source>
        <translation>%1: weicht ab, nur in dieser Sitzung gesehen</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
</context>
<context>
    <name>curfew::SessionsPage</name>
    <message>
        <source>Nobody is looked up yet</source>
        <translation>Noch niemand nachgesehen</translation>
    </message>
    <message>
        <source>Paste a token of the person into the field above, then list their sessions at %1. Nothing is ended by looking.</source>
        <translation>Fügen Sie oben ein Token dieser Person ein und listen Sie dann ihre Sitzungen bei %1. Nachsehen beendet nichts.</translation>
    </message>
    <message>
        <source>This service can’t list sessions; Curfew can end the token you paste into the field above.</source>
        <translation>Dieser Dienst kann keine Sitzungen listen; Curfew kann das Token beenden, das Sie oben einfügen.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>Nothing is ended by looking.</source>
        <translation>Nachsehen beendet nichts.</translation>
    </message>
    <message>
        <source>No sessions listed</source>
        <translation>Keine Sitzungen gelistet</translation>
    </message>
    <message>
        <source>this person</source>
        <translation>diese Person</translation>
    </message>
    <message>
        <source>The service lists no sessions for %1. Applications without tokens here, and open browser sign-ins, don’t appear.</source>
        <translation>Der Dienst listet keine Sitzungen für %1. Anwendungen ohne Token hier und offene Browser-Anmeldungen erscheinen nicht.</translation>
    </message>
    <message>
        <source>Your filter hides everything</source>
        <translation>Ihr Filter verbirgt alles</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) don’t match it.</source>
        <translation>
            <numerusform>%n Zeile passt nicht dazu.</numerusform>
            <numerusform>%n Zeilen passen nicht dazu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>What was listed, and the token, were wiped from memory. A running action goes on.</source>
        <translation>Liste und Token wurden aus dem Speicher gelöscht. Ein laufender Vorgang geht weiter.</translation>
    </message>
    <message>
        <source>This token can no longer be used to look</source>
        <translation>Mit diesem Token lässt sich nicht mehr nachsehen</translation>
    </message>
    <message>
        <source>The service doesn’t accept it any more, so nothing is known of the person’s other sessions: they may still be open. Get another token of this person, or block the account by name.</source>
        <translation>Der Dienst nimmt es nicht mehr an; über weitere Sitzungen ist deshalb nichts bekannt: Sie sind evtl. noch offen. Besorgen Sie ein anderes Token dieser Person, oder sperren Sie das Konto nach Namen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Entsperren …</translation>
    </message>
    <message>
        <source>Credential…</source>
        <translation>Zugangsdaten …</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Ersetzen …</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>eine Person</translation>
    </message>
    <message>
        <source>The action for %1 of %2 was interrupted.</source>
        <translation>Der Vorgang für %1 vom %2 wurde unterbrochen.</translation>
    </message>
    <message>
        <source>Give a token of this person above and look it up; you are asked before anything is sent.</source>
        <translation>Geben Sie oben ein Token dieser Person ein und sehen Sie nach; bevor etwas gesendet wird, werden Sie gefragt.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>Erneut senden …</translation>
    </message>
</context>
<context>
    <name>curfew::StateStyle</name>
    <message>
        <source>Not active here</source>
        <translation>Hier nicht aktiv</translation>
    </message>
    <message>
        <source>It was not active at this service.</source>
        <translation>Es war bei diesem Dienst nicht aktiv.</translation>
    </message>
    <message>
        <source>Other systems may have accepted it until %1.</source>
        <translation>Andere Systeme haben es evtl. bis %1 angenommen.</translation>
    </message>
    <message>
        <source>Other systems may accept it until %1.</source>
        <translation>Andere Systeme nehmen es evtl. noch bis %1 an.</translation>
    </message>
    <message>
        <source>Ended, checked</source>
        <translation>Beendet, geprüft</translation>
    </message>
    <message>
        <source>Worked before, no longer works.</source>
        <translation>Galt vorher, gilt nicht mehr.</translation>
    </message>
    <message>
        <source>Ended, says the service</source>
        <translation>Laut Dienst beendet</translation>
    </message>
    <message>
        <source>Curfew can’t check it.</source>
        <translation>Curfew kann es nicht prüfen.</translation>
    </message>
    <message>
        <source>STILL WORKS</source>
        <translation>GILT NOCH</translation>
    </message>
    <message>
        <source>The service said “done”, yet it works.</source>
        <translation>Der Dienst sagte „erledigt“, doch es gilt noch.</translation>
    </message>
    <message>
        <source>Service said no</source>
        <translation>Vom Dienst abgelehnt</translation>
    </message>
    <message>
        <source>Not ended.</source>
        <translation>Nicht beendet.</translation>
    </message>
    <message>
        <source>Not ended: %1</source>
        <translation>Nicht beendet: %1</translation>
    </message>
    <message>
        <source>Not ended</source>
        <translation>Nicht beendet</translation>
    </message>
    <message>
        <source>No usable answer; assume it still works.</source>
        <translation>Keine brauchbare Antwort; gehen Sie davon aus, dass es noch gilt.</translation>
    </message>
    <message>
        <source>Unclear, check now</source>
        <translation>Unklar, jetzt prüfen</translation>
    </message>
    <message>
        <source>Sent, but the answer was lost.</source>
        <translation>Gesendet, aber die Antwort ging verloren.</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>Nicht versucht</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Ending…</source>
        <translation>Wird beendet …</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Not tried yet</source>
        <translation>Noch nicht versucht</translation>
    </message>
    <message>
        <source>Nothing was sent for it.</source>
        <translation>Dafür wurde nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>curfew::TimeWords</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>a duration</comment>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>a duration</comment>
        <translation>vor %1</translation>
    </message>
</context>
<context>
    <name>curfew::TokenChip</name>
    <message>
        <source>Remove the token</source>
        <translation>Token entfernen</translation>
    </message>
    <message>
        <source>Remove the token and wipe it from memory</source>
        <translation>Token entfernen und aus dem Speicher löschen</translation>
    </message>
    <message>
        <source>JWT access token</source>
        <translation>JWT-Zugriffstoken</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>JWT refresh token</source>
        <translation>JWT-Aktualisierungstoken</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>Aktualisierungstoken</translation>
    </message>
    <message>
        <source>ID token</source>
        <translation>ID-Token</translation>
    </message>
    <message>
        <source>JWT</source>
        <translation>JWT</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>%1 (according to the token, not checked)</source>
        <translation>%1 (laut Token, nicht geprüft)</translation>
    </message>
    <message>
        <source>says no name</source>
        <translation>nennt keinen Namen</translation>
    </message>
    <message>
        <source>expires %1</source>
        <translation>läuft ab %1</translation>
    </message>
    <message>
        <source>expired %1</source>
        <translation>abgelaufen %1</translation>
    </message>
</context>
<context>
    <name>curfew::TokenHelpDialog</name>
    <message>
        <source>Where do I get a token?</source>
        <translation>Woher bekomme ich ein Token?</translation>
    </message>
    <message>
        <source>A token is what an application holds while somebody is signed in. One token of the person is enough: with it the service tells Curfew where else they are signed in.</source>
        <translation>Ein Token ist das, was eine Anwendung in der Hand hat, solange jemand angemeldet ist. Ein Token dieser Person genügt: Damit sagt der Dienst, wo sie sonst noch angemeldet ist.</translation>
    </message>
    <message>
        <source>From the person’s computer</source>
        <translation>Vom Rechner der Person</translation>
    </message>
    <message>
        <source>Ask them to save a HAR file: in Chrome or Edge press F12, open Network, reload the application’s page, then “Export HAR (with sensitive data)”. Drop the file onto Curfew. Have it sent by a channel you trust, and deleted afterwards: it holds live tokens.</source>
        <translation>Lassen Sie eine HAR-Datei speichern: in Chrome oder Edge F12 drücken, „Netzwerk“ öffnen, die Seite der Anwendung neu laden, dann „HAR exportieren (mit vertraulichen Daten)“. Legen Sie die Datei auf Curfew ab. Lassen Sie sie über einen vertrauenswürdigen Weg schicken und danach löschen: Sie enthält gültige Token.</translation>
    </message>
    <message>
        <source>From the application’s owner</source>
        <translation>Von den Betreibern der Anwendung</translation>
    </message>
    <message>
        <source>A log line or gateway trace with “Authorization: Bearer …” of this person, or an entry of the application’s token store.</source>
        <translation>Eine Logzeile oder ein Gateway-Mitschnitt mit „Authorization: Bearer …“ dieser Person, oder ein Eintrag aus dem Token-Speicher der Anwendung.</translation>
    </message>
    <message>
        <source>Without any token</source>
        <translation>Ganz ohne Token</translation>
    </message>
    <message>
        <source>Have the account blocked by name at the service, in its administration console. That stops new sign-ins; sessions that are open may go on until they end.</source>
        <translation>Lassen Sie das Konto beim Dienst nach Namen sperren, in dessen Administrationskonsole. Das verhindert neue Anmeldungen; offene Sitzungen laufen evtl. weiter, bis sie enden.</translation>
    </message>
    <message>
        <source>The person can look too</source>
        <translation>Die Person kann auch selbst nachsehen</translation>
    </message>
    <message>
        <source>In their SAP profile page, under “Sessions and Tokens”, people see and end their own sessions.</source>
        <translation>Auf ihrer SAP-Profilseite sehen und beenden Personen ihre Sitzungen selbst, unter „Sessions and Tokens“.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>curfew::TokenIntake</name>
    <message>
        <source>Reading what was pasted…</source>
        <translation>Das Eingefügte wird gelesen …</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Datei wird gelesen …</translation>
    </message>
    <message>
        <source>The file still holds what was found in it: delete it when you are done.</source>
        <translation>Die Datei enthält weiter, was darin gefunden wurde: Löschen Sie sie, wenn Sie fertig sind.</translation>
    </message>
    <message>
        <source>The file can’t be read: %1</source>
        <translation>Die Datei ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>That is more than 64 MiB; nothing was read. Take a shorter recording.</source>
        <translation>Das sind mehr als 64 MiB; nichts wurde gelesen. Nehmen Sie eine kürzere Aufzeichnung.</translation>
    </message>
    <message>
        <source>This HAR was sanitised: the browser took all tokens out. Record it again and choose “with sensitive data”.</source>
        <translation>Diese HAR-Datei wurde bereinigt: Der Browser hat alle Token entfernt. Neu aufzeichnen und „mit vertraulichen Daten“ wählen.</translation>
    </message>
    <message>
        <source>No token was found in this HAR.</source>
        <translation>In dieser HAR-Datei wurde kein Token gefunden.</translation>
    </message>
    <message>
        <source>No service here can search by name. A token of the person is needed.</source>
        <translation>Kein Dienst hier kann nach Namen suchen. Ein Token dieser Person wird gebraucht.</translation>
    </message>
    <message>
        <source>No token was found in that.</source>
        <translation>Darin wurde kein Token gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>It also contains %n password(s): have them changed.</source>
        <translation>
            <numerusform>Es enthält auch %n Passwort: ändern lassen.</numerusform>
            <numerusform>Es enthält auch %n Passwörter: ändern lassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Several of your services have the address that the token names: choose one on the left.</source>
        <translation>Mehrere Ihrer Dienste haben die Adresse, die das Token nennt: Wählen Sie links einen aus.</translation>
    </message>
    <message>
        <source>This token belongs to %1, and you are looking at %2.</source>
        <translation>Dieses Token gehört zu %1, und Sie sehen gerade %2.</translation>
    </message>
    <message>
        <source>%1 was chosen, because the token names it.</source>
        <translation>%1 wurde gewählt, weil das Token ihn nennt.</translation>
    </message>
    <message>
        <source>The token names %1, which is not among your services. %2 would get a token that isn’t its own.</source>
        <translation>Das Token nennt %1; das ist keiner Ihrer Dienste. %2 bekäme ein Token, das ihm nicht gehört.</translation>
    </message>
    <message>
        <source>This is neither a token nor plainly a name, so it was not sent anywhere. Type an e-mail address or a user name.</source>
        <translation>Das ist weder ein Token noch eindeutig ein Name und wurde nirgendwohin gesendet. Bitte eine E-Mail-Adresse oder einen Benutzernamen eingeben.</translation>
    </message>
    <message>
        <source>%1 finds people by name and takes no tokens: choose the token’s service on the left.</source>
        <translation>%1 findet Personen über ihren Namen und nimmt keine Token an: Bitte links den Dienst des Tokens wählen.</translation>
    </message>
</context>
<context>
    <name>curfew::TokenState</name>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>The service doesn’t say whether it still works.</source>
        <translation>Der Dienst sagt nicht, ob es noch gilt.</translation>
    </message>
</context>
<context>
    <name>curfew::WindowActions</name>
    <message>
        <source>&amp;New service…</source>
        <translation>&amp;Neuer Dienst …</translation>
    </message>
    <message>
        <source>&amp;Export journal…</source>
        <translation>Journal &amp;exportieren …</translation>
    </message>
    <message>
        <source>&amp;Verify journal</source>
        <translation>Journal über&amp;prüfen</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>Jetzt &amp;sperren</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Look up a person</source>
        <translation>Person &amp;nachsehen</translation>
    </message>
    <message>
        <source>&amp;Forget the token</source>
        <translation>Token &amp;vergessen</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtern</translation>
    </message>
    <message>
        <source>List &amp;again</source>
        <translation>&amp;Erneut listen</translation>
    </message>
    <message>
        <source>&amp;End selected session…</source>
        <translation>&amp;Ausgewählte Sitzung beenden …</translation>
    </message>
    <message>
        <source>&amp;Revoke tokens…</source>
        <translation>&amp;Token beenden …</translation>
    </message>
    <message>
        <source>End a&amp;ll sessions…</source>
        <translation>A&amp;lle Sitzungen beenden …</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stoppen</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Check connection…</source>
        <translation>&amp;Verbindung prüfen …</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen …</translation>
    </message>
    <message>
        <source>&amp;Sessions</source>
        <translation>&amp;Sitzungen</translation>
    </message>
    <message>
        <source>&amp;Journal</source>
        <translation>&amp;Journal</translation>
    </message>
    <message>
        <source>Ne&amp;xt page</source>
        <translation>&amp;Nächste Seite</translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation>&amp;Vorige Seite</translation>
    </message>
    <message>
        <source>Show &amp;tokens</source>
        <translation>&amp;Token zeigen</translation>
    </message>
    <message>
        <source>&amp;Where do I get a token?</source>
        <translation>&amp;Woher bekomme ich ein Token?</translation>
    </message>
    <message>
        <source>&amp;Take the caller’s token</source>
        <translation>&amp;Token des Anrufers nehmen</translation>
    </message>
    <message>
        <source>&amp;Practise…</source>
        <translation>&amp;Üben …</translation>
    </message>
    <message>
        <source>&amp;About Curfew</source>
        <translation>&amp;Über Curfew</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Se&amp;rvice</source>
        <translation>Diens&amp;t</translation>
    </message>
    <message>
        <source>&amp;Paste a token</source>
        <translation>Token &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Contain…</source>
        <translation>&amp;Zugriff sperren …</translation>
    </message>
    <message>
        <source>&amp;Allow sign-in again…</source>
        <translation>&amp;Anmeldung wieder erlauben …</translation>
    </message>
    <message>
        <source>&amp;Protect this account…</source>
        <translation>Dieses Konto &amp;schützen …</translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation>&amp;Person</translation>
    </message>
</context>
</TS>
