package museum.atrium.registration;

import museum.atrium.testing.AtriumArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theCodeKeepsToTheRules() {
        AtriumArchitecture.check("museum.atrium.registration");
    }
}
