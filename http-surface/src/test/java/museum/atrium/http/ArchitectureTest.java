package museum.atrium.http;

import museum.atrium.testing.AtriumArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theModuleKeepsTheRules() {
        AtriumArchitecture.checkLibrary("museum.atrium.http");
    }
}
