package museum.atrium.notification.reachability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import museum.atrium.notification.composing.Topic;
import museum.atrium.notification.story.ManageLinks;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithSomebody;
import museum.atrium.notification.suppression.Suppressions;
import museum.atrium.testing.Contracts;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Others are told whom mails do not reach and who does not want them, and not whose address that is. */
class ReachTest extends WithSomebody {

    @LocalServerPort
    int port;

    @Autowired
    Suppressions suppressions;

    @Autowired
    Untold untold;

    @Test
    void ofASuppressedAddressEachRegistrationIsToldAlsoOneThatComesLater() {
        UUID earlier = story.somebody();
        UUID later = story.somebody();
        announcer.tell(story.contact(somebody), story.contact(earlier, 1, Story.address(somebody)));
        suppressions.bounced(Story.address(somebody), "550 5.1.1 No such user", 1);

        announcer.tell(story.contact(later, 1, Story.address(somebody)), story.contact(later, 2, Story.address(later)));
        suppressions.lift(suppression());

        for (UUID one : List.of(somebody, earlier)) {
            assertTold(one, "bounced 1 BOUNCED []", "suppressionLifted 2 null []");
        }
        assertTold(later, "bounced 1 BOUNCED []", "suppressionLifted 2 null []");
    }

    @Test
    void ofWhomNothingIsSaidNothingIsTold() {
        announcer.tell(story.published(), story.contact(somebody), story.confirmed(somebody));
        post("choice=here&topic=reminders&topic=follow-ups&topic=recordings&topic=messages");

        suppressions.add(Story.address(somebody));
        suppressions.add(Story.address(somebody));

        assertTold(somebody, "suppressed 1 ORGANIZER []");
    }

    @Test
    void whatSomebodyStopsIsToldForOneRegistrationOrForAllOfTheirs() {
        UUID other = story.somebody();
        announcer.tell(story.published(), story.contact(somebody), story.confirmed(somebody));
        announcer.tell(story.contact(other, 1, Story.address(somebody)));

        post("List-Unsubscribe=One-Click");
        post("List-Unsubscribe=One-Click");
        post("choice=everywhere&topic=messages&topic=recordings&topic=follow-ups");
        post("choice=here&topic=messages&topic=recordings&topic=follow-ups&topic=reminders");

        assertTold(
                somebody,
                "unsubscribed 1 null [\"MESSAGES\"]",
                "unsubscribed 2 null [\"REMINDERS\"]",
                "resubscribed 3 null []");
        assertTold(other, "unsubscribed 1 null [\"REMINDERS\"]");
    }

    @Test
    void nothingIsKeptOfWhoIsErasedAndNothingToldAnyMore() {
        announcer.tell(story.published(), story.contact(somebody), story.confirmed(somebody));
        suppressions.add(Story.address(somebody));
        post("List-Unsubscribe=One-Click");

        announcer.tell(story.forgotten(somebody));
        suppressions.lift(suppression());
        announcer.tell(Story.erasure(UUID.randomUUID(), somebody));
        suppressions.add(Story.address(somebody));

        assertTold(
                somebody,
                "suppressed 1 ORGANIZER []",
                "unsubscribed 2 ORGANIZER [\"MESSAGES\"]",
                "suppressionLifted 3 null []");
        assertThat(kept()).isZero();
    }

    /** Both would look before the other commits. */
    @Test
    void whoComesWhileTheirAddressIsSuppressedIsNotMissed() throws Exception {
        List<UUID> people =
                IntStream.range(0, 40).mapToObj(number -> story.somebody()).toList();
        List<Future<?>> done = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (UUID person : people) {
                done.add(threads.submit(() -> announcer.tell(story.contact(person))));
                done.add(threads.submit(() -> {
                    suppressions.add(Story.address(person));
                }));
            }
        }
        for (Future<?> one : done) {
            one.get();
        }

        assertThat(jdbc.sql("select count(*) from reach where registration = any(:people) and because is not null")
                        .param("people", people.toArray(UUID[]::new))
                        .query(Integer.class)
                        .single())
                .isEqualTo(people.size());
    }

    @Test
    void howeverManyRegistrationsAnAddressHasEachIsTold() {
        jdbc.sql("""
                insert into contacts (registration, email, address_key, name)
                select gen_random_uuid(), :address, :address, 'Everywhere' from generate_series(1, 1001)
                """).param("address", Story.address(somebody)).update();

        suppressions.add(Story.address(somebody));

        assertThat(jdbc.sql("""
                select count(*) from reach r join contacts c on c.registration = r.registration
                where c.address_key = :address and r.revision = 1
                """)
                        .param("address", Story.address(somebody))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1001);
        announcer.tell(story.contact(somebody));
        assertTold(somebody, "suppressed 1 ORGANIZER []");
    }

    @Test
    void whatWasSoBeforeAnybodyWasToldIsToldOnce() {
        announcer.tell(story.contact(somebody));
        jdbc.sql("insert into suppressions (address_key, cause) values (:address, 'ORGANIZER')")
                .param("address", Story.address(somebody))
                .update();

        assertThat(untold.tellSome()).isFalse();
        untold.tellSome();

        assertTold(somebody, "suppressed 1 ORGANIZER []");
    }

    private void assertTold(UUID registration, String... expected) {
        eventually(() -> assertThat(toldOn("atrium.deliveries", registration))
                .extracting(ReachTest::read)
                .containsExactly(expected));
    }

    private static String read(ConsumerRecord<String, String> record) {
        String type = new String(record.headers().lastHeader("ce_type").value(), UTF_8);
        Contracts.event("reach").assertValid(type, record.value());
        JsonNode reach = JsonMapper.shared().readTree(record.value());
        assertThat(reach.at("/registration").asString()).isEqualTo(record.key());
        return "%s %d %s %s"
                .formatted(
                        type.split("\\.")[3],
                        reach.at("/revision").intValue(),
                        reach.at("/because").asString("null"),
                        reach.at("/unsubscribed"));
    }

    private long suppression() {
        return jdbc.sql("select id from suppressions where address_key = :address")
                .param("address", Story.address(somebody))
                .query(Long.class)
                .single();
    }

    private int kept() {
        return jdbc.sql("""
                select (select count(*) from reach where registration = :id)
                     + (select count(*) from mail_choices where registration = :id)
                """).param("id", somebody).query(Integer.class).single();
    }

    private void post(String form) {
        RestClient.create("http://localhost:" + port)
                .post()
                .uri("/unsubscribe/" + ManageLinks.unsubscribing(somebody, Topic.MESSAGES))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .toBodilessEntity();
    }
}
