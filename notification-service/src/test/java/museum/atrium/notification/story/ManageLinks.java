package museum.atrium.notification.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import museum.atrium.inbox.reading.OpenedMessage;
import museum.atrium.links.LinkKeys;
import museum.atrium.links.SignedLink;
import museum.atrium.links.SignedLinks;
import museum.atrium.notification.composing.Topic;
import org.jspecify.annotations.Nullable;

/** The personal pages that a mail leads to, its HTML and its text alike. */
public final class ManageLinks {

    private static final Pattern LINK = Pattern.compile("https://atrium\\.example\\.org/registrations/([\\w-]+)");
    private static final Pattern CALENDAR =
            Pattern.compile("https://atrium\\.example\\.org/api/registrations/calendars/([\\w-]+)\\.ics");
    private static final SignedLinks OPENING_CALENDARS =
            new SignedLinks(LinkKeys.parse("manage", Notified.MANAGE_KEY).alsoFor("calendar"));
    private static final SignedLinks OPENING = new SignedLinks(LinkKeys.parse("manage", Notified.MANAGE_KEY));

    private ManageLinks() {}

    public static List<SignedLink> in(OpenedMessage mail) {
        List<SignedLink> links = in(mail.text());
        assertThat(in(mail.html())).isEqualTo(links);
        return links;
    }

    /** The calendars of everything that a mail leads to, its HTML and its text alike. */
    public static List<SignedLink> calendarsIn(OpenedMessage mail) {
        List<SignedLink> calendars = calendarsIn(mail.text());
        assertThat(calendarsIn(mail.html())).isEqualTo(calendars);
        return calendars;
    }

    /** The last part of the link that stops mails of that topic. */
    public static String unsubscribing(UUID registration, Topic topic) {
        return new SignedLinks(LinkKeys.parse("manage", Notified.MANAGE_KEY).alsoFor("unsubscribe-" + topic.key()))
                .sign(new SignedLink(registration, 1));
    }

    private static List<SignedLink> calendarsIn(@Nullable String part) {
        return CALENDAR.matcher(part == null ? "" : part)
                .results()
                .map(match -> OPENING_CALENDARS.open(match.group(1)).orElseThrow())
                .toList();
    }

    private static List<SignedLink> in(@Nullable String part) {
        return LINK.matcher(part == null ? "" : part)
                .results()
                .map(match -> OPENING.open(match.group(1)).orElseThrow())
                .toList();
    }
}
