package museum.atrium.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of our style that a machine can check. A module's own test says
 * {@code AtriumArchitecture.check("museum.atrium.registration")}.
 */
public final class AtriumArchitecture {

    private static final List<ArchRule> STYLE = List.of(
            Naming.NO_TECHNICAL_PACKAGES,
            Naming.NO_EMPTY_WORDS_IN_CLASS_NAMES,
            Naming.EVERY_PACKAGE_IS_DOCUMENTED_AND_NULL_MARKED,
            Habits.TIME_COMES_FROM_A_CLOCK,
            Habits.ROWS_ARE_READ_WHOLE,
            Habits.NO_FIELD_INJECTION,
            Habits.AT_MOST_FIVE_COLLABORATORS,
            Habits.LISTENERS_ONLY_CALL_A_USE_CASE,
            Habits.NO_CYCLES_BETWEEN_FEATURES);

    private AtriumArchitecture() {}

    /** Checks the production classes of that package and those below it. */
    public static void check(String rootPackage) {
        check(productionClasses(rootPackage));
    }

    /** The same for a module that others call: what it makes public cannot be judged from inside. */
    public static void checkLibrary(String rootPackage) {
        check(productionClasses(rootPackage), STYLE);
    }

    /** Fails with what all broken rules say, not only the first. */
    public static void check(JavaClasses classes) {
        check(
                classes,
                Stream.concat(Stream.of(Visibility.PUBLIC_ONLY_WHEN_USED_ELSEWHERE), STYLE.stream())
                        .toList());
    }

    private static void check(JavaClasses classes, List<ArchRule> rules) {
        if (classes.isEmpty()) {
            throw new AssertionError("No classes to check: is the package's name right?");
        }
        String broken = rules.stream()
                .map(rule -> rule.evaluate(classes))
                .filter(EvaluationResult::hasViolation)
                .map(result -> result.getFailureReport().toString())
                .collect(Collectors.joining("\n\n"));
        if (!broken.isEmpty()) {
            throw new AssertionError(broken);
        }
    }

    private static JavaClasses productionClasses(String rootPackage) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .importPackages(rootPackage);
    }
}
