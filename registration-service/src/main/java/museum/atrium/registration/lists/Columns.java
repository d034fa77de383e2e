package museum.atrium.registration.lists;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.LocalizedText;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.programme.SignUpForm;
import museum.atrium.registration.signup.OrganizerRegistration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a file of registrations has in which column. Those that an import reads are named as it names them; answers and consents
 * as at sign-up, first those that are asked now, then what was asked earlier.
 */
record Columns(List<Column> columns) {

    /**
     * @param id of the question or the consent; null: everybody has one
     * @param cell null: empty
     */
    record Column(String title, @Nullable String id, Function<OrganizerRegistration, @Nullable Object> cell) {

        Column(String title, Function<OrganizerRegistration, @Nullable Object> cell) {
            this(title, null, cell);
        }
    }

    /**
     * @param reader whose words questions and choices are in; null: they go by their ids, which stay when the words change
     */
    static Columns of(Activity activity, List<ListedRegistrations.Answered> answered, @Nullable Locale reader) {
        Map<SessionId, String> titles = titles(activity);
        List<Column> columns = new ArrayList<>(List.of(
                new Column("id", OrganizerRegistration::id),
                new Column("status", OrganizerRegistration::status),
                new Column("registeredAt", OrganizerRegistration::registeredAt),
                new Column("confirmedAt", OrganizerRegistration::confirmedAt),
                new Column("email", OrganizerRegistration::email),
                new Column("name", OrganizerRegistration::name),
                new Column("locale", OrganizerRegistration::locale),
                new Column("timeZone", OrganizerRegistration::timeZone),
                new Column("country", OrganizerRegistration::country),
                new Column("affiliation", OrganizerRegistration::affiliation),
                new Column("sessions", row -> row.sessions() == null ? "all" : named(titles, row.sessions())),
                new Column("attended", row -> named(titles, row.attended())),
                new Column("reachable", row -> row.reach().reachable()),
                new Column("unreachableBecause", row -> row.reach().because()),
                new Column("unsubscribed", row -> String.join("; ", row.reach().unsubscribed()))));
        SignUpForm form = activity.form();
        Map<String, SignUpForm.Question> questions =
                reader == null ? Map.of() : byId(form.questions(), SignUpForm.Question::id);
        ids(form.questions().stream().map(SignUpForm.Question::id), answered, false)
                .forEach(id -> columns.add(answers(id, questions.get(id), activity, reader)));
        Map<String, SignUpForm.Consent> consents =
                reader == null ? Map.of() : byId(form.consents(), SignUpForm.Consent::id);
        ids(form.consents().stream().map(SignUpForm.Consent::id), answered, true)
                .forEach(id -> {
                    SignUpForm.Consent consent = consents.get(id);
                    columns.add(new Column(
                            consent == null ? "consents." + id : text(consent.text(), activity, reader),
                            id,
                            row -> row.consents().get(id)));
                });
        columns.add(new Column("accessibilityNeeds", OrganizerRegistration::accessibilityNeeds));
        return new Columns(apart(columns));
    }

    List<String> titles() {
        return columns.stream().map(Column::title).toList();
    }

    List<String> cells(OrganizerRegistration registration) {
        return columns.stream()
                .map(column -> Objects.toString(column.cell().apply(registration), ""))
                .toList();
    }

    private static Set<String> ids(Stream<String> asked, List<ListedRegistrations.Answered> answered, boolean consent) {
        Set<String> ids = asked.collect(Collectors.toCollection(LinkedHashSet::new));
        answered.stream()
                .filter(one -> one.consent() == consent)
                .map(ListedRegistrations.Answered::id)
                .forEach(ids::add);
        return ids;
    }

    /** What is called as another one says its id, too. */
    private static List<Column> apart(List<Column> columns) {
        Map<String, Long> times = columns.stream().collect(Collectors.groupingBy(Column::title, Collectors.counting()));
        return columns.stream()
                .map(column -> column.id() == null || times.getOrDefault(column.title(), 0L) < 2
                        ? column
                        : new Column(column.title() + " (" + column.id() + ")", column.id(), column.cell()))
                .toList();
    }

    private static Map<String, String> choices(
            SignUpForm.Question question, Activity activity, @Nullable Locale reader) {
        if (reader == null) {
            return Map.of();
        }
        Map<String, Long> times = question.options().stream()
                .collect(
                        Collectors.groupingBy(option -> text(option.label(), activity, reader), Collectors.counting()));
        return question.options().stream().collect(Collectors.toMap(SignUpForm.Option::id, option -> {
            String label = text(option.label(), activity, reader);
            return times.getOrDefault(label, 0L) < 2 ? label : label + " (" + option.id() + ")";
        }));
    }

    private static Column answers(
            String id, SignUpForm.@Nullable Question question, Activity activity, @Nullable Locale reader) {
        if (question == null) {
            return new Column("answers." + id, row -> text(row.answers().get(id), Map.of()));
        }
        Map<String, String> choices = choices(question, activity, reader);
        return new Column(
                text(question.label(), activity, reader),
                id,
                row -> text(row.answers().get(id), choices));
    }

    private static <T> Map<String, T> byId(List<T> asked, Function<T, String> id) {
        return asked.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    private static String text(LocalizedText text, Activity activity, @Nullable Locale reader) {
        return text.in(
                reader == null ? List.of() : Locale.LanguageRange.parse(reader.toLanguageTag()), activity.language());
    }

    private static @Nullable String text(@Nullable JsonNode answer, Map<String, String> choices) {
        if (answer == null || answer.isNull()) {
            return null;
        }
        if (answer.isArray()) {
            return answer.valueStream()
                    .map(one -> choices.getOrDefault(one.asString(), one.asString()))
                    .collect(Collectors.joining("; "));
        }
        return answer.isNumber()
                ? answer.decimalValue().toPlainString()
                : choices.getOrDefault(answer.asString(), answer.asString());
    }

    private static String named(Map<SessionId, String> titles, Set<SessionId> sessions) {
        return titles.entrySet().stream()
                .filter(title -> sessions.contains(title.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining("; "));
    }

    /** In the activity's language and the order of its sessions; with the start where two have the same title. */
    private static Map<SessionId, String> titles(Activity activity) {
        Map<String, Integer> times = new HashMap<>();
        activity.sessions().forEach(session -> times.merge(title(activity, session), 1, Integer::sum));
        Map<SessionId, String> titles = new LinkedHashMap<>();
        for (Session session : activity.sessions()) {
            String title = title(activity, session);
            titles.put(
                    session.id(), times.getOrDefault(title, 0) > 1 ? title + " (" + session.startsAt() + ")" : title);
        }
        return titles;
    }

    private static String title(Activity activity, Session session) {
        return activity.titleOf(session).in(List.of(), activity.language());
    }
}
