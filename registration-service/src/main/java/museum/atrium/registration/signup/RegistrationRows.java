package museum.atrium.registration.signup;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
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
                row.getLong("revision"),
                standing(row),
                new Person(
                        new EmailAddress(row.getString("email"), row.getString("email_key")),
                        row.getString("name"),
                        row.getString("language"),
                        ZoneId.of(row.getString("time_zone")),
                        row.getString("country"),
                        row.getString("affiliation")),
                sessions(row.getArray("session_ids")),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("repeated_at", OffsetDateTime.class)),
                row.getInt("link_version"),
                row.getObject("code_id", UUID.class),
                occasions(row.getString("occasions")),
                java.util.Objects.requireNonNullElse(sessions(row.getArray("attended")), Set.of()));
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

    MapSqlParameterSource[] parameters(Collection<Registration> registrations) {
        return registrations.stream().map(this::parameters).toArray(MapSqlParameterSource[]::new);
    }

    private MapSqlParameterSource parameters(Registration registration) {
        Person person = registration.person();
        Standing standing = registration.standing();
        Standing.PendingFor pendingFor = standing.pendingFor();
        Map<String, Long> occasions = new TreeMap<>();
        registration.occasions().forEach((occasion, revision) -> occasions.put(occasion.wireName(), revision));
        return new MapSqlParameterSource("id", registration.id().value())
                .addValue("activity", registration.activity().value())
                .addValue("revision", registration.revision())
                .addValue("status", standing.status().name())
                .addValue("email", person.email().text())
                .addValue("emailKey", person.email().key())
                .addValue("name", person.name())
                .addValue("language", person.language())
                .addValue("timeZone", person.timeZone().getId())
                .addValue("country", person.country())
                .addValue("affiliation", person.affiliation())
                .addValue("sessions", literal(registration.sessions()))
                .addValue("pendingFor", pendingFor == null ? null : pendingFor.name())
                .addValue("answerBy", offset(standing.answerBy()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("code", registration.invitation(), java.sql.Types.OTHER)
                .addValue("placeInLine", standing.placeInLine(), java.sql.Types.BIGINT)
                .addValue("registeredAt", offset(registration.registeredAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("confirmedAt", offset(standing.confirmedAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("repeatedAt", offset(registration.repeatedAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("linkVersion", registration.linkVersion())
                .addValue("occasions", json.writeValueAsString(occasions))
                .addValue("attended", literal(registration.attended()));
    }

    /** An array literal, because a batch of rows cannot carry SQL arrays of different lengths. */
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

    private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
