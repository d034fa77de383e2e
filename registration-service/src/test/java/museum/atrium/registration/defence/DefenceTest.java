package museum.atrium.registration.defence;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import museum.atrium.registration.Api;
import museum.atrium.registration.Api.Answer;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import org.altcha.altcha.Altcha;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Against the defaults: 20 requests for an address in an hour, 600 people from a network in ten minutes. */
@RegistrationTest
class DefenceTest {

    private static final String NOWHERE = "/api/activities/no-such-activity/registrations";
    private static final String NOWHERE_TOGETHER = "/api/activities/no-such-activity/group-registrations";
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    Api api;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    MeterRegistry metrics;

    @Test
    void anAddressIsNamedTwentyTimesHoweverItIsWrittenAndWhetherItIsRegisteredOrNot() {
        api.publish(api.webinar("named-often", webinar -> webinar.put("capacity", 1)));
        String path = "/api/activities/named-often/registrations";
        String from = "203.0.113.1";
        expect(202, signUp(path, "In@example.org", from));
        for (int i = 1; i < 20; i++) {
            expect(409, signUp(path, i % 2 == 0 ? "IN@example.org" : "in@EXAMPLE.org", from));
        }
        for (int i = 0; i < 20; i++) {
            expect(409, signUp(path, "out@example.org", from));
        }

        Answer registered = expect(429, signUp(path, "iN@example.org", from));
        Answer unknown = expect(429, signUp(path, "OUT@example.org", "203.0.113.2"));

        assertThat(registered.body()).isEqualTo(unknown.body());
        assertThat(registered.at("/type").stringValue()).isEqualTo("urn:atrium:problem:too-many-requests");
        assertThat(retryAfter(registered)).isBetween(3_500L, 3_600L);
        expect(409, signUp(path, "other@example.org", from));

        clock.letPass(Duration.ofHours(1));
        expect(409, signUp(path, "out@example.org", from));
    }

    @Test
    void whateverWritesToAnAddressCountsAndSoDoesARequestThatIsSentAgain() {
        Map<String, Object> group = Map.of("people", List.of(person("sum@example.org"), person("beside@example.org")));
        for (int i = 0; i < 5; i++) {
            expect(404, signUp("/api/series/no-such-series/subscriptions", "sum@example.org", "203.0.113.3"));
            expect(404, api.post(NOWHERE_TOGETHER, group, "X-Forwarded-For", "203.0.113.3"));
        }
        for (int i = 0; i < 10; i++) {
            expect(
                    404,
                    api.post(
                            NOWHERE,
                            person("sum@example.org"),
                            "X-Forwarded-For",
                            "203.0.113.3",
                            "Idempotency-Key",
                            "the-same"));
        }
        double before = refused("address");

        expect(429, signUp("/api/series/no-such-series/subscriptions", "sum@example.org", "203.0.113.3"));
        expect(429, api.post(NOWHERE_TOGETHER, group, "X-Forwarded-For", "203.0.113.3"));
        expect(404, signUp(NOWHERE, "beside@example.org", "203.0.113.3"));
        assertThat(refused("address")).isEqualTo(before + 2);
    }

    @Test
    void whatIsWrongIsToldFirstAndDoesNotCount() {
        for (int i = 0; i < 25; i++) {
            expect(422, api.post(NOWHERE, Map.of("email", "wrong@example.org"), "X-Forwarded-For", "203.0.113.4"));
        }
        expect(404, signUp(NOWHERE, "wrong@example.org", "203.0.113.4"));
    }

    @Test
    void whoComesFromAnExemptNetworkHasNoLimits() {
        for (int i = 0; i < 25; i++) {
            expect(404, api.post(NOWHERE, person("local@example.org")));
        }
        crowd("127.0.0.1");
        crowd("[0:0:0:0:0:0:0:1]");
        expect(404, signUp(NOWHERE, "local@example.org", "::1"));
        expect(404, signUp(NOWHERE, "local@example.org", "127.1.2.3"));
    }

    @Test
    void aHouseThatSignsUpTogetherIsAskedForAProofAndAdmittedWithIt() throws Exception {
        String house = "203.0.113.10";
        api.publish(api.webinar("house", webinar -> {}));
        crowd(house);
        double before = refused("network");

        Answer asked = expect(429, signUp("/api/activities/house/registrations", "Late@example.org", house));

        assertThat(asked.at("/type").stringValue()).isEqualTo("urn:atrium:problem:proof-required");
        assertThat(asked.at("/challenge/maxnumber").intValue()).isEqualTo(100_000);
        assertThat(retryAfter(asked)).isBetween(500L, 600L);
        assertThat(refused("network")).isEqualTo(before + 1);
        expect(404, signUp(NOWHERE, "elsewhere@example.org", "203.0.113.11"));
        Answer admitted = with(solved(asked), "/api/activities/house/registrations", "late@example.org", house);
        assertThat(expect(202, admitted).at("/status").stringValue()).isEqualTo("CONFIRMED");

        clock.letPass(Duration.ofMinutes(10));
        expect(404, signUp(NOWHERE, "next@example.org", house));
    }

