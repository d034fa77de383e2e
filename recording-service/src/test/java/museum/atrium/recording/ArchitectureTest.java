package museum.atrium.recording;

import museum.atrium.testing.AtriumArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theServiceKeepsToOurStyle() {
        AtriumArchitecture.check("museum.atrium.recording");
    }
}
