package museum.atrium.registration.signup;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import museum.atrium.registration.checking.Findings;
import museum.atrium.registration.programme.SessionId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a person may write about themselves and choose. */
public final class SignUpRules {

    public static final int LONGEST_NAME = 500;
    static final int LONGEST_AFFILIATION = 300;
    static final int LONGEST_CODE = 100;
    static final int LONGEST_NEEDS = 1_000;
    static final int MOST_ANSWERS = 100;
    private static final int MOST_SESSIONS = 500;
    private static final int MOST_PEOPLE = 100;
    private static final EmailAddress NOBODY = new EmailAddress("", "");

    private SignUpRules() {}

    /** @throws museum.atrium.http.Refusal naming every field that is wrong */
    static Party check(String slug, SignUpRequest request, @Nullable IdempotencyKey key) {
        Findings findings = new Findings();
        Party party = party(findings, slug, request, key);
        findings.refuseIfAny();
        return party;
    }

    static Party party(Findings findings, String slug, SignUpRequest request, @Nullable IdempotencyKey key) {
        return new Party(slug, List.of(wish(findings, "", request)), code(findings, request.code()), key);
    }

    /** @throws museum.atrium.http.Refusal naming every field of every person that is wrong */
    static Party check(String slug, GroupRequest request, @Nullable IdempotencyKey key) {
        Findings findings = new Findings();
        List<@Nullable SignUpRequest> people = request.people();
        if (people == null || people.isEmpty() || people.size() > MOST_PEOPLE) {
            findings.add("people", "must be a list of 1 to " + MOST_PEOPLE + " people");
            findings.refuseIfAny();
        }
        List<Wish> wishes = new ArrayList<>();
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; people != null && i < people.size(); i++) {
            SignUpRequest person = people.get(i);
            String prefix = "people[" + i + "].";
            if (person == null) {
                findings.add("people[" + i + "]", "may not be null");
                continue;
            }
            if (person.code() != null) {
                findings.add(prefix + "code", "belongs beside 'people': one code for the group");
            }
            Wish wish = wish(findings, prefix, person);
            wishes.add(wish);
            Integer earlier = wish.email() == NOBODY
                    ? null
                    : first.putIfAbsent(wish.email().key(), i);
            if (earlier != null) {
                findings.add(
                        prefix + "email", "is the same as people[" + earlier + "].email; everyone needs their own");
            }
        }
        Party party = new Party(slug, wishes, code(findings, request.code()), key);
        findings.refuseIfAny();
        return party;
    }

    /** @throws museum.atrium.http.Refusal naming every field that is wrong */
    static Party check(String slug, SubscriptionRequest request, @Nullable IdempotencyKey key) {
        Findings findings = new Findings();
        Party party = party(findings, slug, request, key);
        findings.refuseIfAny();
        return party;
    }

    static Party party(Findings findings, String slug, SubscriptionRequest request, @Nullable IdempotencyKey key) {
        Wish wish = new Wish(
                email(findings, "email", request.email()),
                nameIfAny(findings, request.name()),
                request.locale() == null ? null : findings.language("locale", request.locale()),
                request.timeZone() == null ? null : findings.zone("timeZone", request.timeZone()),
                null,
                null,
                null,
                Answers.NONE);
        return new Party(slug, List.of(wish), null, key, true);
    }

    /**
     * Somebody whom an organiser vouches for.
     *
     * @param prefix of the fields' names in findings
     * @param written by field; blank is the same as absent
     */
    public static Wish vouched(Findings findings, String prefix, Map<String, String> written) {
        String language = orNull(written.get("locale"));
        String zone = orNull(written.get("timeZone"));
        return new Wish(
                email(findings, prefix + "email", written.get("email")),
                findings.line(prefix + "name", written.get("name"), LONGEST_NAME),
                language == null ? null : findings.language(prefix + "locale", language),
                zone == null ? null : findings.zone(prefix + "timeZone", zone),
                findings.country(prefix + "country", written.get("country")),
                findings.optionalLine(prefix + "affiliation", written.get("affiliation"), LONGEST_AFFILIATION),
                null,
                Answers.NONE,
                true);
    }

    private static @Nullable String orNull(@Nullable String written) {
        return written == null || written.isBlank() ? null : written.strip();
    }

    static String nameIfAny(Findings findings, @Nullable String written) {
        return requireNonNullElse(findings.optionalLine("name", written, LONGEST_NAME), "");
    }

    private static Wish wish(Findings findings, String prefix, SignUpRequest request) {
        return new Wish(
                email(findings, prefix + "email", request.email()),
                findings.line(prefix + "name", request.name(), LONGEST_NAME),
                request.locale() == null ? null : findings.language(prefix + "locale", request.locale()),
                request.timeZone() == null ? null : findings.zone(prefix + "timeZone", request.timeZone()),
                findings.country(prefix + "country", request.country()),
                findings.optionalLine(prefix + "affiliation", request.affiliation(), LONGEST_AFFILIATION),
                sessions(findings, prefix + "sessions", request.sessions()),
                answers(findings, prefix, request.answers(), request.consents(), request.accessibilityNeeds()));
    }

    static Answers answers(
            Findings findings,
            String prefix,
            @Nullable Map<String, JsonNode> answers,
            @Nullable Map<String, @Nullable Boolean> consents,
            @Nullable String needs) {
        if (answers != null && answers.size() > MOST_ANSWERS) {
            findings.add(prefix + "answers", "may have " + MOST_ANSWERS + " entries at most");
        }
        if (consents != null && consents.size() > MOST_ANSWERS) {
            findings.add(prefix + "consents", "may have " + MOST_ANSWERS + " entries at most");
        }
        Map<String, Boolean> decided = new TreeMap<>();
        requireNonNullElse(consents, Map.<String, @Nullable Boolean>of()).forEach((id, given) -> {
            if (given == null) {
                findings.add(prefix + "consents." + id, "must be true or false");
            } else {
                decided.put(id, given);
            }
        });
        return Answers.written(answers, decided, needs(findings, prefix + "accessibilityNeeds", needs));
    }

    static @Nullable String needs(Findings findings, String field, @Nullable String needs) {
        return needs == null || needs.isBlank() ? null : findings.paragraphs(field, needs, LONGEST_NEEDS);
    }

    static @Nullable String code(Findings findings, @Nullable String code) {
        return findings.optionalLine("code", code, LONGEST_CODE);
    }

    /** None named stands for all. */
    public static @Nullable Set<SessionId> sessions(Findings findings, @Nullable List<@Nullable String> ids) {
        return sessions(findings, "sessions", ids);
    }

    private static @Nullable Set<SessionId> sessions(
            Findings findings, String field, @Nullable List<@Nullable String> ids) {
        if (ids == null || ids.isEmpty()) {
            return null;
        }
        if (ids.size() > MOST_SESSIONS) {
            findings.add(field, "may have " + MOST_SESSIONS + " entries at most");
            return null;
        }
        Set<SessionId> sessions = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            try {
                sessions.add(new SessionId(UUID.fromString(String.valueOf(ids.get(i)))));
            } catch (IllegalArgumentException e) {
                findings.add(field + "[" + i + "]", "is not the id of a session");
            }
        }
        return sessions;
    }

    public static EmailAddress email(Findings findings, String field, @Nullable String written) {
        if (written == null || written.isBlank()) {
            findings.add(field, "is required");
            return NOBODY;
        }
        return EmailAddress.parse(written).orElseGet(() -> {
            findings.add(field, "is not a mail address; write one like 'ana@example.org'");
            return NOBODY;
        });
    }
}
