package museum.atrium.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import museum.atrium.localstack.parts.DatabaseAddress;

/** Postgres's own load generator: a transaction for each sign-up, with the rows that a sign-up writes, and nothing else. */
final class PgBench {

    private static final int CLIENTS = 64;
    private static final Pattern PER_SECOND = Pattern.compile("tps = ([0-9.]+) \\(without");
    private static final String SIGN_UP = """
            \\set n random(1, :activities)
            begin;
            update limit_activity set taken = taken + 1 where slug = 'load-' || :n;
            update limit_session set taken = taken + 1
            where activity_id = (select id from limit_activity where slug = 'load-' || :n);
            insert into limit_registration (id, activity_id, revision, status, email, email_key, name, language, time_zone,
              registered_at, confirmed_at, occasions)
            select gen_random_uuid(), id, 1, 'CONFIRMED', key, key, 'Load Person', 'fr', 'America/Bogota', now(), now(),
              '{"confirmed": 1}'
            from (select id, gen_random_uuid()::text as key from limit_activity where slug = 'load-' || :n) a;
            insert into limit_outbox (bucket, topic, key, type, payload, created_at)
            select 1, topic, gen_random_uuid()::text, 'museum.atrium.registration.confirmed.v1', repeat('x', 400), now()
            from (values ('atrium.contacts'), ('atrium.registrations')) topics (topic);
            commit;
            """;

    private final DatabaseAddress address;

    PgBench(DatabaseAddress address) {
        this.address = address;
    }

    /** It tells no p99: the mean stands in for it. */
    Speed run(int activities, Duration time) throws InterruptedException {
        try {
            Path script = Files.writeString(Files.createTempFile("sign-up", ".sql"), SIGN_UP);
            ProcessBuilder pgbench = new ProcessBuilder(List.of(
                            "pgbench",
                            "--no-vacuum",
                            "--protocol=prepared",
                            "--client=" + CLIENTS,
                            "--jobs=2",
                            "--time=" + time.toSeconds(),
                            "--define=activities=" + activities,
                            "--file=" + script,
                            "--host=" + address.host(),
                            "--port=" + address.port(),
                            "--username=" + address.user(),
                            "registration"))
                    .redirectErrorStream(true);
            pgbench.environment().putAll(Map.of("PGPASSWORD", address.password(), "LC_ALL", "C"));
            Process process = pgbench.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher perSecond = PER_SECOND.matcher(said);
            Files.delete(script);
            if (process.waitFor() != 0 || !perSecond.find()) {
                throw new IllegalStateException("pgbench failed: " + said);
            }
            double transactions = Double.parseDouble(perSecond.group(1));
            return new Speed(transactions, Duration.ofMillis(Math.round(CLIENTS * 1000 / transactions)));
        } catch (IOException e) {
            throw new UncheckedIOException("pgbench cannot be run", e);
        }
    }
}
