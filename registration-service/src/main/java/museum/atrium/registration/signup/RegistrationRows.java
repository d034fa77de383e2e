package museum.atrium.registration.signup;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.programme.SessionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A registration as a row, in both directions. */
@Component
class RegistrationRows implements RowMapper<Registration> {

    private final JsonMapper json;

    RegistrationRows(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Registration mapRow(ResultSet row, int number) throws SQLException {
        return new Registration(
                new RegistrationId(row.getObject("id", UUID.class)),
                new ActivityId(row.getObject("activity_id", UUID.class)),
                standing(row),
                new Choice(person(row), sessions(row.getArray("session_ids")), answers(row.getString("answers"))),
                takeover(row),
                row.getInt("link_version"),
                row.getObject("code_id", UUID.class),
                new History(
                        row.getLong("revision"),
                        row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("repeated_at", OffsetDateTime.class)),
                        occasions(row.getString("occasions")),
                        requireNonNullElse(sessions(row.getArray("attended")), Set.of())));
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                new EmailAddress(row.getString("email"), row.getString("email_key")),
                row.getString("name"),
                row.getString("language"),
                ZoneId.of(row.getString("time_zone")),
                row.getString("country"),
                row.getString("affiliation"));
    }

    private static @Nullable Takeover takeover(ResultSet row) throws SQLException {
        UUID giver = row.getObject("takes_over", UUID.class);
        return giver == null
                ? null
                : new Takeover(new RegistrationId(giver), Takeover.As.valueOf(row.getString("takes_over_as")));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        Instant answerBy = instant(row.getObject("answer_by", OffsetDateTime.class));
        return switch (RegistrationStatus.valueOf(row.getString("status"))) {
            case PENDING ->
                switch (Standing.PendingFor.valueOf(row.getString("pending_for"))) {
                    case ADDRESS -> new Standing.AwaitingAddress(requireNonNull(answerBy));
                    case APPROVAL -> new Standing.AwaitingApproval();
                };
            case INTERESTED -> new Standing.Interested();
            case CONFIRMED ->
                new Standing.Confirmed(requireNonNull(instant(row.getObject("confirmed_at", OffsetDateTime.class))));
            case WAITLISTED -> new Standing.Waiting(row.getLong("place_in_line"), answerBy);
            case CANCELLED -> new Standing.Cancelled();
        };
    }

    /** One array a column, in the order of the registrations; for {@code unnest}. */
    MapSqlParameterSource columns(Collection<Registration> registrations) {
        Columns columns = new Columns(registrations);
        return new MapSqlParameterSource(
                        "id", columns.of(UUID[]::new, row -> row.id().value()))
                .addValue(
                        "activity",
                        columns.of(UUID[]::new, row -> row.activity().value()))
                .addValue("revision", columns.of(Long[]::new, Registration::revision))
                .addValue("status", columns.of(row -> row.standing().status()))
                .addValue("email", columns.of(row -> row.person().email().text()))
                .addValue("emailKey", columns.of(row -> row.person().email().key()))
                .addValue("name", columns.of(row -> row.person().name()))
                .addValue("language", columns.of(row -> row.person().language()))
                .addValue("timeZone", columns.of(row -> row.person().timeZone()))
                .addValue("country", columns.of(row -> row.person().country()))
                .addValue("affiliation", columns.of(row -> row.person().affiliation()))
                .addValue("sessions", columns.of(row -> literal(row.sessions())))
                .addValue("pendingFor", columns.of(row -> row.standing().pendingFor()))
                .addValue("answerBy", columns.of(row -> row.standing().answerBy()))
                .addValue("code", columns.of(UUID[]::new, Registration::invitation))
                .addValue(
                        "placeInLine",
                        columns.of(Long[]::new, row -> row.standing().placeInLine()))
                .addValue("registeredAt", columns.of(row -> row.registeredAt()))
                .addValue("confirmedAt", columns.of(row -> row.standing().confirmedAt()))
                .addValue("repeatedAt", columns.of(row -> row.history().repeatedAt()))
                .addValue("linkVersion", columns.of(Integer[]::new, Registration::linkVersion))
                .addValue("occasions", columns.of(this::occasions))
                .addValue("attended", columns.of(row -> literal(row.attended())))
                .addValue("answers", columns.of(this::answers))
                .addValue(
                        "takesOver",
                        columns.of(
                                UUID[]::new,
                                row -> row.takeover() == null
                                        ? null
                                        : row.takeover().from().value()))
                .addValue(
                        "takesOverAs",
                        columns.of(row ->
                                row.takeover() == null ? null : row.takeover().as()));
    }

    private record Columns(Collection<Registration> rows) {

        <T> T[] of(IntFunction<T[]> array, Function<Registration, @Nullable T> column) {
            return rows.stream().map(column).toArray(array);
        }

        /** As text: Postgres reads instants, enum constants and zones from it. */
        String[] of(Function<Registration, @Nullable Object> column) {
            return of(String[]::new, row -> {
                Object value = column.apply(row);
                return value == null ? null : value.toString();
            });
        }
    }

    private Answers answers(@Nullable String stored) {
        return stored == null ? Answers.NONE : json.readValue(stored, Answers.class);
    }

    private @Nullable String answers(Registration registration) {
        Answers answers = registration.answers();
        return answers.version() == 0 ? null : json.writeValueAsString(answers);
    }

    private String occasions(Registration registration) {
        Map<String, Long> occasions = new TreeMap<>();
        registration
                .history()
                .occasions()
                .forEach((occasion, revision) -> occasions.put(occasion.wireName(), revision));
        return json.writeValueAsString(occasions);
    }

    /** An array literal, because SQL has no arrays of arrays of different lengths. */
    private static @Nullable String literal(@Nullable Set<SessionId> sessions) {
        return sessions == null
                ? null
                : sessions.stream().map(SessionId::toString).sorted().collect(joining(",", "{", "}"));
    }

    private static @Nullable Set<SessionId> sessions(@Nullable Array stored) throws SQLException {
        return stored == null
                ? null
                : Stream.of((UUID[]) stored.getArray()).map(SessionId::new).collect(toUnmodifiableSet());
    }

    private Map<Occasion, Long> occasions(String stored) {
        Map<Occasion, Long> occasions = new EnumMap<>(Occasion.class);
        Map<String, Long> named = json.readValue(stored, new TypeReference<Map<String, Long>>() {});
        for (Occasion occasion : Occasion.values()) {
            Long revision = named.get(occasion.wireName());
            if (revision != null) {
                occasions.put(occasion, revision);
            }
        }
        return occasions;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime stored) {
        return stored == null ? null : stored.toInstant();
    }
}