    @Test
    void theWorkForOneAddressSignsUpNobodyElse() throws Exception {
        String from = "203.0.113.20";
        crowd(from);
        String proof = solved(expect(429, signUp(NOWHERE, "mine@example.org", from)));
        double before = refused("proof");

        Answer asked = expect(429, with(proof, NOWHERE, "victim@example.org", from));
        assertThat(asked.at("/type").stringValue()).isEqualTo("urn:atrium:problem:proof-required");
        assertThat(asked.at("/challenge/salt").stringValue()).contains("?expires=");
        expect(
                429,
                api.post(
                        NOWHERE_TOGETHER,
                        Map.of("people", List.of(person("mine@example.org"), person("victim@example.org"))),
                        "X-Forwarded-For",
                        from,
                        "Sign-Up-Proof",
                        proof));
        assertThat(refused("proof")).isEqualTo(before + 2);
        expect(404, with(proof, NOWHERE, "MINE@example.org", from));
        expect(429, with(proof, NOWHERE, "victim@example.org", from));
    }

    @Test
    void theWorkForAGroupIsForEachOfThemAndForAllOfThem() throws Exception {
        String from = "203.0.113.21";
        crowd(from);
        Map<String, Object> group = Map.of("people", List.of(person("b@example.org"), person("a@example.org")));

        Answer asked = expect(429, api.post(NOWHERE_TOGETHER, group, "X-Forwarded-For", from));

        assertThat(asked.at("/challenge/maxnumber").intValue()).isEqualTo(200_000);
        String proof = solved(asked);
        expect(404, api.post(NOWHERE_TOGETHER, group, "X-Forwarded-For", from, "Sign-Up-Proof", proof));
        expect(429, with(proof, NOWHERE, "a@example.org", from));
    }

    @Test
    void whoIsAskedForAProofUsesUpNobodysAddress() {
        crowd("203.0.113.24");
        for (int i = 0; i < 25; i++) {
            Answer asked = expect(429, signUp(NOWHERE, "owner@example.org", "203.0.113.24"));
            assertThat(asked.at("/type").stringValue()).isEqualTo("urn:atrium:problem:proof-required");
        }
        expect(404, signUp(NOWHERE, "owner@example.org", "203.0.113.25"));
    }

    @Test
    void aProofExpires() throws Exception {
        String from = "203.0.113.22";
        crowd(from);
        String proof = solved(expect(429, signUp(NOWHERE, "slow@example.org", from)));

        clock.letPass(Duration.ofMinutes(5));
        expect(429, with(proof, NOWHERE, "slow@example.org", from));
    }

