package museum.atrium.registration.speakers;

import java.util.UUID;
import museum.atrium.links.LinkKeys;
import museum.atrium.links.SignedLink;
import museum.atrium.links.SignedLinks;
import museum.atrium.registration.Api;

/** The tokens that notification-service would put into a speaker's mails. */
public final class SpeakerTokens {

    private SpeakerTokens() {}

    public static String speaking(String invitation, int version) {
        return token(LinkKeys.parse("manage", Api.MANAGE_KEY).alsoFor("speaking"), invitation, version);
    }

    static String join(String invitation, int version) {
        return token(LinkKeys.parse("join", Api.JOIN_KEY), invitation, version);
    }

    static String manage(String invitation) {
        return token(LinkKeys.parse("manage", Api.MANAGE_KEY), invitation, 1);
    }

    private static String token(LinkKeys keys, String invitation, int version) {
        return new SignedLinks(keys).sign(new SignedLink(UUID.fromString(invitation), version));
    }
}
