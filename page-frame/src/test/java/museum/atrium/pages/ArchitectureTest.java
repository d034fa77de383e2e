package museum.atrium.pages;

import museum.atrium.testing.AtriumArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theModuleKeepsTheRules() {
        AtriumArchitecture.checkLibrary("museum.atrium.pages");
    }
}
