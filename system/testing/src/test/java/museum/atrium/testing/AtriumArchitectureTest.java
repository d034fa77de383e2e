package museum.atrium.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtriumArchitectureTest {

    private static final String EXAMPLES = "museum.atrium.testing.example.";

    @Test
    void tidyClassesPass() {
        AtriumArchitecture.check(classesOf("tidy"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DoorManager is public, but only its own package uses it",
                "packages are features",
                "DoorManager ends in an empty word",
                "untidy.bare has no package-info.java with @NullMarked",
                "calls method <java.time.LocalDate.now(java.time.ZoneId)>",
                "MappedQuerySpec.stream()",
                "DoorManager.connection> is annotated with @Autowired",
                "takes 6",
                "calls method <java.sql.Connection.commit()>"
            })
    void everyBrokenRuleIsNamed(String complaint) {
        Throwable failure = catchThrowable(() -> AtriumArchitecture.check(classesOf("untidy")));

        assertThat(failure).isInstanceOf(AssertionError.class).hasMessageContaining(complaint);
    }

    @Test
    void nothingToCheckIsAFailure() {
        assertThatThrownBy(() -> AtriumArchitecture.check("museum.atrium.nowhere"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("No classes to check");
    }

    @Test
    void theToolsKeepTheRulesThemselves() {
        AtriumArchitecture.checkLibrary("museum.atrium.testing");
    }

    private static JavaClasses classesOf(String example) {
        return new ClassFileImporter().importPackages(EXAMPLES + example);
    }
}
