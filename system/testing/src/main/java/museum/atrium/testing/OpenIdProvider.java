package museum.atrium.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/** An OpenID provider on a free port of this machine: it tells its keys as a real one, and signs whatever a test wants said. */
public final class OpenIdProvider implements AutoCloseable {

    public static final String AUDIENCE = "atrium-of-the-tests";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int KEY_BITS = 2048;
    private static final int OK = 200;
    private static final int LIFETIME = 600;

    private final KeyPair key = keyPair();
    private final HttpServer server;
    private final Clock clock;

    private OpenIdProvider(HttpServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    public static OpenIdProvider start(Clock clock) {
        return startOn(0, clock);
    }

    /** Where another one was that is away now. */
    public static OpenIdProvider startOn(int port, Clock clock) {
        try {
            OpenIdProvider provider = new OpenIdProvider(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0), clock);
            provider.serve("/.well-known/openid-configuration", provider.metadata());
            provider.serve("/keys", Map.of("keys", List.of(provider.publicKey())));
            provider.server.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String issuer() {
        return "http://localhost:" + port();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** A token that is good in every way, for that subject and with those claims beside. */
    public String token(String subject, Map<String, ?> claims) {
        return token(Map.of("alg", "RS256", "kid", "1", "typ", "JWT"), claimsOf(subject, claims));
    }

    /** A token that is signed with this provider's key, whatever it says. */
    public String token(Map<String, ?> header, Map<String, ?> claims) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            String signed = encoded(header) + "." + encoded(claims);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String unsigned(Map<String, ?> claims) {
        return encoded(Map.of("alg", "none")) + "." + encoded(claims) + ".";
    }

    /** As who knows the public key, and hopes that it is taken for a secret. */
    public String signedWithPublicKey(Map<String, ?> claims) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getPublic().getEncoded(), "HmacSHA256"));
            String signed = encoded(Map.of("alg", "HS256", "kid", "1")) + "." + encoded(claims);
            return signed + "." + BASE64.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a good token says, and these claims beside or instead; a null takes one away. */
    public Map<String, Object> claimsOf(String subject, Map<String, ?> claims) {
        long now = clock.instant().getEpochSecond();
        Map<String, Object> all = new LinkedHashMap<>(
                Map.of("iss", issuer(), "aud", List.of(AUDIENCE), "sub", subject, "iat", now, "exp", now + LIFETIME));
        all.putAll(claims);
        all.values().removeIf(value -> value == null);
        return all;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private Map<String, String> metadata() {
        return Map.of("issuer", issuer(), "jwks_uri", issuer() + "/keys");
    }

    private Map<String, String> publicKey() {
        RSAPublicKey rsa = (RSAPublicKey) key.getPublic();
        return Map.of(
                "kty",
                "RSA",
                "kid",
                "1",
                "use",
                "sig",
                "n",
                number(rsa.getModulus()),
                "e",
                number(rsa.getPublicExponent()));
    }

    private void serve(String path, Object json) {
        byte[] body = JSON.writeValueAsBytes(json);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(OK, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static String encoded(Map<String, ?> part) {
        return BASE64.encodeToString(JSON.writeValueAsBytes(part));
    }

    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
