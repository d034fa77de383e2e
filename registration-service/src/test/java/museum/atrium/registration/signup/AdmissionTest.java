package museum.atrium.registration.signup;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import museum.atrium.http.Refusal;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RegistrationTest
class AdmissionTest {

    @Autowired
    Api api;

    @Autowired
    Admitting admitting;

    @Autowired
    ChangingRegistration changing;

    @Autowired
    Registrations registrations;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private Admission here;
    private Admission elsewhere;

    @BeforeEach
    void twoInstances() {
        AdmissionSettings settings = new AdmissionSettings(2, 1000, 64, Duration.ofSeconds(20));
        here = new Admission(admitting, settings);
        elsewhere = new Admission(admitting, settings);
        here.start();
        elsewhere.start();
    }

    @AfterEach
    void stop() {
        here.stop();
        elsewhere.stop();
    }

    @Test
    void fiveHundredAtOnceOverTwoInstancesGetExactlyThePlacesThereAre() throws Exception {
        api.publish(api.webinar("rush", webinar -> webinar.put("capacity", 120).put("waitlist", true)));
        api.publish(api.webinar("calm", webinar -> webinar.put("capacity", 3)));

        Map<String, Long> answers;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SignUpAnswer>> asked = IntStream.range(0, 500)
                    .mapToObj(i -> clients.submit(() ->
                            (i % 2 == 0 ? here : elsewhere).admit(wish(i % 10 == 0 ? "calm" : "rush", i))))
                    .toList();
            answers = asked.stream().map(AdmissionTest::answerOf).collect(groupingBy(Object::toString, counting()));
        }

        assertThat(answers.get("Accepted[status=CONFIRMED]")).isEqualTo(123);
        assertThat(answers.get("Accepted[status=WAITLISTED]")).isEqualTo(330);
        assertThat(answers.get("Full[]")).isEqualTo(47);
        assertThat(count("rush", "CONFIRMED")).isEqualTo(120);
        assertThat(count("rush", "WAITLISTED")).isEqualTo(330);
        assertThat(count("calm", "CONFIRMED")).isEqualTo(3);
        assertCountersAreTrue();
    }

    @Test
    void comingAndGoingAtOnceLeavesNoPlaceEmptyWhileSomebodyWaits() throws Exception {
        api.publish(api.webinar("churn", webinar -> webinar.put("capacity", 50).put("waitlist", true)));
        for (int i = 0; i < 100; i++) {
            here.admit(wish("churn", i));
        }
        List<Registration> confirmed = all("churn").stream()
                .filter(registration -> registration.status() == RegistrationStatus.CONFIRMED)
                .toList();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            confirmed.forEach(registration -> clients.submit(() -> changing.cancel(registration)));
            IntStream.range(100, 200).forEach(i -> clients.submit(() -> elsewhere.admit(wish("churn", i))));
        }

        assertThat(count("churn", "CONFIRMED")).isEqualTo(50);
        assertThat(count("churn", "CANCELLED")).isEqualTo(50);
        assertThat(count("churn", "WAITLISTED")).isEqualTo(100);
        assertThat(all("churn").stream()
                        .filter(registration -> registration.status() == RegistrationStatus.CONFIRMED)
                        .map(registration -> registration.occasions().containsKey(Occasion.PROMOTED)))
                .as("the fifty who waited first have the places")
                .containsOnly(true);
        assertCountersAreTrue();
    }

    @Test
    void oneThatCannotBeStoredDoesNotFailTheOthers() throws Exception {
        api.publish(api.webinar("mixed", webinar -> webinar.put("capacity", 50)));
        database.sql("""
                create or replace function refuse_unlucky() returns trigger language plpgsql as $$
                begin if new.name = 'Unlucky' then raise exception 'no luck'; end if; return new; end $$;
                create or replace trigger unlucky before insert on registration for each row execute function refuse_unlucky();
                """).update();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SignUpAnswer>> asked = transaction.execute(status -> {
                // While this lock is held, all of them gather behind it and are then admitted together.
                database.sql("select id from activity where slug = 'mixed' for update")
                        .query(java.util.UUID.class)
                        .single();
                return IntStream.range(0, 20)
                        .mapToObj(i -> clients.submit(() -> here.admit(i == 7 ? unlucky() : wish("mixed", i))))
                        .toList();
            });
            assertThat(asked.stream().filter(AdmissionTest::succeeded)).hasSize(19);
        } finally {
            database.sql("drop trigger unlucky on registration").update();
        }
        assertThat(count("mixed", "CONFIRMED")).isEqualTo(19);
        assertCountersAreTrue();
    }

    @Test
    void whoDoesNotFitIntoTheLineIsToldToComeBack() {
        Admission narrow = new Admission(admitting, new AdmissionSettings(1, 1, 1, Duration.ofMillis(50)));

        assertThatThrownBy(() -> narrow.admit(wish("rush", 1)))
                .as("not started")
                .isInstanceOf(Refusal.class);
    }

    private static Wish wish(String slug, int i) {
        String address = "person" + i + "@example.org";
        return new Wish(slug, new EmailAddress(address, address), "Person " + i, null, null, null, null, null, null);
    }

    private static Wish unlucky() {
        return new Wish(
                "mixed",
                new EmailAddress("u@example.org", "u@example.org"),
                "Unlucky",
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static SignUpAnswer answerOf(Future<SignUpAnswer> asked) {
        try {
            return asked.get();
        } catch (java.util.concurrent.ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean succeeded(Future<SignUpAnswer> asked) {
        try {
            asked.get();
            return true;
        } catch (java.util.concurrent.ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Registration> all(String slug) {
        return database
                .sql("select r.id from registration r join activity a on a.id = r.activity_id where a.slug = :slug")
                .param("slug", slug)
                .query((row, number) -> new RegistrationId(row.getObject("id", java.util.UUID.class)))
                .list()
                .stream()
                .map(id -> registrations.find(id).orElseThrow())
                .toList();
    }

    private long count(String slug, String status) {
        return database.sql("""
                select count(*) from registration r join activity a on a.id = r.activity_id
                where a.slug = :slug and r.status = :status
                """)
                .param("slug", slug)
                .param("status", status)
                .query(Long.class)
                .single();
    }

    private void assertCountersAreTrue() {
        assertThat(database.sql("""
                select a.slug from activity a where a.taken <>
                  (select count(*) from registration r where r.activity_id = a.id and r.status = 'CONFIRMED')
                union all
                select a.slug from session s join activity a on a.id = s.activity_id where s.taken <>
                  (select count(*) from registration r where r.activity_id = a.id and r.status = 'CONFIRMED'
                     and (r.session_ids is null or s.id = any(r.session_ids)))
                """).query(String.class).list()).isEmpty();
    }
}
