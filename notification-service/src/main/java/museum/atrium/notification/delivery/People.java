package museum.atrium.notification.delivery;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import museum.atrium.notification.composing.Role;
import museum.atrium.notification.composing.Standing;
import museum.atrium.notification.composing.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The participants as they are known at this moment. */
@Repository
class People {

    private static final TypeReference<Map<String, Long>> OCCASIONS = new TypeReference<>() {};

    private static final String PERSON = """
            select r.id, r.activity, r.revision, r.role, r.status, r.pending_for, r.answer_by, r.sessions, r.confirmed_at,
                   r.link_version, r.occasions, r.attended, r.calendar, c.registration is not null as reachable,
                   c.revision as contact_revision, c.email, c.name, c.language, c.time_zone,
                   exists (select from suppressions where address_key = c.address_key) as suppressed,
                   array(
                     select topic from mail_choices where registration = r.id and not wanted
                     union all
                     select a.topic from address_choices a where a.address_key = c.address_key and not a.wanted
                       and not exists (select from mail_choices where registration = r.id and topic = a.topic)
                   ) as unwanted
            from registrations r
            left join contacts c on c.registration = r.id
            """;

    /** Mail programs cut longer mails off. */
    private static final int MOST_OF_ONE_ADDRESS = 100;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    People(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Held until commit: two mails to one person must not both decide what the first one tells. Who was erased is not
     * among them.
     */
    Map<UUID, Person> hold(Collection<UUID> registrations) {
        return jdbc
                .sql(PERSON + """
                where r.id = any(:registrations) and r.activity is not null
                order by r.id
                for no key update of r
                """)
                .param("registrations", registrations.toArray(UUID[]::new))
                .query((row, number) -> person(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /** As they are, held by nobody. */
    Map<UUID, Person> see(Collection<UUID> registrations) {
        return jdbc
                .sql(PERSON + "where r.id = any(:registrations) and r.activity is not null")
                .param("registrations", registrations.toArray(UUID[]::new))
                .query((row, number) -> person(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /** Some of those of an activity, in the order of their ids, after this one; null: from the first on. */
    List<Person> ofActivity(UUID activity, @Nullable UUID after, int most) {
        return jdbc.sql(PERSON + """
                where r.activity = :activity and r.audience_since is not null and (:after::uuid is null or r.id > :after)
                order by r.id
                limit :most
                """)
                .param("activity", activity)
                .param("after", after)
                .param("most", most)
                .query((row, number) -> person(row))
                .list();
    }

    /**
     * Every registration of the address that this one has, itself included, newest first. Only those that are not over,
     * and whose address is certain.
     */
    List<Person> ofSameAddress(UUID registration) {
        return jdbc
                .sql(PERSON + """
                where c.address_key = (select address_key from contacts where registration = :registration)
                  and r.audience_since is not null and r.status <> 'CANCELLED'
                order by r.registered_at desc, r.id desc
                limit :most
                """)
                .param("registration", registration)
                .param("most", MOST_OF_ONE_ADDRESS)
                .query((row, number) -> person(row))
                .list()
                .stream()
                .filter(person -> person.standing() != Standing.OTHER && !person.awaitsOtherHalf())
                .toList();
    }

    /**
     * Those of the deliveries whose person is registered, under the same address, for what they are about. What still waits
     * for its address to be confirmed counts for nothing: anybody may have written it.
     */
    Set<Long> signedUpFor(Collection<Untold> deliveries) {
        if (deliveries.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql("""
                select asked.delivery
                from unnest(:deliveries::bigint[], :registrations::uuid[], :activities::uuid[])
                  as asked (delivery, registration, activity)
                join contacts own on own.registration = asked.registration
                where exists (
                  select from contacts c join registrations r on r.id = c.registration
                  where c.address_key = own.address_key and r.activity = asked.activity
                    and (r.status in ('CONFIRMED', 'WAITLISTED', 'INTERESTED')
                      or r.status = 'PENDING' and r.pending_for = 'APPROVAL')
                    -- Not while only one half of a new address has come.
                    and c.revision between coalesce((r.occasions->>'addressChanged')::bigint, 0) and r.revision)
                """)
                .param("deliveries", deliveries.stream().map(Untold::delivery).toArray(Long[]::new))
                .param(
                        "registrations",
                        deliveries.stream().map(Untold::registration).toArray(UUID[]::new))
                .param("activities", deliveries.stream().map(Untold::activity).toArray(UUID[]::new))
                .query(Long.class)
                .list());
    }

    private Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getObject("activity", UUID.class),
                row.getLong("revision"),
                Standing.of(row.getString("status"), row.getString("pending_for")),
                Role.of(row.getString("role")),
                instant(row.getObject("answer_by", OffsetDateTime.class)),
                ids(row.getArray("sessions")),
                instant(row.getObject("confirmed_at", OffsetDateTime.class)),
                row.getInt("link_version"),
                json.readValue(row.getString("occasions"), OCCASIONS),
                Set.copyOf(attended(row.getArray("attended"))),
                row.getObject("calendar", UUID.class),
                Stream.of((String[]) row.getArray("unwanted").getArray())
                        .map(Topic::valueOf)
                        .collect(Collectors.toSet()),
                row.getBoolean("suppressed"),
                row.getBoolean("reachable") ? contact(row) : null);
    }

    private static Person.Contact contact(ResultSet row) throws SQLException {
        return new Person.Contact(
                row.getLong("contact_revision"),
                row.getString("email"),
                row.getString("name"),
                row.getString("language"),
                row.getString("time_zone"));
    }

    private static List<UUID> attended(@Nullable Array array) throws SQLException {
        List<UUID> ids = ids(array);
        return ids == null ? List.of() : ids;
    }

    private static @Nullable List<UUID> ids(@Nullable Array array) throws SQLException {
        return array == null ? null : Arrays.asList((UUID[]) array.getArray());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
