package museum.atrium.localstack;

import museum.atrium.testing.AtriumArchitecture;
import org.junit.jupiter.api.Test;

class LocalStackArchitectureTest {

    @Test
    void theStackFollowsOurStyle() {
        AtriumArchitecture.checkLibrary("museum.atrium.localstack");
    }
}
