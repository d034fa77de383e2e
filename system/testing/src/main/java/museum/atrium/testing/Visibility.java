package museum.atrium.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** What is public is called from another package, or is where the application begins. */
final class Visibility {

    private static final String[] ENTRY_POINTS = {
        "org.springframework.boot.autoconfigure.SpringBootApplication",
        "org.springframework.boot.context.properties.ConfigurationProperties",
        "org.springframework.boot.autoconfigure.AutoConfiguration"
    };

    static final ArchRule PUBLIC_ONLY_WHEN_USED_ELSEWHERE = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .arePublic()
            .and()
            .areNotAnnotations()
            .and()
            // What a template engine makes of a template is public whether anybody needs it or not.
            .haveSimpleNameNotEndingWith("Generated")
            .should(beUsedByAnotherPackage())
            .allowEmptyShould(true)
            .because("a class is package-private until another package needs it");

    private Visibility() {}

    private static ArchCondition<JavaClass> beUsedByAnotherPackage() {
        return new ArchCondition<>("be used by another package, or be an entry point") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!isEntryPoint(type) && !isUsedElsewhere(type)) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " is public, but only its own package uses it"));
                }
            }
        };
    }

    private static boolean isUsedElsewhere(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .map(Dependency::getOriginClass)
                .anyMatch(user -> !user.getPackageName().equals(type.getPackageName()));
    }

    private static boolean isEntryPoint(JavaClass type) {
        for (String annotation : ENTRY_POINTS) {
            if (type.isMetaAnnotatedWith(annotation)) {
                return true;
            }
        }
        return type.getMethods().stream()
                .anyMatch(method -> method.getName().equals("main")
                        && method.getModifiers().contains(JavaModifier.STATIC)
                        && method.getRawParameterTypes().size() == 1);
    }
}
