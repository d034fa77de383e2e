package museum.atrium.notification.delivery;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the organiser of an activity wishes of its mails.
 *
 * @param muted mails that are not to be sent, by their names in events
 * @param survey what those who came are asked to answer, if anything
 */
record MailWishes(Set<String> muted, @Nullable URI survey) {

    static final MailWishes NONE = new MailWishes(Set.of(), null);
}
