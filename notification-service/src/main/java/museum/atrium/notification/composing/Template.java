package museum.atrium.notification.composing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mail to participants whose words organisers may replace. Their language knows gaps and nothing else: {@code {title}}.
 *
 * @param name the first part of its keys in the wording
 * @param came for who has come; of other kinds than FOLLOW_UP it is true
 */
public record Template(String name, MailKind kind, boolean came) {

    /** What of a mail can be replaced. Beside them stand what it tells of sessions and places, which is as it is. */
    public enum Part {
        SUBJECT,
        HEADING,
        LEAD,
        MORE;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Those of others than participants of an activity, and those whose words are an organiser's already. */
    private static final Set<MailKind> FIXED = EnumSet.of(
            MailKind.MESSAGE,
            MailKind.LINKS,
            MailKind.SUBSCRIBED,
            MailKind.NEW_IN_SERIES,
            MailKind.SPEAKER_INVITED,
            MailKind.SPEAKER_ACCEPTED,
            MailKind.SPEAKER_DECLINED,
            MailKind.SPEAKER_WITHDRAWN);

    private static final List<Template> ALL = all();

    private static List<Template> all() {
        List<Template> all = new ArrayList<>();
        EnumSet.complementOf(EnumSet.copyOf(FIXED)).forEach(kind -> all.add(new Template(kind.key(), kind, true)));
        all.add(new Template("follow-up-missed", MailKind.FOLLOW_UP, false));
        return List.copyOf(all);
    }

    public static List<Template> templates() {
        return ALL;
    }

    public static Optional<Template> named(String name) {
        return ALL.stream().filter(template -> template.name().equals(name)).findFirst();
    }

    public static List<String> languages() {
        return Wording.LANGUAGES;
    }

    /** Who waits is told by this paragraph whether places are offered: only its other words can be replaced. */
    public boolean has(Part part) {
        return kind != MailKind.WAITLISTED || part != Part.MORE;
    }

    public String key(Part part) {
        return name + "." + part.key();
    }

    /** null where the mail says nothing there. */
    public @Nullable String standard(Part part, String language) {
        Wording wording = Wording.in(language);
        return wording.has(key(part)) ? wording.phrase(key(part)).pattern() : null;
    }

    /** What may stand in braces there: only that of which every such mail knows what to put there. */
    public Set<String> gaps(Part part) {
        Set<String> gaps = new LinkedHashSet<>();
        if (part == Part.HEADING) {
            return gaps;
        }
        gaps.add("title");
        Wording wording = Wording.in("en");
        Arrays.stream(Part.values())
                .map(this::key)
                .filter(wording::has)
                .forEach(key -> gaps.addAll(wording.phrase(key).gaps()));
        return gaps;
    }

    /** Those that stand in braces in that text, and others that are no gaps. */
    public static List<String> gapsIn(String text) {
        return Phrase.of(text).gaps();
    }
}
