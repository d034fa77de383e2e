package museum.atrium.notification.preferences;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import museum.atrium.notification.composing.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a link to stop mails, and what those are about. Public members: templates read them.
 *
 * @param language of the mails, as it was asked for; null when it was not
 * @param title of the activity or series, by language
 * @param own the activity's language
 * @param unwanted what is stopped already
 */
record Reader(@Nullable String language, boolean ofSeries, Map<String, String> title, String own, Set<Topic> unwanted) {

    private static final Set<Topic> OF_SERIES = EnumSet.of(Topic.NEWS, Topic.MESSAGES);
    private static final Set<Topic> OF_ACTIVITY =
            EnumSet.of(Topic.REMINDERS, Topic.FOLLOW_UPS, Topic.RECORDINGS, Topic.MESSAGES);

    /** What may come, in its order. */
    public Set<Topic> topics() {
        return ofSeries ? OF_SERIES : OF_ACTIVITY;
    }

    public boolean wants(Topic topic) {
        return !unwanted.contains(topic);
    }
}
