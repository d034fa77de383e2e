package museum.atrium.registration.networks;

import java.util.Map;
import java.util.TreeMap;
import museum.atrium.registration.programme.LocalizedText;
import museum.atrium.registration.programme.Picture;
import museum.atrium.registration.programme.SignUpForm.PrivacyNotice;
import org.jspecify.annotations.Nullable;

/** A network as an organiser writes it, not yet checked. Shapes and defaults: the OpenAPI document. */
record NetworkDraft(
        @Nullable String slug,
        @Nullable String name,
        @Nullable String language,
        @Nullable LogoDraft logo,
        @Nullable String website,
        @Nullable String senderAddress,
        @Nullable String replyTo,
        @Nullable Map<String, @Nullable String> imprint,
        @Nullable NoticeDraft privacyNotice) {

    record LogoDraft(@Nullable String url, @Nullable Map<String, @Nullable String> alt) {}

    record NoticeDraft(
            @Nullable Map<String, @Nullable String> text,
            @Nullable String url) {}

    /** The draft that would make what is stored. */
    static NetworkDraft of(NetworkProfile stored) {
        Picture logo = stored.logo();
        PrivacyNotice notice = stored.privacyNotice();
        return new NetworkDraft(
                stored.slug(),
                stored.name(),
                stored.language(),
                logo == null ? null : new LogoDraft(logo.url().toString(), texts(logo.alt())),
                stored.website() == null ? null : stored.website().toString(),
                stored.senderAddress(),
                stored.replyTo(),
                texts(stored.imprint()),
                notice == null
                        ? null
                        : new NoticeDraft(
                                texts(notice.text()),
                                notice.url() == null ? null : notice.url().toString()));
    }

    private static Map<String, @Nullable String> texts(LocalizedText text) {
        return new TreeMap<>(text.byLanguage());
    }
}
