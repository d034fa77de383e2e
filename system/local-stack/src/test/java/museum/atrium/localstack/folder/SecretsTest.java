package museum.atrium.localstack.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path folder;

    @Test
    void aSecretIsMadeUpOnceAndKept() {
        String first = Secrets.in(file()).key("LINK_KEYS_JOIN");

        assertThat(Secrets.in(file()).key("LINK_KEYS_JOIN")).isEqualTo(first);
    }

    @Test
    void everySecretIsDifferentAndAKeyHas256Bits() {
        var secrets = Secrets.in(file());

        assertThat(secrets.key("LINK_KEYS_JOIN")).isNotEqualTo(secrets.key("LINK_KEYS_MANAGE"));
        assertThat(Base64.getDecoder().decode(secrets.key("LINK_KEYS_JOIN"))).hasSize(32);
    }

    @Test
    void onlyTheOwnerCanReadTheFile() throws IOException {
        Secrets.in(file()).password("ORGANIZER_PASSWORD");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void whatAPersonWritesIntoTheFileIsTaken() throws IOException {
        Files.writeString(file(), "ORGANIZER_PASSWORD=with=signs\n");

        assertThat(Secrets.in(file()).password("ORGANIZER_PASSWORD")).isEqualTo("with=signs");
    }

    private Path file() {
        return folder.resolve("secrets");
    }
}
