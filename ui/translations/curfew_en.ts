<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>curfew::ActionBar</name>
    <message numerus="yes">
        <source>End %n sessions…</source>
        <translation>
            <numerusform>End %n session…</numerusform>
            <numerusform>End %n sessions…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End %n tokens…</source>
        <translation>
            <numerusform>End %n token…</numerusform>
            <numerusform>End %n tokens…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End all %n session(s)…</source>
        <translation>
            <numerusform>End session…</numerusform>
            <numerusform>End all %n sessions…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End all %n token(s)…</source>
        <translation>
            <numerusform>End token…</numerusform>
            <numerusform>End all %n tokens…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>curfew::CertificateField</name>
    <message numerus="yes">
        <source>It ends in %n day(s), on %1: renew it in time.</source>
        <translation>
            <numerusform>It ends in %n day, on %1: renew it in time.</numerusform>
            <numerusform>It ends in %n days, on %1: renew it in time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>curfew::ConfirmDialog</name>
    <message numerus="yes">
        <source>End this token?</source>
        <translation>
            <numerusform>End this token?</numerusform>
            <numerusform>End these %n tokens?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more session(s) since you looked, included here.</source>
        <translation>
            <numerusform>%n more session since you looked, included here.</numerusform>
            <numerusform>%n more sessions since you looked, included here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden by your filter are included.</source>
        <translation>
            <numerusform>%n hidden by your filter is included.</numerusform>
            <numerusform>%n hidden by your filter are included.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the tokens can’t be sent and will be listed as not tried.</source>
        <translation>
            <numerusform>%n of the tokens can’t be sent and will be listed as not tried.</numerusform>
            <numerusform>%n of the tokens can’t be sent and will be listed as not tried.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End %n session(s)</source>
        <translation>
            <numerusform>End %n session</numerusform>
            <numerusform>End %n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End %n token(s)</source>
        <translation>
            <numerusform>End %n token</numerusform>
            <numerusform>End %n tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Carries on an interrupted action: %n token(s) are looked at first or sent; the rest stays as it is.</source>
        <translation>
            <numerusform>Carries on an interrupted action: %n token is looked at first or sent; the rest stays as it is.</numerusform>
            <numerusform>Carries on an interrupted action: %n tokens are looked at first or sent; the rest stays as it is.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>curfew::ContainDialog</name>
    <message numerus="yes">
        <source>At %n service(s)</source>
        <translation>
            <numerusform>At %n service</numerusform>
            <numerusform>At %n services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>curfew::ContainSummary</name>
    <message numerus="yes">
        <source>%n session(s) began since</source>
        <translation>
            <numerusform>%n session began since</numerusform>
            <numerusform>%n sessions began since</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) still work</source>
        <translation>
            <numerusform>%n session still works</numerusform>
            <numerusform>%n sessions still work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) may still work</source>
        <translation>
            <numerusform>%n session may still work</numerusform>
            <numerusform>%n sessions may still work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consent(s) still stand</source>
        <translation>
            <numerusform>%n consent still stands</numerusform>
            <numerusform>%n consents still stand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Contained at %1 of %n service(s), but not all of it can be checked.</source>
        <translation>
            <numerusform>Contained at %1 of %n service, but not all of it can be checked.</numerusform>
            <numerusform>Contained at %1 of %n services, but not all of it can be checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Contained at %1 of %n service(s), checked.</source>
        <translation>
            <numerusform>Contained at %1 of %n service, checked.</numerusform>
            <numerusform>Contained at %1 of %n services, checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Contained at %1 of %n service(s), but not looked at again.</source>
        <translation>
            <numerusform>Contained at %1 of %n service, but not looked at again.</numerusform>
            <numerusform>Contained at %1 of %n services, but not looked at again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>curfew::EndFlow</name>
    <message numerus="yes">
        <source>%n token(s) still work</source>
        <translation>
            <numerusform>%n token still works</numerusform>
            <numerusform>%n tokens still work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not active any more</source>
        <translation>
            <numerusform>%n not active any more</numerusform>
            <numerusform>%n not active any more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n couldn’t be looked at</source>
        <translation>
            <numerusform>%n couldn’t be looked at</numerusform>
            <numerusform>%n couldn’t be looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its tokens weren’t given again: they stay as the journal has them.</source>
        <translation>
            <numerusform>%n of its tokens wasn’t given again: it stays as the journal has it.</numerusform>
            <numerusform>%n of its tokens weren’t given again: they stay as the journal has them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>curfew::EndedSteps</name>
    <message numerus="yes">
        <source>%n consent(s)</source>
        <translation>
            <numerusform>%n consent</numerusform>
            <numerusform>%n consents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offline session(s)</source>
        <translation>
            <numerusform>%n offline session</numerusform>
            <numerusform>%n offline sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n browser session(s)</source>
        <translation>
            <numerusform>%n browser session</numerusform>
            <numerusform>%n browser sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>curfew::JournalPage</name>
    <message numerus="yes">
        <source>%n action(s) are hidden by it.</source>
        <translation>
            <numerusform>%n action is hidden by it.</numerusform>
            <numerusform>%n actions are hidden by it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>curfew::JournalWords</name>
    <message numerus="yes">
        <source>The journal is intact: all %n entries fit together.</source>
        <translation>
            <numerusform>The journal is intact: its %n entry is as it was written.</numerusform>
            <numerusform>The journal is intact: all %n entries fit together.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n personal value(s) were erased on purpose, which is no damage.</source>
        <translation>
            <numerusform>%n personal value was erased on purpose, which is no damage.</numerusform>
            <numerusform>%n personal values were erased on purpose, which is no damage.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) are signed with this profile’s key.</source>
        <translation>
            <numerusform>%n action is signed with this profile’s key.</numerusform>
            <numerusform>%n actions are signed with this profile’s key.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) are signed; the key to compare with is not at hand.</source>
        <translation>
            <numerusform>%n action is signed; the key to compare with is not at hand.</numerusform>
            <numerusform>%n actions are signed; the key to compare with is not at hand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) are not signed: no keychain was at hand, or somebody took the signature out.</source>
        <translation>
            <numerusform>%n action is not signed: no keychain was at hand, or somebody took the signature out.</numerusform>
            <numerusform>%n actions are not signed: no keychain was at hand, or somebody took the signatures out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) are signed, nobody can tell with whose key.</source>
        <translation>
            <numerusform>%n action is signed, nobody can tell with whose key.</numerusform>
            <numerusform>%n actions are signed, nobody can tell with whose key.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) are signed with an earlier key and can’t be checked any more.</source>
        <translation>
            <numerusform>%n action is signed with an earlier key and can’t be checked any more.</numerusform>
            <numerusform>%n actions are signed with an earlier key and can’t be checked any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries since the last signature are not signed: whoever can write the file can change them.</source>
        <translation>
            <numerusform>%n entry since the last signature is not signed: whoever can write the file can change it.</numerusform>
            <numerusform>%n entries since the last signature are not signed: whoever can write the file can change them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>curfew::LookUpNotice</name>
    <message numerus="yes">
        <source>%n more session(s) since you looked.</source>
        <translation>
            <numerusform>%n more session since you looked.</numerusform>
            <numerusform>%n more sessions since you looked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>curfew::MainWindow</name>
    <message numerus="yes">
        <source>An action was interrupted: %n item(s) of it may still work.</source>
        <translation>
            <numerusform>An action was interrupted: %n item of it may still work.</numerusform>
            <numerusform>An action was interrupted: %n items of it may still work.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>curfew::PageHead</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>curfew::PersonAction</name>
    <message numerus="yes">
        <source>%1 of %n step(s) done</source>
        <translation>
            <numerusform>%1 of %n step done</numerusform>
            <numerusform>%1 of %n steps done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 at %n service(s)</source>
        <translation>
            <numerusform>%1 at %n service</numerusform>
            <numerusform>%1 at %n services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>curfew::PersonHead</name>
    <message numerus="yes">
        <source>found at %1 of %n service(s)</source>
        <translation>
            <numerusform>found at %1 of %n service</numerusform>
            <numerusform>found at %1 of %n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, %n session(s).</source>
        <translation>
            <numerusform>%1: %2, %n session.</numerusform>
            <numerusform>%1: %2, %n sessions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>curfew::PersonWords</name>
    <message numerus="yes">
        <source>Ends %n browser session(s)</source>
        <translation>
            <numerusform>Ends %n browser session</numerusform>
            <numerusform>Ends %n browser sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ends %n offline session(s)</source>
        <translation>
            <numerusform>Ends %n offline session</numerusform>
            <numerusform>Ends %n offline sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Takes back %n consent(s)</source>
        <translation>
            <numerusform>Takes back %n consent</numerusform>
            <numerusform>Takes back %n consents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>curfew::ResultSummary</name>
    <message numerus="yes">
        <source>All %n session(s)</source>
        <translation>
            <numerusform>The session</numerusform>
            <numerusform>All %n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n token(s)</source>
        <translation>
            <numerusform>The token</numerusform>
            <numerusform>All %n tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not yet: %n session(s) may still work.</source>
        <translation>
            <numerusform>Not yet: %n session may still work.</numerusform>
            <numerusform>Not yet: %n sessions may still work.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not yet: %n token(s) may still work.</source>
        <translation>
            <numerusform>Not yet: %n token may still work.</numerusform>
            <numerusform>Not yet: %n tokens may still work.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not yet: %n session(s) still work.</source>
        <translation>
            <numerusform>Not yet: %n session still works.</numerusform>
            <numerusform>Not yet: %n sessions still work.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not yet: %n token(s) still work.</source>
        <translation>
            <numerusform>Not yet: %n token still works.</numerusform>
            <numerusform>Not yet: %n tokens still work.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more may.</source>
        <translation>
            <numerusform>%n more may.</numerusform>
            <numerusform>%n more may.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the %n session(s) was active here.</source>
        <translation>
            <numerusform>The session was not active here.</numerusform>
            <numerusform>None of the %n sessions was active here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the %n token(s) was active here.</source>
        <translation>
            <numerusform>The token was not active here.</numerusform>
            <numerusform>None of the %n tokens was active here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) ended, says the service; Curfew can’t check it.</source>
        <translation>
            <numerusform>%n session ended, says the service; Curfew can’t check it.</numerusform>
            <numerusform>%n sessions ended, says the service; Curfew can’t check it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) ended, says the service; Curfew can’t check it.</source>
        <translation>
            <numerusform>%n token ended, says the service; Curfew can’t check it.</numerusform>
            <numerusform>%n tokens ended, says the service; Curfew can’t check it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>We are not done: %n session(s) at %1 may still be open.</source>
        <translation>
            <numerusform>We are not done: %n session at %1 may still be open.</numerusform>
            <numerusform>We are not done: %n sessions at %1 may still be open.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>We are not done: %n token(s) of %1 may still work.</source>
        <translation>
            <numerusform>We are not done: %n token of %1 may still work.</numerusform>
            <numerusform>We are not done: %n tokens of %1 may still work.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only some tokens were ended: %n session(s) are still open.</source>
        <translation>
            <numerusform>Only some tokens were ended: %n session is still open.</numerusform>
            <numerusform>Only some tokens were ended: %n sessions are still open.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n other(s) were not ended.</source>
        <translation>
            <numerusform>%1; %n other was not ended.</numerusform>
            <numerusform>%1; %n others were not ended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) were not to be ended.</source>
        <translation>
            <numerusform>%n other was not to be ended.</numerusform>
            <numerusform>%n others were not to be ended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only a part of your access at %1 is ended: %n other session(s) of yours are still open.</source>
        <translation>
            <numerusform>Only a part of your access at %1 is ended: %n other session of yours is still open.</numerusform>
            <numerusform>Only a part of your access at %1 is ended: %n other sessions of yours are still open.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>curfew::ResultsPanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>curfew::ServiceSection</name>
    <message numerus="yes">
        <source>%n people go by this name here. Which one is meant?</source>
        <translation>
            <numerusform>%n person goes by this name here. Is this one meant?</numerusform>
            <numerusform>%n people go by this name here. Which one is meant?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more: look for an e-mail address instead.</source>
        <translation>
            <numerusform>and %n more: look for an e-mail address instead.</numerusform>
            <numerusform>and %n more: look for an e-mail address instead.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>curfew::SessionAction</name>
    <message numerus="yes">
        <source>%n ended, says the service</source>
        <translation>
            <numerusform>%n ended, says the service</numerusform>
            <numerusform>%n ended, says the service</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>curfew::SessionBrowser</name>
    <message numerus="yes">
        <source>%n rows are selected</source>
        <translation>
            <numerusform>%n row is selected</numerusform>
            <numerusform>%n rows are selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>curfew::SessionsPage</name>
    <message numerus="yes">
        <source>%n row(s) don’t match it.</source>
        <translation>
            <numerusform>%n row doesn’t match it.</numerusform>
            <numerusform>%n rows don’t match it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>curfew::TimeWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>curfew::TokenIntake</name>
    <message numerus="yes">
        <source>It also contains %n password(s): have them changed.</source>
        <translation>
            <numerusform>It also contains %n password: have it changed.</numerusform>
            <numerusform>It also contains %n passwords: have them changed.</numerusform>
        </translation>
    </message>
</context>
</TS>
