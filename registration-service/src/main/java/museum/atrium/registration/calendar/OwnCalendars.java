package museum.atrium.registration.calendar;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.programme.ActivityKind;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.signup.Registration;
import museum.atrium.registration.signup.RegistrationStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes a registration's sessions into a calendar, in its owner's language and as mails call them. */
@Component
class OwnCalendars {

    private final JoinPages joinPages;
    private final MessageSource messages;

    OwnCalendars(JoinPages joinPages, MessageSource messages) {
        this.joinPages = joinPages;
        this.messages = messages;
    }

    /**
     * Only who has a place has entries: a subscribed calendar loses them with the place. What the organiser called off stays
     * as called off, and what is over stays without a way in. A subscription of a series has no sessions, and no entries.
     */
    OwnCalendar of(Registration registration, Activity activity, Instant now) {
        return new OwnCalendar(
                activity.title().in(wanted(registration), activity.language()),
                entries(registration, activity, now)
                        .sorted(Comparator.comparing(Entry::startsAt))
                        .toList());
    }

    /**
     * All of an address's in one, each as it is in its own.
     *
     * @param registrations newest first: the newest says in which language the whole has its name
     * @param activities what they are for
     */
    OwnCalendar ofAll(List<Registration> registrations, Map<ActivityId, Activity> activities, Instant now) {
        Locale language = registrations.stream()
                .findFirst()
                .map(newest -> wording(newest, of(newest, activities)))
                .orElse(Locale.ENGLISH);
        return new OwnCalendar(
                messages.getMessage("calendar.all", null, language),
                registrations.stream()
                        .flatMap(registration -> entries(registration, of(registration, activities), now))
                        .sorted(Comparator.comparing(Entry::startsAt).thenComparing(Entry::uid))
                        .toList());
    }

    private static Activity of(Registration registration, Map<ActivityId, Activity> activities) {
        return Objects.requireNonNull(activities.get(registration.activity()));
    }

    private Stream<Entry> entries(Registration registration, Activity activity, Instant now) {
        return registration.status() == RegistrationStatus.CONFIRMED
                ? activity.sessions().stream()
                        .filter(session -> registration.includes(session.id()))
                        .filter(session -> !session.format().selfPaced())
                        .map(session -> entry(registration, activity, session, now))
                : Stream.empty();
    }

    private Entry entry(Registration registration, Activity activity, Session session, Instant now) {
        boolean takesPlace = activity.isPublished() && session.takesPlace();
        URI join = takesPlace && session.endsAt().isAfter(now) ? joinPages.of(registration, session.id()) : null;
        return new Entry(
                session.id() + "." + registration.id() + "@atrium",
                takesPlace,
                session.startsAt(),
                session.endsAt(),
                summary(activity, session, wanted(registration)),
                description(registration, activity, join),
                join);
    }

    /** Stands by itself. A webinar of one session is that session; else its own title tells it from the others. */
    private static String summary(Activity activity, Session session, List<LanguageRange> wanted) {
        String title = activity.title().in(wanted, activity.language());
        String own = session.title().in(wanted, activity.language());
        boolean isItsOnlySession =
                activity.kind() == ActivityKind.WEBINAR && activity.sessions().size() == 1;
        return isItsOnlySession || own.isEmpty() || own.equals(title) ? title : title + ": " + own;
    }

    /** Never the link that manages the registration: entries get forwarded. */
    private String description(Registration registration, Activity activity, @Nullable URI join) {
        List<LanguageRange> wanted = wanted(registration);
        List<String> lines = new ArrayList<>();
        lines.add(activity.title().in(wanted, activity.language()));
        activity.summary().in(wanted, activity.language()).lines().forEach(lines::add);
        if (join != null) {
            lines.add(messages.getMessage("calendar.join", null, wording(registration, activity)));
            lines.add(join.toString());
        }
        return String.join("\n", lines);
    }

    private static List<LanguageRange> wanted(Registration registration) {
        return LanguageRange.parse(registration.person().language());
    }

    /** As in mails: who reads none of the languages that we write gets the activity's, or English. */
    private static Locale wording(Registration registration, Activity activity) {
        return Stream.of(registration.person().language(), activity.language())
                .map(Locale::forLanguageTag)
                .filter(language -> Page.LANGUAGES.contains(language.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
