package museum.atrium.notification.preferences;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import museum.atrium.notification.composing.Topic;
import museum.atrium.notification.reachability.Addresses;
import museum.atrium.notification.reachability.TellingReach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people want of the mails that can be stopped. It counts from the next mail that is looked at before it is sent. */
@Repository
class Preferences {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Addresses addresses;
    private final TellingReach reach;

    Preferences(JdbcClient jdbc, JsonMapper json, Addresses addresses, TellingReach reach) {
        this.jdbc = jdbc;
        this.json = json;
        this.addresses = addresses;
        this.reach = reach;
    }

    /** Empty when it was erased. */
    Optional<Reader> of(UUID registration) {
        return jdbc.sql("""
                select c.language, a.kind, a.title, a.language as own,
                       array(
                         select topic from mail_choices where registration = r.id and not wanted
                         union all
                         select every.topic from address_choices every
                         where every.address_key = c.address_key and not every.wanted
                           and not exists (select from mail_choices where registration = r.id and topic = every.topic)
                       ) as unwanted
                from registrations r
                join activities a on a.id = r.activity
                join contacts c on c.registration = r.id
                where r.id = :registration and a.revision > 0
                """)
                .param("registration", registration)
                .query((row, number) -> reader(row))
                .optional();
    }

    private Reader reader(ResultSet row) throws SQLException {
        return new Reader(
                row.getString("language"),
                row.getString("kind").equals("SERIES"),
                json.readValue(row.getString("title"), TEXTS),
                row.getString("own"),
                Stream.of((String[]) row.getArray("unwanted").getArray())
                        .map(Topic::valueOf)
                        .collect(Collectors.toSet()));
    }

    /** For this registration, whatever was said of its address. */
    @Transactional
    public void chooseHere(UUID registration, Set<Topic> topics, Set<Topic> wanted) {
        addresses.holdOf(registration);
        topics.forEach(topic -> save(registration, topic, wanted.contains(topic)));
        reach.tellOf(registration);
    }

    private void save(UUID registration, Topic topic, boolean wanted) {
        jdbc.sql("""
                insert into mail_choices (registration, topic, wanted)
                select id, :topic, :wanted from registrations where id = :registration
                on conflict (registration, topic) do update set wanted = excluded.wanted, chosen_at = now()
                """)
                .param("registration", registration)
                .param("topic", topic.name())
                .param("wanted", wanted)
                .update();
    }

    /** For the address, whatever was said of one of its registrations. */
    @Transactional
    public void chooseForAll(UUID registration, Set<Topic> topics, Set<Topic> wanted) {
        Optional<String> address = addresses.holdOf(registration);
        for (Topic topic : topics) {
            jdbc.sql("""
                    insert into address_choices (address_key, topic, wanted)
                    select address_key, :topic, :wanted from contacts where registration = :registration
                    on conflict (address_key, topic) do update set wanted = excluded.wanted, chosen_at = now()
                    """)
                    .param("registration", registration)
                    .param("topic", topic.name())
                    .param("wanted", wanted.contains(topic))
                    .update();
            jdbc.sql("""
                    delete from mail_choices m using contacts own, contacts c
                    where own.registration = :registration and c.address_key = own.address_key
                      and m.registration = c.registration and m.topic = :topic
                    """)
                    .param("registration", registration)
                    .param("topic", topic.name())
                    .update();
        }
        address.ifPresent(reach::tellOfAll);
    }
}
