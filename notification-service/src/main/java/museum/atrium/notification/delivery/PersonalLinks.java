package museum.atrium.notification.delivery;

import java.net.URI;
import java.util.UUID;
import museum.atrium.http.UnusableSetting;
import museum.atrium.links.LinkKeys;
import museum.atrium.links.SignedLink;
import museum.atrium.links.SignedLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The addresses that only their recipient has. They are signed as a mail is composed, and stored nowhere. */
@Component
class PersonalLinks {

    private final String origin;
    private final SignedLinks manage;
    private final SignedLinks join;
    private final SignedLinks watch;

    PersonalLinks(LinkSettings keys, @Value("${atrium.public-url}") String publicUrl) {
        this.origin = publicUrl.replaceAll("/+$", "");
        this.manage = signedLinks("manage", keys.manage());
        this.join = signedLinks("join", keys.join());
        this.watch = signedLinks("watch", keys.watch());
    }

    private static SignedLinks signedLinks(String purpose, @Nullable String keys) {
        try {
            return new SignedLinks(LinkKeys.parse(purpose, keys));
        } catch (IllegalArgumentException unusable) {
            throw new UnusableSetting(
                    String.valueOf(unusable.getMessage()),
                    "registration-service and recording-service need the same keys to open the links.");
        }
    }

    URI manage(Person person) {
        return URI.create(origin + "/registrations/" + manage.sign(link(person)));
    }

    URI join(Person person, UUID session) {
        return URI.create(origin + "/join/" + join.sign(link(person)) + "/" + session);
    }

    URI watch(Person person, String watchPath) {
        String separator = watchPath.contains("?") ? "&" : "?";
        return URI.create(origin + watchPath + separator + "t=" + watch.sign(link(person)));
    }

    private static SignedLink link(Person person) {
        return new SignedLink(person.id(), person.linkVersion());
    }
}
