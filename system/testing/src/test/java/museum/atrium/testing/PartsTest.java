package museum.atrium.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PartsTest {

    @Test
    void embeddedUnlessAskedOtherwise() {
        assertThat(Parts.named("")).isEqualTo(Parts.EMBEDDED);
        assertThat(Parts.named("containers")).isEqualTo(Parts.CONTAINERS);
    }

    @Test
    void anUnknownKindIsRefused() {
        assertThatThrownBy(() -> Parts.named("podman")).hasMessageContaining("-Dparts=podman is not known");
    }

    @Test
    void containersWithoutDockerAreRefusedWithTheWayOut() {
        assertThatThrownBy(() -> ContainerParts.requireDocker(false))
                .hasMessageContaining("needs Docker")
                .hasMessageContaining("leave out -Dparts=containers");
    }
}
