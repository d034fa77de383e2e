package museum.atrium.inbox.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import museum.atrium.inbox.Inbox;
import museum.atrium.inbox.InboxSettings;
import museum.atrium.inbox.SmtpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InboxPagesTest {

    private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

    @TempDir
    Path folder;

    private Inbox inbox;
    private HttpClient http;

    @BeforeEach
    void start() throws IOException {
        var noon = InstantSource.fixed(Instant.parse("2027-03-01T12:00:00.250Z"));
        inbox = Inbox.start(InboxSettings.onFreePorts(folder), noon);
        http = HttpClient.newHttpClient();
    }

    @AfterEach
    void stop() throws IOException {
        http.close();
        inbox.close();
    }

    @Test
    void scriptsListTheMailsOfAnAddressNewestFirst() throws Exception {
        send("ines+one@example.org", "From: The Museum <hello@example.org>\nSubject: First\n\n1");
        send("jo@example.org", "Subject: Other\n\n2");
        send("Ines+One@example.org", "Subject: Second\n\n3");

        JsonNode found = json("/api/messages?to=INES%2Bone@example.org");
        assertThat(found).hasSize(2);
        assertThat(found.get(0).get("subject").asString()).isEqualTo("Second");
        assertThat(found.get(1)).isEqualTo(JsonMapper.shared().readTree("""
                {"id": "1", "from": "hello@example.org", "to": "ines+one@example.org", "subject": "First",
                 "date": "2027-03-01T12:00:00.250Z"}"""));
        assertThat(json("/api/messages?to=ines+one@example.org")).hasSize(2);
        assertThat(json("/api/messages?to=nobody@example.org")).isEmpty();
        assertThat(json("/api/messages")).hasSize(3);
        assertThat(json("/api/messages?limit=1")).hasSize(1);
        assertThat(json("/api/messages?before=2").get(0).get("id").asString()).isEqualTo("1");
    }

    @Test
    void theListSaysHowManyMailsThereAre() throws Exception {
        assertThat(get("/").body()).contains(">0 mails<");
        send("ines@example.org", "Subject: First\n\n1");
        assertThat(get("/").body()).contains(">1 mail<");
        send("ines@example.org", "Subject: Second\n\n2");
        assertThat(get("/").body()).contains(">2 mails<");
    }

    @Test
    void scriptsGetAMailWithItsPartsItsSourceAndItsFiles() throws Exception {
        send("ines@example.org", """
                From: hello@example.org
                Subject: Invitation
                X-Twice: a
                X-Twice: b
                Content-Type: multipart/mixed; boundary=m

                --m
                Content-Type: multipart/alternative; boundary=a

                --a
                Content-Type: text/plain

                text
                --a
                Content-Type: text/html

                <p>html</p>
                --a
                Content-Type: text/calendar; method=REQUEST

                BEGIN:VCALENDAR
                --a--
                --m
                Content-Type: text/calendar; method=REQUEST; name="invite é.ics"
                Content-Disposition: attachment; filename="invite.ics"

                BEGIN:VCALENDAR
                --m--
                """);

        JsonNode mail = json("/api/messages/1");
        assertThat(mail.get("to").asString()).isEqualTo("ines@example.org");
        assertThat(mail.get("text").asString()).isEqualTo("text");
        assertThat(mail.get("html").asString()).isEqualTo("<p>html</p>");
        assertThat(mail.get("calendar").asString()).isEqualTo("BEGIN:VCALENDAR");
        assertThat(mail.get("headers").get("Subject").asString()).isEqualTo("Invitation");
        assertThat(mail.get("headers").get("X-Twice")).hasSize(2);
        assertThat(mail.get("attachments")).isEqualTo(JsonMapper.shared().readTree("""
                [{"filename": "invite.ics", "contentType": "text/calendar", "size": 15}]"""));

        HttpResponse<String> raw = get("/api/messages/1/raw");
        assertThat(raw.headers().firstValue("Content-Type")).contains("message/rfc822");
        assertThat(raw.body()).startsWith("From: hello@example.org\r\nSubject: Invitation\r\n");
        assertThat(get("/api/messages/1/calendar").body()).isEqualTo("BEGIN:VCALENDAR");
        HttpResponse<String> file = get("/api/messages/1/attachments/0");
        assertThat(file.body()).isEqualTo("BEGIN:VCALENDAR");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"invite.ics\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/messages/7",
                "/api/messages/7/raw",
                "/api/messages/x",
                "/api/messages/0/raw",
                "/api/messages/1/nothing",
                "/api/messages/99999999999999999999",
                "/api/messages/1/attachments/0",
                "/api/messages/1/calendar",
                "/api/messages/1/html",
                "/api/other",
                "/nothing",
                "/messages/7",
                "/messages/1/html",
                "/messages/1?part=html"
            })
    void whatIsNotThereIsAProblem(String path) throws Exception {
        send("jo@example.org", "Subject: Only text\n\ntext");
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JsonMapper.shared().readTree(answer.body()).get("type").asString())
                .isEqualTo("urn:atrium:problem:not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/messages?limit=0",
                "/api/messages?limit=x",
                "/api/messages?until=1",
                "/?before=-1",
                "/messages/1?x=1"
            })
    void aParameterThatCannotBeIsRefused(String path) throws Exception {
        send("jo@example.org", "Subject: Hello\n\ntext");
        assertThat(get(path).statusCode()).isEqualTo(400);
    }

    @Test
    void onlyTheListCanBeDeletedAndNothingWritten() throws Exception {
        send("jo@example.org", "Subject: Hello\n\ntext");
        assertThat(send(HttpRequest.newBuilder(URI.create(url("/api/messages/1")))
                                .DELETE())
                        .statusCode())
                .isEqualTo(405);
        assertThat(send(HttpRequest.newBuilder(URI.create(url("/api/messages")))
                                .POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
        assertThat(send(HttpRequest.newBuilder(URI.create(url("/api/messages"))).DELETE())
                        .statusCode())
                .isEqualTo(204);
        assertThat(json("/api/messages")).isEmpty();
    }

    @Test
    void whatAMailSaysIsNeverMarkupOfThePage() throws Exception {
        send("\"" + HOSTILE.replace("\"", "") + "\"@example.org", "From: hello@example.org\nSubject: x\n\nx");
        send(
                "jo@example.org",
                "From: " + HOSTILE + " <a@example.org>\nSubject: " + HOSTILE + "\nX-" + "Evil: " + HOSTILE + "\n\n"
                        + HOSTILE + " javascript:alert(1) https://example.org/\"onclick=alert(3)");

        for (String path : new String[] {
            "/",
            "/?to=" + "%3Cscript%3E",
            "/messages/1",
            "/messages/2",
            "/messages/2?part=text",
            "/messages/2?part=headers"
        }) {
            HttpResponse<String> page = get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).doesNotContain("<script", "<img", "onclick=\"", "href=\"javascript");
            assertThat(policy(page)).as(path).contains("default-src 'none'").doesNotContain("unsafe", "script-src");
        }
        assertThat(get("/messages/2").body()).contains("&lt;script&gt;").contains("href=\"https://example.org/\"");
    }

    @Test
    void aMailsOwnHtmlIsShutInAFrameWithoutScriptsOrNetwork() throws Exception {
        send("jo@example.org", """
                Subject: Hello
                Content-Type: multipart/related; boundary=r

                --r
                Content-Type: text/html

                <!DOCTYPE html><p>Hello</p><img src="cid:logo"><script>alert(1)</script>
                --r
                Content-Type: image/png
                Content-ID: <logo>
                Content-Transfer-Encoding: base64

                iVBORw0KGgo=
                --r--
                """);
        assertThat(get("/messages/1").body())
                .contains(
                        "<iframe",
                        "src=\"/messages/1/html\"",
                        "sandbox=\"allow-popups allow-popups-to-escape-sandbox\"");
        HttpResponse<String> html = get("/messages/1/html");
        assertThat(html.body())
                .startsWith("<!DOCTYPE html><base target=\"_blank\">")
                .contains("src=\"data:image/png;base64,iVBORw0KGgo=\"");
        assertThat(policy(html))
                .contains("default-src 'none'", "img-src data:", "frame-ancestors 'self'", "sandbox allow-popups")
                .doesNotContain("script", "http", "allow-same-origin");
    }

    @Test
    void peopleSearchByAddressAndLeafThroughPages() throws Exception {
        for (int i = 1; i <= 55; i++) {
            send("ines+one@example.org", "Subject: Nr " + i + ".\n\ntext");
        }
        send("jo@example.org", "Subject: Another\n\ntext");

        String first = get("/?to=ines%2Bone@example.org").body();
        assertThat(first)
                .contains("Nr 55.", "Nr 6.", "/?to&#x3D;ines%2Bone%40example.org&amp;before&#x3D;6")
                .doesNotContain("Another", "Nr 5.");
        String second = get("/?to=ines%2Bone@example.org&before=6").body();
        assertThat(second).contains("Nr 5.", "Nr 1.").doesNotContain("Nr 6.", "rel=\"next\"");
        assertThat(get("/").body()).contains("56 mails", "Another");
        assertThat(get("/inbox.css").statusCode()).isEqualTo(200);
        assertThat(get("/health").body()).contains("UP");
    }

    private void send(String to, String message) throws IOException {
        try (SmtpClient client = SmtpClient.greeted(inbox.smtpPort())) {
            assertThat(client.mail(to, message)).startsWith("250");
        }
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url(path))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private String url(String path) {
        return "http://127.0.0.1:" + inbox.httpPort() + path;
    }

    private static String policy(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Security-Policy").orElseThrow();
    }
}
