package museum.atrium.registration.messages;

import static java.util.Objects.requireNonNullElse;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import museum.atrium.http.TextRules;
import museum.atrium.registration.checking.Findings;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.LocalizedText;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.programme.Texts;
import museum.atrium.registration.signup.RegistrationStatus;
import org.jspecify.annotations.Nullable;

/** Checks what an organiser is about to send. */
record MessageRules(Activity activity, Findings findings) {

    /** So many of the longest texts, with all that one event addresses, are less than the outbox takes. */
    private static final int MOST_LANGUAGES = 20;

    private static final int MOST_CRITERIA = 500;

    private static final Set<RegistrationStatus> WRITABLE = EnumSet.of(
            RegistrationStatus.CONFIRMED,
            RegistrationStatus.WAITLISTED,
            RegistrationStatus.PENDING,
            RegistrationStatus.INTERESTED);

    record Checked(Content content, Audience audience) {}

    /** @throws museum.atrium.http.Refusal naming every field that is wrong */
    static Checked check(Activity activity, MessageRequest request) {
        return new MessageRules(activity, new Findings()).check(request);
    }

    private Checked check(MessageRequest request) {
        LocalizedText subject = text("subject", request.subject(), Texts.LONGEST_TITLE, "The room has changed");
        LocalizedText text = text("text", request.text(), Texts.LONGEST_PARAGRAPHS, "We meet in room 2.");
        Set<String> languages = subject.byLanguage().keySet();
        if (!text.byLanguage().isEmpty()
                && !languages.isEmpty()
                && !text.byLanguage().keySet().equals(languages)) {
            findings.add("text", "must be in the same languages as the subject: " + languages);
        }
        Integer recipients = request.recipients();
        if (recipients != null && recipients < 1) {
            findings.add("recipients", "must be 1 or more: as many as the preview told");
        }
        Audience audience = audience(requireNonNullElse(request.audience(), MessageRequest.To.EVERYBODY));
        findings.refuseIfAny();
        return new Checked(new Content(subject, text), audience);
    }

    private LocalizedText text(
            String field, @Nullable Map<String, @Nullable String> texts, int longest, String example) {
        if (texts != null && texts.size() > MOST_LANGUAGES) {
            findings.add(field, "may be in " + MOST_LANGUAGES + " languages at most");
            return new LocalizedText(Map.of());
        }
        LocalizedText checked = Texts.required(findings, field, texts, longest, example);
        checked.byLanguage()
                .forEach((language, text) -> TextRules.complaintOfMarkup(text)
                        .ifPresent(complaint -> findings.add(field + "." + language, complaint)));
        return checked;
    }

    private Audience audience(MessageRequest.To to) {
        Set<RegistrationStatus> statuses = each("statuses", to.statuses(), this::status);
        return new Audience(
                to.statuses() == null ? Set.of(RegistrationStatus.CONFIRMED) : statuses,
                each("sessions", to.sessions(), this::session),
                to.attended(),
                each("languages", to.languages(), findings::language),
                each(
                        "countries",
                        to.countries(),
                        (field, code) -> requireNonNullElse(findings.country(field, code), "")));
    }

    /** None, where it is absent. A list that names nobody is a mistake, and must not be taken for everybody. */
    private <T> Set<T> each(
            String name, @Nullable List<@Nullable String> values, BiFunction<String, String, T> checking) {
        String field = "audience." + name;
        if (values == null) {
            return Set.of();
        }
        if (values.isEmpty() || values.size() > MOST_CRITERIA) {
            findings.add(
                    field, "must name 1 to " + MOST_CRITERIA + "; leave it out where it is not to narrow the audience");
            return Set.of();
        }
        Set<T> checked = new TreeSet<>();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            String item = field + "[" + i + "]";
            if (value == null || value.isBlank()) {
                findings.add(item, "is required");
            } else {
                checked.add(checking.apply(item, value));
            }
        }
        return checked;
    }

    private RegistrationStatus status(String field, String value) {
        return WRITABLE.stream()
                .filter(status -> status.name().equals(value))
                .findFirst()
                .orElseGet(() -> {
                    findings.add(
                            field,
                            "must be one of: "
                                    + WRITABLE.stream().map(Enum::name).collect(Collectors.joining(", ")));
                    return RegistrationStatus.CONFIRMED;
                });
    }

    private UUID session(String field, String value) {
        try {
            UUID id = UUID.fromString(value);
            if (activity.session(new SessionId(id)).isPresent()) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // falls through to the finding
        }
        findings.add(field, "must be the id of a session of '" + activity.slug() + "'");
        return new UUID(0, 0);
    }
}
