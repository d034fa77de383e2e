package museum.atrium.notification.reachability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How registrations are reached as it is, and as it was told last; of whom nothing was ever told mails reach them, all of them. */
@Repository
class Reaches {

    private static final String DIFFERING = """
            from contacts c
            left join suppressions s on s.address_key = c.address_key
            left join reach told on told.registration = c.registration,
              lateral (select array(
                select topic from mail_choices where registration = c.registration and not wanted
                union all
                select a.topic from address_choices a
                where a.address_key = c.address_key and not a.wanted
                  and not exists (select from mail_choices where registration = c.registration and topic = a.topic)
                order by topic) as unsubscribed) chosen
            where (s.cause, s.since, chosen.unsubscribed)
              is distinct from (told.because, told.since, coalesce(told.unsubscribed, '{}'))
            """;

    private static final String CHANGES = """
            select c.registration, s.cause as because, s.since, chosen.unsubscribed, coalesce(told.revision, 0) as revision,
              told.because as because_before, told.since as since_before, told.unsubscribed as unsubscribed_before
            """ + DIFFERING;

    private final JdbcClient jdbc;

    Reaches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Change> changesOf(UUID registration) {
        return jdbc.sql(CHANGES + "and c.registration = :registration")
                .param("registration", registration)
                .query((row, number) -> change(row))
                .list();
    }

    List<Change> changesOf(String addressKey, int most) {
        return jdbc.sql(CHANGES + "and c.address_key = :address order by c.registration limit :most")
                .param("address", addressKey)
                .param("most", most)
                .query((row, number) -> change(row))
                .list();
    }

    /** Addresses of registrations of which something else is so than was told, in their order. */
    List<String> untold(int most) {
        return jdbc.sql("select distinct c.address_key " + DIFFERING + """
                  and c.registration in (
                    select registration from mail_choices
                    union select registration from reach
                    union select known.registration from contacts known
                          where known.address_key in (select address_key from suppressions
                                                      union select address_key from address_choices))
                order by c.address_key limit :most
                """)
                .param("most", most)
                .query((row, number) -> row.getString("address_key"))
                .list();
    }

    void save(List<Change> changes) {
        jdbc.sql("""
                insert into reach (registration, revision, because, since, unsubscribed)
                select registration, revision, because, since, string_to_array(unsubscribed, ',')
                from unnest(:registrations::uuid[], :revisions::bigint[], :because::text[], :since::timestamptz[],
                            :unsubscribed::text[])
                  as now (registration, revision, because, since, unsubscribed)
                on conflict (registration) do update
                set revision = excluded.revision, because = excluded.because, since = excluded.since,
                    unsubscribed = excluded.unsubscribed
                """)
                .param(
                        "registrations",
                        changes.stream().map(Change::registration).toArray(UUID[]::new))
                .param("revisions", changes.stream().map(Change::revision).toArray(Long[]::new))
                .param(
                        "because",
                        changes.stream().map(change -> change.now().because()).toArray(String[]::new))
                .param(
                        "since",
                        changes.stream()
                                .map(change -> text(change.now().since()))
                                .toArray(String[]::new))
                .param(
                        "unsubscribed",
                        changes.stream()
                                .map(change -> String.join(",", change.now().unsubscribed()))
                                .toArray(String[]::new))
                .update();
    }

    int delete(UUID registration) {
        return jdbc.sql("delete from reach where registration = :registration")
                .param("registration", registration)
                .update();
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getObject("registration", UUID.class),
                row.getLong("revision") + 1,
                row.getLong("revision") == 0
                        ? Reach.UNHINDERED
                        : reach(row, "because_before", "since_before", "unsubscribed_before"),
                reach(row, "because", "since", "unsubscribed"));
    }

    private static Reach reach(ResultSet row, String because, String since, String unsubscribed) throws SQLException {
        return new Reach(
                row.getString(because),
                instant(row, since),
                Stream.of((String[]) row.getArray(unsubscribed).getArray()).toList());
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
