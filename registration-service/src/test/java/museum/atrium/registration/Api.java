package museum.atrium.registration;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import museum.atrium.links.LinkKeys;
import museum.atrium.links.SignedLink;
import museum.atrium.links.SignedLinks;
import museum.atrium.testing.Contracts;
import museum.atrium.testing.HttpContract;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls the service as people and scripts do; every answer is held against its contract. */
@TestComponent
@Lazy
public class Api {

    public static final String PASSWORD = "a-password-of-the-tests";
    public static final String MANAGE_KEY = "bWFuYWdlLWtleS1mb3ItdGVzdHMtb25seS0zMi1ieXRlcw==";
    public static final String JOIN_KEY = "am9pbi1rZXktZm9yLXRlc3RzLW9ubHktMzItYnl0ZXMhIQ==";
    private static final HttpContract CONTRACT = Contracts.http("registration");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RestClient client;
    private final JdbcClient database;
    private final TestClock.Settable clock;

    Api(Environment environment, JdbcClient database, TestClock.Settable clock) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(java.net.http.HttpClient.newBuilder()
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .build());
        this.client = RestClient.builder()
                .requestFactory(requests)
                .baseUrl("http://localhost:" + environment.getRequiredProperty("local.server.port"))
                .requestInterceptor(CONTRACT.checking())
                .build();
        this.database = database;
        this.clock = clock;
    }

    /** @param json null for an answer without a body or with another one than JSON */
    public record Answer(
            int status,
            HttpHeaders headers,
            String body,
            @Nullable JsonNode json) {

        public JsonNode at(String pointer) {
            if (json == null) {
                throw new AssertionError("no JSON in the answer " + status + ": " + body);
            }
            return json.at(pointer);
        }
    }

    public Answer get(String path, String... headers) {
        return call(HttpMethod.GET, path, null, headers);
    }

    public Answer post(String path, @Nullable Object body, String... headers) {
        return call(HttpMethod.POST, path, body, headers);
    }

    /** As a browser sends a form. */
    public Answer form(String path, String fields, String... headers) {
        return client.post()
                .uri(java.net.URI.create(path))
                .headers(sent -> {
                    for (int i = 0; i < headers.length; i += 2) {
                        sent.add(headers[i], headers[i + 1]);
                    }
                })
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(fields)
                .exchange((sent, response) -> new Answer(
                        response.getStatusCode().value(),
                        response.getHeaders(),
                        new String(response.getBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8),
                        null));
    }

    /** As organisers send a file. */
    public Answer upload(String path, String file, String type) {
        return upload(path, file.getBytes(java.nio.charset.StandardCharsets.UTF_8), type);
    }

    public Answer upload(String path, byte[] file, String type) {
        return uploadAs(
                path, file, type, "Basic " + Base64.getEncoder().encodeToString(("organizer:" + PASSWORD).getBytes()));
    }

    /** As an organiser with that authorisation sends a file. */
    public Answer uploadAs(String path, byte[] file, String type, String authorization) {
        return client.post()
                .uri(java.net.URI.create(path))
                .contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.AUTHORIZATION, authorization)
                .body(file)
                .exchange((sent, response) -> {
                    String text =
                            new String(response.getBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                    return new Answer(
                            response.getStatusCode().value(),
                            response.getHeaders(),
                            text,
                            text.startsWith("{") ? JSON.readTree(text) : null);
                });
    }

    /** A file, which must be there. */
    public byte[] download(String path) {
        return client.get().uri(java.net.URI.create(path)).exchange((sent, response) -> {
            byte[] file = response.getBody().readAllBytes();
            expect(
                    200,
                    new Answer(
                            response.getStatusCode().value(),
                            response.getHeaders(),
                            new String(file, java.nio.charset.StandardCharsets.UTF_8),
                            null));
            return file;
        });
    }

    public record Download(int status, HttpHeaders headers, byte[] bytes) {

        public String text() {
            return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /** As organisers take a file away. */
    public Download download(String path, String type) {
        return openFile("/api/organizer" + path, type);
    }

    /** Whatever lies there, with the organisers' password, which opens nothing more where everybody may come. */
    public Download openFile(String path, String type) {
        return client.get()
                .uri(java.net.URI.create(path))
                .header(HttpHeaders.ACCEPT, type)
                .header(
                        HttpHeaders.AUTHORIZATION,
                        "Basic " + Base64.getEncoder().encodeToString(("organizer:" + PASSWORD).getBytes()))
                .exchange((sent, response) -> new Download(
                        response.getStatusCode().value(),
                        response.getHeaders(),
                        response.getBody().readAllBytes()));
    }

    public Answer organizer(HttpMethod method, String path, @Nullable Object body) {
        String credentials = Base64.getEncoder().encodeToString(("organizer:" + PASSWORD).getBytes());
        return call(method, "/api/organizer" + path, body, HttpHeaders.AUTHORIZATION, "Basic " + credentials);
    }

    public Answer call(HttpMethod method, String path, @Nullable Object body, String... headers) {
        RestClient.RequestBodySpec request = client.method(method).uri(java.net.URI.create(path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON)
                    .body(body instanceof String text ? text : JSON.writeValueAsString(body));
        }
        return request.exchange((sent, response) -> {
            String text = new String(response.getBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            MediaType type = response.getHeaders().getContentType();
            boolean isJson = type != null && type.getSubtype().endsWith("json") && !text.isEmpty();
            return new Answer(
                    response.getStatusCode().value(), response.getHeaders(), text, isJson ? JSON.readTree(text) : null);
        });
    }

    /** A webinar with one session a week ahead, in a series of fields that the caller changes. */
    public ObjectNode webinar(String slug, Consumer<ObjectNode> changes) {
        Instant start = clock.instant().plus(7, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        ObjectNode draft = JSON.valueToTree(new LinkedHashMap<>(Map.of(
                "slug",
                slug,
                "kind",
                "WEBINAR",
                "title",
                Map.of("en", "Caring for collections", "fr", "Prendre soin des collections"),
                "sessions",
                List.of(session(start)))));
        changes.accept(draft);
        return draft;
    }

    public static Map<String, Object> session(Instant start) {
        return Map.of(
                "startsAt",
                start.toString(),
                "endsAt",
                start.plus(90, ChronoUnit.MINUTES).toString(),
                "timeZone",
                "Europe/Paris",
                "joinUrl",
                "https://live.example.org/room");
    }

    /** @return the stored activity as organisers see it */
    public JsonNode publish(ObjectNode draft) {
        String slug = draft.get("slug").stringValue();
        expect(201, organizer(HttpMethod.POST, "/activities", draft));
        return java.util.Objects.requireNonNull(
                expect(200, organizer(HttpMethod.POST, "/activities/" + slug + "/publication", null))
                        .json());
    }

    public Answer signUp(String slug, String email) {
        return post("/api/activities/" + slug + "/registrations", Map.of("email", email, "name", "Ana Example"));
    }

    /** The token that the notification-service would put into this address's mails. */
    public String manageToken(String slug, String email) {
        return token("manage", MANAGE_KEY, slug, email);
    }

    public String joinToken(String slug, String email) {
        return token("join", JOIN_KEY, slug, email);
    }

    /** As the mail brings it to whoever asks for the links of this address. */
    public String feedToken(String email) {
        expect(202, post("/api/registrations/recover", Map.of("email", email)));
        eventually(() -> assertThat(feeds(email)).hasSize(1));
        return new SignedLinks(LinkKeys.parse("manage", MANAGE_KEY).alsoFor("calendar"))
                .sign(new SignedLink(feeds(email).getFirst(), 1));
    }

    private List<UUID> feeds(String email) {
        return database.sql("select id from calendar_feed where email_key = :email")
                .param("email", email)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    private String token(String purpose, String key, String slug, String email) {
        UUID id = database.sql("""
                select r.id from registration r join activity a on a.id = r.activity_id
                where a.slug = :slug and r.email = :email
                """)
                .param("slug", slug)
                .param("email", email)
                .query(UUID.class)
                .single();
        return new SignedLinks(LinkKeys.parse(purpose, key)).sign(new SignedLink(id, 1));
    }

    public static Answer expect(int status, Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError("expected " + status + " but got " + answer.status() + ": " + answer.body());
        }
        return answer;
    }
}
