package museum.atrium.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import museum.atrium.system.client.GeneratedClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever generates a client from one of our documents gets one that compiles. */
class GeneratedClientsTest {

    @ParameterizedTest
    @ValueSource(strings = {"notification", "recording"})
    void aClientIsGeneratedAndCompiles(String service, @TempDir Path folder) throws ReflectiveOperationException {
        assertThat(GeneratedClients.of(service, folder)
                        .loader()
                        .loadClass("museum.atrium.client." + service + ".OrganisersApi")
                        .getMethods())
                .isNotEmpty();
    }

    /** {@link GeneratedClientIT} runs it. */
    @Test
    void aProgramIsWrittenAgainstTheClientOfRegistrations(@TempDir Path folder) throws ReflectiveOperationException {
        assertThat(GeneratedClients.journey(folder)).isNotNull();
    }
}
