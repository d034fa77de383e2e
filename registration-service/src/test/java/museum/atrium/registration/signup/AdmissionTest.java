package museum.atrium.registration.signup;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static museum.atrium.registration.Api.expect;
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
import museum.atrium.registration.programme.SessionId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@RegistrationTest
class AdmissionTest {

    @Autowired
    Api api;

    @Autowired
    Admitting admitting;

    @Autowired
    ChangingRegistration changing;

    @Autowired
    Answering answering;

    @Autowired
    Registrations registrations;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private Admission here;
    private Admission elsewhere;

    private static final Duration OPT_IN = Duration.ofHours(1);

    @BeforeEach
    void twoInstances() {
        AdmissionSettings settings = new AdmissionSettings(2, 1000, 64, Duration.ofSeconds(20), OPT_IN);
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
                        .map(registration -> registration.history().occasions().containsKey(Occasion.PROMOTED)))
                .as("the fifty who waited first have the places")
                .containsOnly(true);
        assertCountersAreTrue();
    }

    @Test
    void groupsGetInWholeOrNotAtAllWhoeverElseComes() throws Exception {
        api.publish(api.webinar("groups", webinar -> webinar.put("capacity", 47)));

        List<Future<SignUpAnswer>> groups;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            groups = IntStream.range(0, 20)
                    .mapToObj(i -> clients.submit(() -> (i % 2 == 0 ? here : elsewhere).admit(group("groups", i, 5))))
                    .toList();
            IntStream.range(0, 10).forEach(i -> clients.submit(() -> elsewhere.admit(wish("groups", i))));
        }

        long admitted = groups.stream()
                .map(AdmissionTest::answerOf)
                .filter(SignUpAnswer.Accepted.class::isInstance)
                .count();
        Map<String, Long> members = all("groups").stream()
                .map(registration -> registration.person().name())
                .filter(name -> name.startsWith("member"))
                .collect(groupingBy(name -> name.substring(0, name.indexOf('.')), counting()));
        assertThat(members).hasSize((int) admitted);
        assertThat(members.values()).containsOnly(5L);
        assertThat(count("groups", "CONFIRMED")).isLessThanOrEqualTo(47).isGreaterThan(42);
        assertCountersAreTrue();
    }

    @Test
    void aMixtureOfEverythingAtOnceOversellsNothingAndLeavesNoPlaceEmpty() throws Exception {
        JsonNode activity = api.publish(api.webinar("mixture", webinar -> {
            webinar.put("capacity", 60).put("waitlist", true).put("placeOffers", "PT1H");
            ObjectNode second = ((ObjectNode) webinar.at("/sessions/0")).deepCopy();
            second.put("capacity", 20);
            ((ArrayNode) webinar.get("sessions")).add(second);
        }));
        SessionId open = new SessionId(
                java.util.UUID.fromString(activity.at("/sessions/0/id").stringValue()));
        SessionId small = new SessionId(
                java.util.UUID.fromString(activity.at("/sessions/1/id").stringValue()));
        for (int i = 0; i < 120; i++) {
            here.admit(Party.of("mixture", person("early" + i, java.util.Set.of(i % 2 == 0 ? open : small))));
        }
        List<Registration> early = all("mixture");

        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < early.size(); i++) {
                Registration registration = early.get(i);
                if (i % 3 == 0) {
                    clients.submit(() -> changing.cancel(registration));
                }
                clients.submit(() -> answering.accept(registration));
            }
            IntStream.range(0, 100)
                    .forEach(i -> clients.submit(
                            () -> elsewhere.admit(Party.of("mixture", person("late" + i, java.util.Set.of(open))))));
            IntStream.range(0, 20).forEach(i -> clients.submit(() -> here.admit(group("mixture", 100 + i, 3))));
            clients.submit(
                    () -> expect(200, api.organizer(HttpMethod.PATCH, "/activities/mixture", Map.of("capacity", 80))));
        }

        assertCountersAreTrue();
        List<Registration> holders = all("mixture").stream()
                .filter(registration -> registration.standing().holdsPlace())
                .toList();
        assertThat(holders).hasSizeLessThanOrEqualTo(80);
        assertThat(holders.stream().filter(registration -> registration.includes(small)))
                .hasSizeLessThanOrEqualTo(20);
        boolean smallIsFull = holders.stream()
                        .filter(registration -> registration.includes(small))
                        .count()
                == 20;
        List<Registration> waiting = all("mixture").stream()
                .filter(registration ->
                        registration.standing() instanceof Standing.Waiting w && w.offeredUntil() == null)
                .toList();
        assertThat(waiting).isNotEmpty();
        assertThat(holders.size() == 80
                        || waiting.stream().allMatch(registration -> registration.includes(small) && smallIsFull))
                .as("nobody waits whom a free place fits")
                .isTrue();
    }

    @Test
    void codesLastForAsManyAsTheySayAndWhoConfirmsTogetherGetsExactlyThePlaces() throws Exception {
        api.publish(api.webinar(
                "by-code",
                webinar -> webinar.put("capacity", 50)
                        .put("waitlist", true)
                        .put("doubleOptIn", true)
                        .put("invitationOnly", true)));
        expect(
                201,
                api.organizer(
                        HttpMethod.POST, "/activities/by-code/codes", Map.of("code", "SHARED-CODE", "uses", 200)));

        Map<String, Long> answers;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SignUpAnswer>> asked = IntStream.range(0, 300)
                    .mapToObj(i -> clients.submit(() -> (i % 2 == 0 ? here : elsewhere)
                            .admit(new Party("by-code", List.of(person("coded" + i, null)), "shared-code", null))))
                    .toList();
            answers = asked.stream().map(AdmissionTest::answerOf).collect(groupingBy(Object::toString, counting()));
        }
        assertThat(answers).containsEntry("Accepted[status=PENDING]", 200L).containsEntry("CodeWorthless[]", 100L);

        List<Registration> pending = all("by-code");
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            pending.forEach(registration -> clients.submit(() -> answering.accept(registration)));
            pending.subList(0, 40).forEach(registration -> clients.submit(() -> changing.cancel(registration)));
        }
        assertThat(count("by-code", "CONFIRMED")).isEqualTo(50);
        assertThat(count("by-code", "PENDING")).isZero();
        assertThat(count("by-code", "CANCELLED")).isEqualTo(40);
        assertThat(count("by-code", "WAITLISTED")).isEqualTo(110);
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
        Admission narrow = new Admission(admitting, new AdmissionSettings(1, 1, 1, Duration.ofMillis(50), OPT_IN));

        assertThatThrownBy(() -> narrow.admit(wish("rush", 1)))
                .as("not started")
                .isInstanceOf(Refusal.class);
    }

    private static Party wish(String slug, int i) {
        return Party.of(slug, person("person" + i, null));
    }

    private static Party group(String slug, int number, int size) {
        return new Party(
                slug,
                IntStream.range(0, size)
                        .mapToObj(i -> person("member" + number + "." + i, null))
                        .toList(),
                null,
                null);
    }

    private static Wish person(String name, java.util.@org.jspecify.annotations.Nullable Set<SessionId> sessions) {
        String address = name + "@example.org";
        return new Wish(new EmailAddress(address, address), name, null, null, null, null, sessions, Answers.NONE);
    }

    private static Party unlucky() {
        return Party.of("mixed", person("Unlucky", null));
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
                  (select count(*) from registration r where r.activity_id = a.id and (r.status = 'CONFIRMED' or r.status = 'WAITLISTED' and r.answer_by is not null))
                union all
                select a.slug from session s join activity a on a.id = s.activity_id where s.taken <>
                  (select count(*) from registration r where r.activity_id = a.id and (r.status = 'CONFIRMED' or r.status = 'WAITLISTED' and r.answer_by is not null)
                     and (r.session_ids is null or s.id = any(r.session_ids)))
                """).query(String.class).list()).isEmpty();
    }
}
