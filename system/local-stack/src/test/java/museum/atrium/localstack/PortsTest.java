package museum.atrium.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void aPortThatIsTakenIsRefusedWithTheVariableThatChangesIt() throws IOException {
        try (var other = new ServerSocket(0)) {
            var ports = ports("ATRIUM_PORT", Integer.toString(other.getLocalPort()));

            assertThatThrownBy(() -> ports.of("ATRIUM_PORT", 8080))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + " is taken")
                    .hasMessageContaining("ATRIUM_PORT=");
        }
    }

    @Test
    void aPortThatIsTakenOnTheLoopbackAddressAloneIsRefusedToo() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = ports("INBOX_PORT", Integer.toString(other.getLocalPort()));

            assertThatThrownBy(() -> ports.of("INBOX_PORT", 8025)).hasMessageContaining("INBOX_PORT=");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"eighty", "0", "-1", "65536", "99999999999", "80.80", "80 80"})
    void whatIsNoPortIsRefusedWithTheVariablesName(String value) {
        var ports = ports("RECORDING_PORT", value);

        assertThatThrownBy(() -> ports.of("RECORDING_PORT", 8083))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("RECORDING_PORT is '")
                .hasMessageContaining("from 1 to 65535");
    }

    @Test
    void onePortForTwoPartsIsRefused() {
        int free = new Ports(new Variables(Map.of()), true).anyFor("this test");
        var ports = new Ports(
                new Variables(Map.of("ATRIUM_PORT", Integer.toString(free), "INBOX_PORT", Integer.toString(free))),
                false);
        ports.of("ATRIUM_PORT", 8080);

        assertThatThrownBy(() -> ports.of("INBOX_PORT", 8025))
                .hasMessageContaining("ATRIUM_PORT and INBOX_PORT are both " + free);
    }

    @Test
    void anEmptyVariableCountsAsNotSet() {
        int free = new Ports(new Variables(Map.of()), true).anyFor("this test");

        assertThat(ports("ATRIUM_PORT", " ").of("ATRIUM_PORT", free)).isEqualTo(free);
    }

    @Test
    void portsThatNobodyNamedAreAllDifferentAndBelowThoseOfOutgoingConnections() {
        var ports = new Ports(new Variables(Map.of()), true);

        var handedOut = IntStream.range(0, 50)
                .map(number -> ports.of("PORT_" + number, 8080))
                .boxed()
                .toList();

        assertThat(handedOut).doesNotHaveDuplicates().allMatch(port -> port >= 20_000 && port < 30_000);
    }

    private static Ports ports(String variable, String value) {
        return new Ports(new Variables(Map.of(variable, value)), false);
    }
}
