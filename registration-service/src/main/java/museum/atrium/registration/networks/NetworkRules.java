package museum.atrium.registration.networks;

import java.net.URI;
import java.util.Map;
import museum.atrium.registration.checking.Findings;
import museum.atrium.registration.networks.NetworkDraft.LogoDraft;
import museum.atrium.registration.networks.NetworkDraft.NoticeDraft;
import museum.atrium.registration.programme.ActivityRules;
import museum.atrium.registration.programme.LocalizedText;
import museum.atrium.registration.programme.Picture;
import museum.atrium.registration.programme.SignUpForm.PrivacyNotice;
import museum.atrium.registration.programme.Texts;
import museum.atrium.registration.signup.EmailAddress;
import org.jspecify.annotations.Nullable;

/** Checks a network as a whole and gives it its defaults. */
final class NetworkRules {

    private static final int LONGEST_NAME = 200;

    private NetworkRules() {}

    /** @throws museum.atrium.http.Refusal naming every field that is wrong */
    static NetworkProfile check(NetworkDraft draft) {
        Findings findings = new Findings();
        String name = findings.line("name", draft.name(), LONGEST_NAME);
        LocalizedText imprint = Texts.requiredParagraphs(findings, "imprint", draft.imprint());
        NetworkProfile profile = new NetworkProfile(
                ActivityRules.slug(findings, draft.slug(), title(name)),
                name,
                ActivityRules.language(findings, draft.language(), imprint),
                logo(findings, draft.logo()),
                findings.webAddress("website", draft.website()),
                mailbox(findings, "senderAddress", draft.senderAddress()),
                mailbox(findings, "replyTo", draft.replyTo()),
                imprint,
                notice(findings, draft.privacyNotice()));
        findings.refuseIfAny();
        return profile;
    }

    private static LocalizedText title(String name) {
        return new LocalizedText(name.isEmpty() ? Map.of() : Map.of("en", name));
    }

    /** Pages and mails are read over https, where browsers and mail programs load no other picture. */
    private static @Nullable Picture logo(Findings findings, @Nullable LogoDraft logo) {
        if (logo == null) {
            return null;
        }
        URI url = findings.requiredWebAddress("logo.url", logo.url());
        if (!"https".equalsIgnoreCase(url.getScheme())) {
            findings.add("logo.url", "must begin with https://, or mail programs and browsers do not show it");
        }
        return new Picture(url, Texts.required(findings, "logo.alt", logo.alt(), "Example Network"));
    }

    /** An address alone: it becomes part of the headers of every mail. */
    private static @Nullable String mailbox(Findings findings, String field, @Nullable String written) {
        if (written == null) {
            return null;
        }
        String address = EmailAddress.parse(written).map(EmailAddress::text).orElse(null);
        if (address == null) {
            findings.add(field, "is not a mail address alone, like 'programme@example.org'");
        }
        return address;
    }

    private static @Nullable PrivacyNotice notice(Findings findings, @Nullable NoticeDraft notice) {
        return notice == null
                ? null
                : new PrivacyNotice(
                        Texts.requiredParagraphs(findings, "privacyNotice.text", notice.text()),
                        findings.webAddress("privacyNotice.url", notice.url()));
    }
}
