package museum.atrium.registration.programme;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import museum.atrium.registration.checking.Findings;
import museum.atrium.registration.programme.ActivityDraft.MaterialDraft;
import museum.atrium.registration.programme.ActivityDraft.SessionDraft;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks one session of a draft. */
@Component
class SessionRules {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Duration LONGEST = Duration.ofDays(31);

    private static final Duration LONGEST_SELF_PACED = Duration.ofDays(731);
    private static final int MOST_LANGUAGES = 20;
    private static final int MOST_MATERIALS = 100;

    /** @param prefix what the names of fields begin with */
    SessionPlan check(Findings findings, String prefix, SessionDraft session) {
        Instant starts = instant(findings, prefix + "startsAt", session.startsAt());
        Instant ends = instant(findings, prefix + "endsAt", session.endsAt());
        if (session.startsAt() != null && session.endsAt() != null) {
            if (!ends.isAfter(starts)) {
                findings.add(prefix + "endsAt", "must be after startsAt");
            } else if (Duration.between(starts, ends).compareTo(longest(session)) > 0) {
                findings.add(prefix + "endsAt", "may be " + longest(session).toDays() + " days after startsAt at most");
            }
        }
        return new SessionPlan(
                Texts.of(findings, prefix + "title", session.title(), Texts.LONGEST_TITLE),
                starts,
                ends,
                session.timeZone() == null ? ZoneId.of("UTC") : findings.zone(prefix + "timeZone", session.timeZone()),
                findings.webAddress(prefix + "joinUrl", session.joinUrl()),
                findings.webAddress(prefix + "hostUrl", session.hostUrl()),
                findings.capacity(prefix + "capacity", session.capacity()),
                format(findings, prefix, session));
    }

    private static Duration longest(SessionDraft session) {
        return Boolean.TRUE.equals(session.selfPaced()) ? LONGEST_SELF_PACED : LONGEST;
    }

    private static SessionFormat format(Findings findings, String prefix, SessionDraft session) {
        String language =
                session.language() == null ? null : findings.language(prefix + "language", session.language());
        List<String> interpretation = Each.of(
                findings,
                prefix + "interpretation",
                session.interpretation(),
                MOST_LANGUAGES,
                (field, tag) -> interpretation(findings, field, tag, language));
        return new SessionFormat(
                Boolean.TRUE.equals(session.selfPaced()),
                language,
                interpretation.stream().distinct().toList(),
                Each.of(
                        findings,
                        prefix + "materials",
                        session.materials(),
                        MOST_MATERIALS,
                        (field, material) -> material(findings, field, material)));
    }

    private static String interpretation(Findings findings, String field, String tag, @Nullable String language) {
        String checked = findings.language(field, tag);
        if (checked.equals(language)) {
            findings.add(field, "is the language that the session is held in");
        }
        return checked;
    }

    private static Material material(Findings findings, String field, MaterialDraft material) {
        if (material.kind() == null) {
            findings.add(field + ".kind", "is required: SLIDES or HANDOUT");
        }
        return new Material(
                requireNonNullElse(material.kind(), Material.Kind.HANDOUT),
                Texts.required(findings, field + ".title", material.title(), "Slides"),
                findings.requiredWebAddress(field + ".url", material.url()),
                material.language() == null ? null : findings.language(field + ".language", material.language()),
                requireNonNullElse(material.access(), Material.Access.PUBLIC));
    }

    static boolean isPlausible(Instant instant) {
        return !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
    }

    private static Instant instant(Findings findings, String field, @Nullable Instant instant) {
        if (instant == null) {
            findings.add(field, "is required, in UTC like '2027-03-01T14:00:00Z'");
            return Instant.EPOCH;
        }
        if (!isPlausible(instant)) {
            findings.add(field, "must lie between 1990 and 2200");
        }
        // The database keeps microseconds: what is stored must equal what is announced.
        return instant.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }
}
