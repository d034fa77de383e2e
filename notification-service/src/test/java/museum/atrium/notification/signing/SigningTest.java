package museum.atrium.notification.signing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Stream;
import museum.atrium.http.UnusableSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SigningTest {

    private static final byte[] MAIL = "From: a@example.org\r\nTo: b@example.org\r\n\r\nHello\r\n".getBytes(US_ASCII);

    private static final String GOOD = key("RSA", 2048);

    @Test
    void withoutAKeyAMailStaysAsItIs() {
        assertThat(new Signing("", "", "").sign(MAIL)).isEqualTo(MAIL);
    }

    @Test
    void theSameMailHasTheSameSignature() {
        assertThat(new Signing("example.org", "a", GOOD).sign(MAIL))
                .isEqualTo(new Signing("example.org", "a", GOOD).sign(MAIL))
                .endsWith(MAIL);
    }

    @Test
    void aDomainInAnotherScriptIsWrittenAsTheDnsHasIt() {
        assertThat(new String(new Signing("müseum.example.org", "a", GOOD).sign(MAIL), US_ASCII))
                .contains("d=xn--mseum-kva.example.org;");
    }

    @ParameterizedTest
    @MethodSource
    void whatCannotWorkIsRefusedAtTheStartWithoutRepeatingTheKey(
            String domain, String selector, String key, String setting) {
        assertThatThrownBy(() -> new Signing(domain, selector, key))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageContaining(setting)
                .satisfies(refused -> {
                    if (!key.isEmpty()) {
                        assertThat(refused.toString()).doesNotContain(key);
                    }
                    assertThat(((UnusableSetting) refused).remedy()).isNotBlank();
                });
    }

    static Stream<Arguments> whatCannotWorkIsRefusedAtTheStartWithoutRepeatingTheKey() {
        return Stream.of(
                Arguments.of("example.org", "", "", "some are set"),
                Arguments.of("", "a", GOOD, "some are set"),
                Arguments.of("example.org", "a", "", "some are set"),
                Arguments.of("example", "a", GOOD, "DKIM_DOMAIN"),
                Arguments.of("example.org; x=1", "a", GOOD, "DKIM_DOMAIN"),
                Arguments.of("example.org", "a;b", GOOD, "DKIM_SELECTOR"),
                Arguments.of("example.org", "a", "c2VjcmV0", "PEM"),
                Arguments.of(
                        "example.org", "a", "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----", "PEM"),
                Arguments.of("example.org", "a", key("RSA", 1024), "2048"),
                Arguments.of("example.org", "a", key("Ed25519", 255), "RSA"));
    }

    private static String key(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder().encodeToString(key)
                    + "\n-----END PRIVATE KEY-----";
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
