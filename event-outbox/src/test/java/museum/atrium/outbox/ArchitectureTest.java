package museum.atrium.outbox;

import museum.atrium.testing.AtriumArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theModuleKeepsOurStyle() {
        AtriumArchitecture.checkLibrary("museum.atrium.outbox");
    }
}
