package museum.atrium.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesTest {

    @Test
    void linksBeginWithTheFrontDoorsAddressWhereNothingElseIsSaid() {
        assertThat(new Variables(Map.of()).publicUrl(8090)).hasToString("http://localhost:8090");
    }

    @Test
    void aSlashAtTheEndOfThePublicAddressIsDropped() {
        var variables = new Variables(Map.of("PUBLIC_URL", "https://atrium.example.org/"));

        assertThat(variables.publicUrl(8080)).hasToString("https://atrium.example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"atrium.example.org", "ftp://atrium.example.org", "https://", "http://a b", "localhost:8080"})
    void whatIsNoAddressIsRefused(String url) {
        var variables = new Variables(Map.of("PUBLIC_URL", url));

        assertThatThrownBy(() -> variables.publicUrl(8080))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("PUBLIC_URL is '" + url);
    }
}
