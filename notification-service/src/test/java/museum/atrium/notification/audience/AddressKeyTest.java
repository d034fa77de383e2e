package museum.atrium.notification.audience;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressKeyTest {

    @ParameterizedTest
    @CsvSource({
        "ana@example.org,               ana@example.org",
        "' Ana@Example.ORG ',           ana@example.org",
        "INES@EXAMPLE.ORG,              ines@example.org",
        "ana@bücher.example,            ana@xn--bcher-kva.example",
        "ANA@BÜCHER.EXAMPLE,            ana@xn--bcher-kva.example",
        "ana@bu\u0308cher.example,      ana@xn--bcher-kva.example",
        "Ana@XN--BCHER-KVA.example,     ana@xn--bcher-kva.example",
        "ana@bücher。example,            ana@xn--bcher-kva.example",
        "No Domain@-x_y-,               no domain@-x_y-",
        "Nobody,                        nobody",
        "@,                             @"
    })
    void spellingsOfOneAddressHaveOneKey(String written, String key) {
        assertThat(AddressKey.of(written)).isEqualTo(key);
    }
}
