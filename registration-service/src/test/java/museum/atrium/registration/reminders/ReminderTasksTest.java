package museum.atrium.registration.reminders;

import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationApplication;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A reminder ten minutes ahead is worth nothing a quarter of an hour later, whatever broke meanwhile. */
@RegistrationTest
class ReminderTasksTest {

    private static final Duration IN_TIME = Duration.ofSeconds(20);

    @Autowired
    Api api;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    Scheduler scheduler;

    @Autowired
    HikariDataSource source;

    @Autowired
    KafkaConnectionDetails kafka;

    @Test
    void whatAKilledInstanceHadTakenUpIsTakenOverInTime() {
        UUID session = publishedWithAReminder("taken-over");

        assertThat(database.sql("""
                update scheduled_tasks
                set execution_time = :now, picked = true, picked_by = 'an instance that was killed',
                    last_heartbeat = :now, version = version + 1
                where task_name = 'reminder' and task_instance like :session || ':%'
                """)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("session", session.toString())
                        .update())
                .isEqualTo(1);

        eventually(IN_TIME, () -> assertThat(announced(session)).isEqualTo(1));
    }

    @Test
    void aReminderThatFailedIsTriedAgainInTime() {
        UUID session = publishedWithAReminder("tried-again");

        database.sql("alter table reminder_announced rename to out_of_reach").update();
        try {
            makeDue(session);
            eventually(IN_TIME, () -> assertThat(failures(session)).isPositive());
        } finally {
            database.sql("alter table out_of_reach rename to reminder_announced")
                    .update();
        }

        eventually(IN_TIME, () -> assertThat(announced(session)).isEqualTo(1));
    }

    @Test
    void nothingIsAnnouncedBeforeEverybodyListens() {
        UUID session = publishedWithAReminder("told-to-all");
        scheduler.pause();
        try {
            makeDue(session);
            SpringApplicationBuilder another =
                    new SpringApplicationBuilder(RegistrationApplication.class, SlowToStart.class);
            try (var context = another.run(
                    "--server.port=0",
                    "--spring.datasource.url=" + source.getJdbcUrl(),
                    "--spring.datasource.username=" + source.getUsername(),
                    "--spring.datasource.password=" + source.getPassword(),
                    "--spring.kafka.bootstrap-servers="
                            + String.join(",", kafka.getConsumer().getBootstrapServers()),
                    "--atrium.organizer-password=" + Api.PASSWORD,
                    "--atrium.links.manage=" + Api.MANAGE_KEY,
                    "--atrium.links.join=" + Api.JOIN_KEY)) {
                assertThat(context.getBean(SlowToStart.class).announcedTooEarly).isZero();
                eventually(IN_TIME, () -> assertThat(announced(session)).isEqualTo(1));
            }
        } finally {
            scheduler.resume();
        }
    }

    /** Takes its time after the scheduler was made and before the context is ready. */
    @TestConfiguration(proxyBeanMethods = false)
    static class SlowToStart {

        private int announcedTooEarly;

        @Bean
        @DependsOn("dbSchedulerStarter")
        Object whatIsSlow(JdbcClient database) {
            int before = number(database, "select count(*) from reminder_announced");
            throughout(
                    Duration.ofSeconds(3),
                    () -> announcedTooEarly = number(database, "select count(*) from reminder_announced") - before);
            return new Object();
        }

        private static int number(JdbcClient database, String query) {
            return database.sql(query).query(Integer.class).single();
        }
    }

    private void makeDue(UUID session) {
        database.sql("""
                update scheduled_tasks set execution_time = now() - interval '1 hour'
                where task_name = 'reminder' and task_instance like :session || ':%'
                """).param("session", session.toString()).update();
    }

    private UUID publishedWithAReminder(String slug) {
        Instant start = clock.instant().plus(Duration.ofHours(3));
        JsonNode activity = api.publish(api.webinar(slug, webinar -> {
            webinar.set("sessions", JsonMapper.shared().valueToTree(List.of(Api.session(start))));
            webinar.set("reminders", JsonMapper.shared().valueToTree(List.of("PT1H")));
        }));
        return UUID.fromString(activity.at("/sessions/0/id").stringValue());
    }

    private int announced(UUID session) {
        return database.sql("select count(*) from reminder_announced where session_id = ?")
                .param(session)
                .query(Integer.class)
                .single();
    }

    private int failures(UUID session) {
        return database.sql("""
                select coalesce(max(consecutive_failures), 0) from scheduled_tasks
                where task_name = 'reminder' and task_instance like ? || ':%'
                """).param(session.toString()).query(Integer.class).single();
    }
}
