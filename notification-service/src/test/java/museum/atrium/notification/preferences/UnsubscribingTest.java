package museum.atrium.notification.preferences;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import museum.atrium.inbox.reading.OpenedMessage;
import museum.atrium.notification.composing.Topic;
import museum.atrium.notification.story.ManageLinks;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import museum.atrium.testing.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

class UnsubscribingTest extends WithInbox {

    private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private final Story story = new Story();
    private final UUID somebody = story.somebody();

    @BeforeEach
    void somebodyIsRegistered() {
        announcer.tell(story.published(), story.contact(somebody), story.confirmed(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
    }

    @Test
    void oneClickStopsMailsLikeThatOneAndNoOthers() {
        write(somebody);
        eventually(() -> assertThat(outbound.of(somebody)).contains("MESSAGE SENT"));
        OpenedMessage mail = mailsTo(somebody).getLast();
        String link = mail.headers().first("List-Unsubscribe").orElseThrow();
        assertThat(mail.headers().first("List-Unsubscribe-Post")).contains(ONE_CLICK);

        post(link.substring(1, link.length() - 1).replace("https://atrium.example.org", ""), ONE_CLICK, 200);

        write(somebody);
        eventually(() -> assertThat(outbound.of(somebody)).contains("MESSAGE DROPPED"));
        assertThat(outbound.reasons(somebody)).contains("unsubscribed");
        announcer.tell(story.recording(1, "PUBLISHED", "REGISTRANTS", Instant.now()));
        eventually(() -> assertThat(outbound.of(somebody)).contains("RECORDING_AVAILABLE SENT"));
        announcer.tell(story.cancelled(somebody, 2));
        eventually(() -> assertThat(outbound.of(somebody)).contains("CANCELLATION SENT"));
    }

    @Test
    void openingTheLinkChangesNothing() {
        String page = get(path(somebody, Topic.MESSAGES), 200);

        assertThat(page).contains("Deixar de receber: Mensagens dos organizadores", "value=\"messages\" checked");
        write(somebody);
        eventually(() -> assertThat(outbound.of(somebody)).contains("MESSAGE SENT"));
    }

    @Test
    void whatWasStoppedCanBeWantedAgain() {
        post(path(somebody, Topic.MESSAGES), "", 200);
        assertThat(get(path(somebody, Topic.MESSAGES), 200))
                .doesNotContain("Deixar de receber: ", "value=\"messages\" checked");

        String page = post(path(somebody, Topic.MESSAGES), "choice=here&topic=messages", 200);

        assertThat(page)
                .contains("A sua escolha foi guardada.", "value=\"messages\" checked")
                .doesNotContain("value=\"reminders\" checked");
        write(somebody);
        eventually(() -> assertThat(outbound.of(somebody)).contains("MESSAGE SENT"));
    }

    @Test
    void aChoiceForEverythingHoldsForWhatComesLaterAndOneForARegistrationComesBeforeIt() {
        post(path(somebody, Topic.MESSAGES), "choice=everywhere&topic=reminders", 200);
        Story later = new Story();
        UUID again = later.somebody();
        announcer.tell(later.published(), later.contact(again, 1, Story.address(somebody)), later.confirmed(again));
        eventually(() -> assertThat(outbound.of(again)).containsExactly("CONFIRMATION SENT"));

        announcer.tell(later.message(UUID.randomUUID(), again));
        eventually(() -> assertThat(outbound.of(again)).contains("MESSAGE DROPPED"));

        post(path(again, Topic.MESSAGES), "choice=here&topic=messages", 200);
        announcer.tell(later.message(UUID.randomUUID(), again));
        eventually(() -> assertThat(outbound.of(again)).contains("MESSAGE SENT"));
        write(somebody);
        eventually(() -> assertThat(outbound.of(somebody)).contains("MESSAGE DROPPED"));
    }

    @Test
    void whoSubscribesToASeriesStopsItsNews() {
        Story series = new Story();
        UUID subscriber = series.somebody();
        Instant before = Instant.now().minusSeconds(60);
        announcer.tell(series.series(), series.contact(subscriber), series.subscribed(subscriber, before));
        assertThat(get(path(subscriber, Topic.NEWS), 200))
                .contains("value=\"news\"")
                .doesNotContain("value=\"reminders\"");

        post(path(subscriber, Topic.NEWS), ONE_CLICK, 200);

        announcer.tell(series.inSeries(UUID.randomUUID(), 1, before));
        eventually(() -> assertThat(outbound.of(subscriber)).contains("NEW_IN_SERIES DROPPED"));
        assertThat(outbound.reasons(subscriber)).contains("unsubscribed");
    }

    @Test
    void aLinkThatNobodySignedOrWithOddChoicesChangesNothing() {
        assertThat(get("/unsubscribe/" + "A".repeat(48), 404)).contains("Ce lien ne fonctionne pas");
        post("/unsubscribe/" + "A".repeat(48), ONE_CLICK, 404);
        for (String odd : List.of("choice=", "choice=all", "choice=here&choice=everywhere", "choice=here&topic=news")) {
            post(path(somebody, Topic.MESSAGES), odd, 422);
        }
        assertThat(rows(somebody)).isZero();
    }

    @Test
    void whoWasErasedIsToldThatNothingIsSentAndNothingIsKept() {
        post(path(somebody, Topic.MESSAGES), ONE_CLICK, 200);
        post(path(somebody, Topic.MESSAGES), "choice=everywhere", 200);
        post(path(somebody, Topic.MESSAGES), ONE_CLICK, 200);
        assertThat(rows(somebody)).isPositive();

        announcer.tell(story.forgotten(somebody), story.erased(somebody));

        eventually(() -> assertThat(get(path(somebody, Topic.MESSAGES), 200)).contains("Plus rien ne vous est envoyé"));
        post(path(somebody, Topic.MESSAGES), ONE_CLICK, 200);
        assertThat(rows(somebody)).isZero();
    }

    private int rows(UUID registration) {
        return jdbc.sql("""
                select (select count(*) from mail_choices where registration = :registration)
                     + (select count(*) from address_choices where address_key = :address)
                """)
                .param("registration", registration)
                .param("address", Story.address(registration))
                .query(Integer.class)
                .single();
    }

    private void write(UUID to) {
        announcer.tell(story.message(UUID.randomUUID(), to));
    }

    private static String path(UUID registration, Topic topic) {
        return "/unsubscribe/" + ManageLinks.unsubscribing(registration, topic);
    }

    private String get(String path, int status) {
        return call(HttpMethod.GET, path, "", status);
    }

    private String post(String path, String form, int status) {
        return call(HttpMethod.POST, path, form, status);
    }

    private String call(HttpMethod method, String path, String form, int status) {
        RestClient.RequestBodySpec request = RestClient.create("http://localhost:" + port)
                .method(method)
                .uri(path)
                .header(HttpHeaders.ACCEPT_LANGUAGE, "fr");
        if (!form.isEmpty()) {
            request.contentType(MediaType.APPLICATION_FORM_URLENCODED).body(form);
        }
        ResponseEntity<String> answer = request.retrieve()
                .onStatus(code -> true, (sent, received) -> {})
                .toEntity(String.class);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(status);
        Contracts.http("notification")
                .assertValid(
                        method.name(),
                        path,
                        status,
                        answer.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE),
                        answer.getBody());
        return String.valueOf(answer.getBody());
    }
}
