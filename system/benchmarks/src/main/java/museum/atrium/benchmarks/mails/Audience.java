package museum.atrium.benchmarks.mails;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import museum.atrium.benchmarks.Query;
import museum.atrium.localstack.parts.DatabaseAddress;

/** The database of notification-service: who is registered for what, and what became of their mails. */
final class Audience implements AutoCloseable {

    record Activity(UUID id, UUID session) {}

    private static final Duration POLL = Duration.ofMillis(100);

    private final Connection connection;

    Audience(DatabaseAddress address) throws SQLException {
        connection = DriverManager.getConnection(address.jdbcUrl("notification"), address.user(), address.password());
    }

    /** A webinar with that many registrations, in six languages and as many time zones. They are numbered from 0. */
    Activity add(String slug, int registrations) throws SQLException {
        Activity activity = new Activity(UUID.randomUUID(), UUID.randomUUID());
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    insert into activities (id, revision, slug, kind, status, language, title, summary, organizers)
                    values ('%s', 1, '%s', 'WEBINAR', 'PUBLISHED', 'en',
                      '{"en": "Caring for collections", "fr": "Prendre soin des collections"}',
                      '{"en": "What a store needs, and what it can do without."}', '{Example Network}')
                    """.formatted(activity.id(), slug));
            statement.execute("""
                    insert into sessions (id, activity, revision, status, title, starts_at, ends_at, time_zone)
                    values ('%s', '%s', 1, 'SCHEDULED', '{"en": "Live session"}', now() + interval '30 days',
                      now() + interval '30 days 1 hour', 'Europe/Paris')
                    """.formatted(activity.session(), activity.id()));
            statement.execute("""
                    insert into contacts (registration, email, name, language, time_zone, address_key)
                    select md5('%1$s' || n)::uuid, 'person-' || n || '@example.org', 'Load Person',
                      ('{en,fr,es,de,pt,sl}'::text[])[n %% 6 + 1],
                      ('{Europe/Paris,America/Bogota,Asia/Tokyo,Europe/Ljubljana,Africa/Lagos,America/Sao_Paulo}'::text[])[n %% 6 + 1],
                      'person-' || n || '@example.org'
                    from generate_series(0, %2$d - 1) n
                    """.formatted(slug, registrations));
            statement.execute("""
                    insert into registrations (id, activity, revision, status, registered_at, confirmed_at, audience_since)
                    select md5('%1$s' || n)::uuid, '%2$s', 1, 'CONFIRMED', now(), now(), nextval('arrivals')
                    from generate_series(0, %3$d - 1) n
                    """.formatted(slug, activity.id(), registrations));
            statement.execute("vacuum analyze");
        }
        return activity;
    }

    /** @return how long it took until all of an activity's mails of that kind were planned */
    Duration awaitPlanned(Activity activity, String kind, Duration patience) throws SQLException, InterruptedException {
        return await("""
                select count(*) from notices where not finished or kind = '%s' and activity = '%s'
                having bool_and(finished) and count(*) > 0
                """.formatted(kind, activity.id()), patience);
    }

    /** That no mail is planned, waits or is being sent; also none of the reminders that were announced last. */
    void awaitNothingToSend(long reminders, Duration patience) throws SQLException, InterruptedException {
        await("""
                select count(*) from notices having bool_and(finished) and count(*) filter (where kind = 'REMINDER') = %d
                  and not exists (select from deliveries where queued) and not exists (select from claims)
                """.formatted(reminders), patience);
    }

    /** Until the query finds a row. */
    private Duration await(String query, Duration patience) throws SQLException, InterruptedException {
        long began = System.nanoTime();
        try (var statement = connection.prepareStatement(query)) {
            while (true) {
                try (var found = statement.executeQuery()) {
                    long took = System.nanoTime() - began;
                    if (found.next()) {
                        return Duration.ofNanos(took);
                    }
                    if (took > patience.toNanos()) {
                        throw new IllegalStateException("not within " + patience + ": " + query);
                    }
                }
                Thread.sleep(POLL);
            }
        }
    }

    long waiting() throws SQLException {
        return Query.number(connection, "select count(*) from deliveries where queued");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
