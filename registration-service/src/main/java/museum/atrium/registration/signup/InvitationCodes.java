package museum.atrium.registration.signup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.registration.programme.ActivityId;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** The codes as they are stored. The lock of the activity guards how many use them. */
@Repository
class InvitationCodes {

    private static final String USED = """
            select c.*, (select count(*) from registration r where r.code_id = c.id and r.status <> 'CANCELLED') as used
            from invitation_code c
            """;

    private final NamedParameterJdbcTemplate database;
    private final Clock clock;

    InvitationCodes(NamedParameterJdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param used how many registrations that are not cancelled came by it */
    record Used(InvitationCode code, long used) {}

    Invitations of(List<Party> parties, Collection<Seating> seatings) {
        String[] codes = parties.stream()
                .map(Party::code)
                .filter(Objects::nonNull)
                .map(InvitationCode::canonical)
                .distinct()
                .toArray(String[]::new);
        UUID[] activities =
                seatings.stream().map(seating -> seating.activity().value()).toArray(UUID[]::new);
        return new Invitations(
                codes.length == 0
                        ? List.of()
                        : database.query(
                                USED + "where c.activity_id = any(:activities) and c.code = any(:codes)",
                                new MapSqlParameterSource("activities", activities).addValue("codes", codes),
                                InvitationCodes::used));
    }

    List<Used> ofActivity(ActivityId activity) {
        return database.query(
                USED + "where c.activity_id = :activity order by c.created_at, c.code",
                new MapSqlParameterSource("activity", activity.value()),
                InvitationCodes::used);
    }

    Optional<InvitationCode> find(UUID id) {
        return database
                .query(USED + "where c.id = :id", new MapSqlParameterSource("id", id), InvitationCodes::used)
                .stream()
                .findFirst()
                .map(Used::code);
    }

    /** @return how many of them there were not yet */
    int add(Collection<InvitationCode> codes) {
        int added = 0;
        for (InvitationCode code : codes) {
            added += database.update(
                    """
                    insert into invitation_code (id, activity_id, code, uses, email_key, created_at)
                    values (:id, :activity, :code, :uses, :address, :now) on conflict (activity_id, code) do nothing
                    """,
                    new MapSqlParameterSource("id", code.id())
                            .addValue("activity", code.activity().value())
                            .addValue("code", code.code())
                            .addValue("uses", code.uses())
                            .addValue("address", code.addressKey())
                            .addValue("now", clock.instant().atOffset(ZoneOffset.UTC)));
        }
        return added;
    }

    private static Used used(ResultSet row, int number) throws SQLException {
        return new Used(
                new InvitationCode(
                        row.getObject("id", UUID.class),
                        new ActivityId(row.getObject("activity_id", UUID.class)),
                        row.getString("code"),
                        row.getObject("uses", Integer.class),
                        row.getString("email_key")),
                row.getLong("used"));
    }
}
