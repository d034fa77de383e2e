package museum.atrium.notification.delivery;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.http.UnusableSetting;
import museum.atrium.links.LinkKeys;
import museum.atrium.links.SignedLink;
import museum.atrium.links.SignedLinks;
import museum.atrium.notification.composing.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The addresses that only their recipient has. They are signed as a mail is composed, and stored nowhere. */
@Component
public class PersonalLinks {

    /** What a link to stop mails says. */
    public record Unsubscribing(UUID registration, Topic topic) {}

    private final String origin;
    private final SignedLinks manage;
    private final SignedLinks speaking;
    private final SignedLinks calendar;
    private final SignedLinks join;
    private final SignedLinks watch;
    private final Map<Topic, SignedLinks> unsubscribing = new EnumMap<>(Topic.class);

    PersonalLinks(LinkSettings keys, @Value("${atrium.public-url}") String publicUrl) {
        this.origin = publicUrl.replaceAll("/+$", "");
        LinkKeys manageKeys = keys("manage", keys.manage());
        this.manage = new SignedLinks(manageKeys);
        this.speaking = new SignedLinks(manageKeys.alsoFor("speaking"));
        this.calendar = new SignedLinks(manageKeys.alsoFor("calendar"));
        this.join = new SignedLinks(keys("join", keys.join()));
        this.watch = new SignedLinks(keys("watch", keys.watch()));
        for (Topic topic : Topic.values()) {
            unsubscribing.put(topic, new SignedLinks(manageKeys.alsoFor("unsubscribe-" + topic.key())));
        }
    }

    private static LinkKeys keys(String purpose, @Nullable String keys) {
        try {
            return LinkKeys.parse(purpose, keys);
        } catch (IllegalArgumentException unusable) {
            throw new UnusableSetting(
                    String.valueOf(unusable.getMessage()),
                    "registration-service and recording-service need the same keys to open the links.");
        }
    }

    /** The page of one's own registration, or of one's own invitation to speak. */
    URI manage(Person person) {
        return URI.create(
                switch (person.role()) {
                    case PARTICIPANT -> origin + "/registrations/" + manage.sign(link(person));
                    case SPEAKER -> origin + "/speaking/" + speaking.sign(link(person));
                });
    }

    /** Of all that an address is registered for. It is never revoked: it goes with the last registration. */
    URI calendar(UUID feed) {
        return URI.create(origin + "/api/registrations/calendars/" + calendar.sign(new SignedLink(feed, 1)) + ".ics");
    }

    URI join(Person person, UUID session) {
        return URI.create(origin + "/join/" + join.sign(link(person)) + "/" + session);
    }

    URI watch(Person person, String watchPath) {
        String separator = watchPath.contains("?") ? "&" : "?";
        return URI.create(origin + watchPath + separator + "t=" + watch.sign(link(person)));
    }

    /** Never revoked: mails are stopped from old ones too, and it opens nothing else. */
    URI unsubscribe(Person person, Topic topic) {
        SignedLinks links = Objects.requireNonNull(unsubscribing.get(topic));
        return URI.create(origin + "/unsubscribe/" + links.sign(new SignedLink(person.id(), 1)));
    }

    /** @param token the last part of a link to stop mails; any text may be given */
    public Optional<Unsubscribing> unsubscribing(String token) {
        return unsubscribing.entrySet().stream()
                .flatMap(links -> links.getValue().open(token).stream()
                        .map(link -> new Unsubscribing(link.subject(), links.getKey())))
                .findFirst();
    }

    private static SignedLink link(Person person) {
        return new SignedLink(person.id(), person.linkVersion());
    }
}
