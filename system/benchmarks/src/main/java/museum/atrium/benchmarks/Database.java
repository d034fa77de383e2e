package museum.atrium.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import museum.atrium.localstack.parts.DatabaseAddress;

/** The database of registration-service, and tables of the same shape beside its own for the limit. */
final class Database implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Connection connection;

    Database(DatabaseAddress address) throws SQLException {
        connection = DriverManager.getConnection(address.jdbcUrl("registration"), address.user(), address.password());
    }

    /** Published activities {@code load-1} to {@code load-n}, without limit; and as many for pgbench. */
    void addActivities(int number) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    insert into activity (id, revision, slug, kind, status, language, title, summary, waitlist, reminders,
                      speakers, organizations, starts_at, ends_at, created_at)
                    select gen_random_uuid(), 1, 'load-' || n, 'WEBINAR', 'PUBLISHED', 'en', '{"en": "Load"}', '{}', false, '{}',
                      '[]', '[]', now() + interval '30 days', now() + interval '30 days 1 hour', now()
                    from generate_series(1, %d) n
                    """.formatted(number));
            statement.execute("""
                    insert into session (id, activity_id, position, revision, status, title, starts_at, ends_at, time_zone)
                    select gen_random_uuid(), id, 0, 1, 'SCHEDULED', '{"en": "Load"}', starts_at, ends_at, 'Europe/Paris'
                    from activity where slug like 'load-%'
                    """);
            statement.execute("create table limit_registration (like registration including all)");
            statement.execute("create table limit_outbox (like outbox including all)");
            statement.execute("create table limit_activity (like activity including all)");
            statement.execute("create table limit_session (like session including all)");
            // A copied table comes without its references, which a sign-up's rows are checked against all the same.
            statement.execute("alter table limit_registration add foreign key (activity_id) references limit_activity");
            statement.execute("insert into limit_activity select * from activity where slug like 'load-%'");
            statement.execute(
                    "insert into limit_session select s.* from session s join limit_activity a on a.id = s.activity_id");
            statement.execute("vacuum analyze");
        }
    }

    /** The relay has nothing left to do, so that it does not compete with what is measured next. */
    void awaitEmptyOutbox() throws SQLException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (number("select count(*) from outbox") > 0) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the outbox is not empty after " + PATIENCE);
            }
            Thread.sleep(Duration.ofMillis(200));
        }
    }

    /** @throws IllegalStateException if rows and counters are not what the answers said */
    void assertNothingLostOrDoubled(long accepted) throws SQLException {
        long stored = number("""
                select count(*) from registration r join activity a on a.id = r.activity_id where a.slug like 'load-%'
                """);
        long counted = number("select sum(taken) from activity where slug like 'load-%'");
        if (stored != counted || stored < accepted) {
            throw new IllegalStateException(
                    accepted + " were accepted, " + stored + " are stored, " + counted + " are counted");
        }
    }

    private long number(String query) throws SQLException {
        return Query.number(connection, query);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
