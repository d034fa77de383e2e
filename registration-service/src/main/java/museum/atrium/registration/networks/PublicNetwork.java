package museum.atrium.registration.networks;

import java.net.URI;
import java.util.List;
import java.util.Locale.LanguageRange;
import museum.atrium.registration.programme.LocalizedText;
import museum.atrium.registration.programme.Picture;
import museum.atrium.registration.programme.SignUpForm.PrivacyNotice;
import org.jspecify.annotations.Nullable;

/** A network as everyone sees it, its texts in one language; never its addresses of mail. */
record PublicNetwork(
        String slug,
        String name,
        String language,
        @Nullable Logo logo,
        @Nullable URI website,
        String imprint,
        @Nullable Notice privacyNotice) {

    record Logo(URI url, String alt) {}

    record Notice(String text, @Nullable URI url) {}

    record Answer(List<PublicNetwork> items) {}

    static PublicNetwork of(NetworkProfile profile, List<LanguageRange> wanted) {
        Picture logo = profile.logo();
        PrivacyNotice notice = profile.privacyNotice();
        return new PublicNetwork(
                profile.slug(),
                profile.name(),
                profile.language(),
                logo == null ? null : new Logo(logo.url(), in(logo.alt(), profile, wanted)),
                profile.website(),
                in(profile.imprint(), profile, wanted),
                notice == null ? null : new Notice(in(notice.text(), profile, wanted), notice.url()));
    }

    private static String in(LocalizedText text, NetworkProfile profile, List<LanguageRange> wanted) {
        return text.in(wanted, profile.language());
    }
}
