package museum.atrium.registration.speakers;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.signup.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The invitations as they are stored. Whoever changes one holds the lock of its activity. */
@Repository
class SpeakerInvitations {

    private final JdbcClient database;
    private final JsonMapper json;

    SpeakerInvitations(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Optional<SpeakerInvitation> find(SpeakerId id) {
        return database.sql("select * from speaker_invitation where id = :id")
                .param("id", id.value())
                .query(this::invitation)
                .optional();
    }

    /** In the order in which they were invited. */
    List<SpeakerInvitation> of(ActivityId activity) {
        return database.sql("""
                select * from speaker_invitation where activity_id = :activity order by invited_at, id
                """)
                .param("activity", activity.value())
                .query(this::invitation)
                .list();
    }

    void insert(SpeakerInvitation invitation) {
        bind("""
                insert into speaker_invitation (id, activity_id, revision, status, email, email_key, name, language, time_zone,
                  session_ids, link_version, invited_at, answered_at, occasions)
                values (:id, :activity, :revision, :status, :email, :emailKey, :name, :language, :timeZone, :sessions,
                  :linkVersion, :invitedAt, :answeredAt, :occasions::jsonb)
                """, invitation)
                .param("activity", invitation.activity().value())
                .param("email", invitation.invitee().email().text())
                .param("emailKey", invitation.invitee().email().key())
                .param("invitedAt", invitation.invitedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Activity, address and the day of the invitation never change. */
    void update(SpeakerInvitation invitation) {
        bind("""
                update speaker_invitation set revision = :revision, status = :status, name = :name, language = :language,
                  time_zone = :timeZone, session_ids = :sessions, link_version = :linkVersion, answered_at = :answeredAt,
                  occasions = :occasions::jsonb
                where id = :id
                """, invitation).update();
    }

    void erase(SpeakerId id) {
        database.sql("delete from speaker_invitation where id = :id")
                .param("id", id.value())
                .update();
    }

    private JdbcClient.StatementSpec bind(String sql, SpeakerInvitation invitation) {
        Invitee invitee = invitation.invitee();
        Set<SessionId> sessions = invitation.sessions();
        Instant answeredAt = invitation.answeredAt();
        return database.sql(sql)
                .param("id", invitation.id().value())
                .param("revision", invitation.revision())
                .param("status", invitation.status().name())
                .param("name", invitee.name())
                .param("language", invitee.language())
                .param("timeZone", invitee.timeZone().getId())
                .param(
                        "sessions",
                        sessions == null
                                ? null
                                : sessions.stream()
                                        .map(SessionId::value)
                                        .sorted()
                                        .toArray(UUID[]::new),
                        Types.ARRAY)
                .param("linkVersion", invitation.linkVersion())
                .param("answeredAt", answeredAt == null ? null : answeredAt.atOffset(ZoneOffset.UTC))
                .param("occasions", written(invitation.occasions()));
    }

    private SpeakerInvitation invitation(ResultSet row, int number) throws SQLException {
        OffsetDateTime answeredAt = row.getObject("answered_at", OffsetDateTime.class);
        return new SpeakerInvitation(
                new SpeakerId(row.getObject("id", UUID.class)),
                new ActivityId(row.getObject("activity_id", UUID.class)),
                row.getLong("revision"),
                SpeakerStatus.valueOf(row.getString("status")),
                new Invitee(
                        new EmailAddress(row.getString("email"), row.getString("email_key")),
                        row.getString("name"),
                        row.getString("language"),
                        ZoneId.of(row.getString("time_zone"))),
                sessions(row.getArray("session_ids")),
                row.getInt("link_version"),
                row.getObject("invited_at", OffsetDateTime.class).toInstant(),
                answeredAt == null ? null : answeredAt.toInstant(),
                occasions(row.getString("occasions")));
    }

    private static @Nullable Set<SessionId> sessions(@Nullable Array stored) throws SQLException {
        return stored == null
                ? null
                : Stream.of((UUID[]) stored.getArray()).map(SessionId::new).collect(Collectors.toUnmodifiableSet());
    }

    private String written(Map<SpeakerOccasion, Long> occasions) {
        Map<String, Long> named = new TreeMap<>();
        occasions.forEach((occasion, revision) -> named.put(occasion.wireName(), revision));
        return json.writeValueAsString(named);
    }

    private Map<SpeakerOccasion, Long> occasions(String stored) {
        Map<String, Long> named = json.readValue(stored, new TypeReference<Map<String, Long>>() {});
        Map<SpeakerOccasion, Long> occasions = new EnumMap<>(SpeakerOccasion.class);
        for (SpeakerOccasion occasion : SpeakerOccasion.values()) {
            Long revision = named.get(occasion.wireName());
            if (revision != null) {
                occasions.put(occasion, revision);
            }
        }
        return occasions;
    }
}