    @Test
    void aForgedProofIsRefused() throws Exception {
        String from = "203.0.113.23";
        crowd(from);
        Answer asked = expect(429, signUp(NOWHERE, "forger@example.org", from));
        ObjectNode good = (ObjectNode) JSON.readTree(Base64.getDecoder().decode(solved(asked)));
        String salt = good.get("salt").stringValue();
        String longer = salt.replaceAll("expires=\\d+", "expires=999999999999");

        for (ObjectNode forged : List.of(
                good.deepCopy().put("number", good.get("number").longValue() + 1),
                good.deepCopy().put("signature", "0".repeat(64)),
                good.deepCopy().put("salt", longer),
                good.deepCopy().put("salt", longer).put("challenge", sha256(longer + good.get("number"))),
                good.deepCopy().put("salt", "x").put("challenge", sha256("x" + good.get("number"))),
                good.deepCopy().put("salt", salt.replace("&", "")))) {
            expect(429, with(encoded(forged), NOWHERE, "forger@example.org", from));
        }
        expect(404, with(encoded(good), NOWHERE, "forger@example.org", from));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not base64!",
                "bm90IGpzb24=",
                "bnVsbA==",
                "W10=",
                "e30=",
                "IiI=",
                "e30=e30=",
                "/////w==",
                "{\"algorithm\":\"SHA-1\",\"challenge\":\"$\",\"number\":1,\"salt\":\"\",\"signature\":\"$\"}",
                "{\"algorithm\":\"SHA-256\",\"challenge\":1,\"number\":1,\"salt\":\"\",\"signature\":\"$\"}",
                "{\"algorithm\":\"SHA-256\",\"challenge\":\"$\",\"number\":\"1\",\"salt\":\"\",\"signature\":\"$\"}",
                "{\"algorithm\":\"SHA-256\",\"challenge\":\"$\",\"number\":-1,\"salt\":\"\",\"signature\":\"$\"}",
                "{\"algorithm\":\"SHA-256\",\"challenge\":\"$\",\"number\":1e99,\"salt\":\"\",\"signature\":\"$\"}",
                "{\"algorithm\":\"SHA-256\",\"challenge\":\"$\",\"number\":99999999999999999999,\"salt\":\"\",\"signature\":\"$\"}",
                "{\"algorithm\":\"SHA-256\",\"challenge\":\"$\",\"number\":1,\"salt\":\"\",\"signature\":\"ä\"}"
            })
    void whatIsNoProofIsRefusedAndNamed(String written) {
        String header = written.startsWith("{") ? encoded(written.replace("$", "0".repeat(64))) : written;

        Answer refused = expect(400, with(header, NOWHERE, "garbage@example.org", "203.0.113.30"));

        assertThat(refused.at("/detail").stringValue()).contains("Sign-Up-Proof");
    }

    @Test
    void whatAClientClaimsOfWhereItComesFromGetsItNoFreshLimit() {
        crowd("203.0.113.40");

        expect(429, signUp(NOWHERE, "claims@example.org", "198.51.100.1, 203.0.113.40"));
        expect(429, signUp(NOWHERE, "claims@example.org", "127.0.0.1, 203.0.113.40"));
        expect(429, signUp(NOWHERE, "claims@example.org", "203.0.113.40, 10.0.0.1"));
        expect(
                429,
                api.post(
                        NOWHERE,
                        person("claims@example.org"),
                        "X-Forwarded-For",
                        "198.51.100.2",
                        "X-Forwarded-For",
                        "203.0.113.40",
                        "X-Real-IP",
                        "198.51.100.3",
                        "Forwarded",
                        "for=198.51.100.4"));
    }

    @Test
    void anIpv6HouseIsOneNetworkAndWhatIsNoAddressSharesOneLimit() {
        crowd("2001:db8:1:2::1");

        expect(429, signUp(NOWHERE, "six@example.org", "2001:db8:1:2:ffff::9"));
        expect(429, signUp(NOWHERE, "six@example.org", "[2001:db8:1:2::a%eth0]"));
        expect(404, signUp(NOWHERE, "six@example.org", "2001:db8:1:3::1"));

        crowd("unknown");
        expect(429, signUp(NOWHERE, "seven@example.org", "203.0.113.50:4711"));
    }

    /** Six hundred people, each with an address of their own, for nothing that there is. */
    private void crowd(String from) {
        for (int i = 0; i < 6; i++) {
            int group = i;
            List<Map<String, String>> people = IntStream.range(0, 100)
                    .mapToObj(person -> person("crowd-%d-%d-%d@example.org".formatted(from.hashCode(), group, person)))
                    .toList();
            expect(404, api.post(NOWHERE_TOGETHER, Map.of("people", people), "X-Forwarded-For", from));
        }
    }

    private Answer signUp(String path, String email, String from) {
        Map<String, String> body = path.endsWith("subscriptions") ? Map.of("email", email) : person(email);
        return api.post(path, body, "X-Forwarded-For", from);
    }

    private Answer with(String proof, String path, String email, String from) {
        return api.call(HttpMethod.POST, path, person(email), "X-Forwarded-For", from, "Sign-Up-Proof", proof);
    }

    private static Map<String, String> person(String email) {
        return Map.of("email", email, "name", "Ana Example");
    }

    /** By ALTCHA's own solver, as its widget sends it. */
    private static String solved(Answer asked) throws Exception {
        JsonNode challenge = asked.at("/challenge");
        Altcha.Solution solution = Altcha.solveChallenge(
                challenge.get("challenge").stringValue(),
                challenge.get("salt").stringValue(),
                Altcha.Algorithm.fromString(challenge.get("algorithm").stringValue()),
                challenge.get("maxnumber").longValue(),
                0);
        ObjectNode proof = ((ObjectNode) challenge).deepCopy();
        proof.remove("maxnumber");
        return encoded(proof.put("number", solution.number).put("took", solution.took));
    }

    private static String encoded(Object json) {
        String text = json instanceof String written ? written : JSON.writeValueAsString(json);
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String text) throws Exception {
        return Altcha.hashHex(Altcha.Algorithm.SHA256, text);
    }

    private static long retryAfter(Answer refused) {
        return Long.parseLong(String.valueOf(refused.headers().getFirst("Retry-After")));
    }

    private double refused(String reason) {
        return metrics.get("atrium.sign.ups.refused")
                .tag("reason", reason)
                .counter()
                .count();
    }
}
