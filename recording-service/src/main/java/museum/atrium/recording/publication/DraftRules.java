package museum.atrium.recording.publication;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import museum.atrium.http.FieldError;
import museum.atrium.http.TextRules;
import museum.atrium.recording.audience.KnownActivity;
import museum.atrium.recording.catalogue.AccessPolicy;
import org.jspecify.annotations.Nullable;

/** What each field of a draft must be. A rule answers what is wrong, or nothing. */
final class DraftRules {

    private static final TextRules TITLE = TextRules.line(200);
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,4}");
    /** Nobody plans for longer than ten years. */
    static final Duration FARTHEST = Duration.ofDays(3653);

    private static final int LONGEST_LINK = 2000;

    private DraftRules() {}

    static Optional<FieldError> activity(Optional<KnownActivity> named) {
        return named.isPresent()
                ? Optional.empty()
                : wrong(
                        "activity",
                        "Give the slug or the id of a published activity; one that was published a moment ago may need"
                                + " some seconds to be known here.");
    }

    /** @param activity that it is to be one of; one that is not known is complained of elsewhere */
    static Optional<FieldError> session(Optional<KnownActivity> activity, @Nullable UUID session) {
        return session == null
                        || activity.isEmpty()
                        || activity.get().sessions().contains(session)
                ? Optional.empty()
                : wrong("session", "The activity has no such session.");
    }

    static Optional<FieldError> title(@Nullable String title) {
        return (title == null ? Optional.of("must be given") : TITLE.complaint(title))
                .map(complaint -> new FieldError("title", complaint));
    }

    static Optional<FieldError> language(@Nullable String language) {
        return language == null || LANGUAGE.matcher(language).matches()
                ? Optional.empty()
                : wrong("language", "Give a language as a BCP 47 tag, such as en or pt-BR.");
    }

    static Optional<FieldError> access(@Nullable String access) {
        return Arrays.stream(AccessPolicy.values())
                        .anyMatch(policy -> policy.name().equals(access))
                ? Optional.empty()
                : wrong("access", "Say for whom it is: PUBLIC, REGISTRANTS or ATTENDEES.");
    }

    static Optional<FieldError> link(@Nullable String url) {
        return url == null || isWebAddress(url)
                ? Optional.empty()
                : wrong("url", "Give the address of the page that shows it, beginning with https://.");
    }

    static Optional<FieldError> availableUntil(@Nullable Instant until, Instant now) {
        if (until == null || until.isAfter(now) && until.isBefore(now.plus(FARTHEST))) {
            return Optional.empty();
        }
        return wrong("availableUntil", "Give a time that lies ahead, ten years at most; to take it back, retract it.");
    }

    private static boolean isWebAddress(String url) {
        try {
            URI address = new URI(url);
            return url.length() <= LONGEST_LINK
                    && "https".equalsIgnoreCase(address.getScheme())
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && url.chars().allMatch(character -> character < 128);
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    private static Optional<FieldError> wrong(String field, String message) {
        return Optional.of(new FieldError(field, message));
    }
}
