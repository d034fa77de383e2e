package museum.atrium.inbox;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import museum.atrium.testing.AtriumArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theInboxKeepsTheRulesOfTheHouse() {
        // With the tests: they stand for the other modules that embed it.
        AtriumArchitecture.check(new ClassFileImporter().importPackages("museum.atrium.inbox"));
    }
}
