package museum.atrium.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;

/** Names say what a thing is in our field, not which technical drawer it lies in. */
final class Naming {

    private static final Set<String> DRAWERS = Set.of(
            "common",
            "dto",
            "dtos",
            "helper",
            "helpers",
            "impl",
            "manager",
            "managers",
            "misc",
            "model",
            "models",
            "service",
            "services",
            "util",
            "utils");

    private static final List<String> EMPTY_WORDS = List.of("Impl", "Manager", "Helper", "Utils", "Util", "Dto", "DTO");

    static final ArchRule NO_TECHNICAL_PACKAGES = noClasses()
            .should()
            .resideInAPackage("..(" + String.join("|", DRAWERS.stream().sorted().toList()) + ")..")
            .allowEmptyShould(true)
            .because("packages are features");

    static final ArchRule NO_EMPTY_WORDS_IN_CLASS_NAMES = noClasses()
            .that(are("not generated", type -> !isGeneratedMapper(type)))
            .should(new ArchCondition<>("end in " + EMPTY_WORDS) {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean empty = EMPTY_WORDS.stream().anyMatch(type.getSimpleName()::endsWith);
                    events.add(new SimpleConditionEvent(type, empty, type.getName() + " ends in an empty word"));
                }
            })
            .allowEmptyShould(true)
            .because("repositories are plurals and use cases are verbs");

    static final ArchRule EVERY_PACKAGE_IS_DOCUMENTED_AND_NULL_MARKED = classes()
            .should(new ArchCondition<>("reside in a package whose package-info.java says @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    JavaPackage home = type.getPackage();
                    if (!home.isAnnotatedWith(NullMarked.class)) {
                        events.add(SimpleConditionEvent.violated(
                                home, home.getName() + " has no package-info.java with @NullMarked"));
                    }
                }
            })
            .allowEmptyShould(true);

    private Naming() {}

    private static boolean isGeneratedMapper(JavaClass type) {
        return type.getAllRawInterfaces().stream().anyMatch(Naming::isMapper)
                || type.getAllRawSuperclasses().stream().anyMatch(Naming::isMapper);
    }

    private static boolean isMapper(JavaClass type) {
        return type.isAnnotatedWith("org.mapstruct.Mapper");
    }

    private static DescribedPredicate<JavaClass> are(String description, Predicate<JavaClass> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }
}
