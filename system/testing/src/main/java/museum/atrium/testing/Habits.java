package museum.atrium.testing;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** How classes come by what they need, and what they leave to others. */
final class Habits {

    private static final int COLLABORATORS = 5;

    private static final Set<String> SLOW_OR_STORED =
            Set.of("org.springframework.jdbc", "java.sql", "javax.sql", "org.springframework.mail", "jakarta.mail");

    private static final String SCHEDULED = "org.springframework.scheduling.annotation.Scheduled";
    private static final String KAFKA_LISTENER = "org.springframework.kafka.annotation.KafkaListener";

    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .that(DescribedPredicate.describe(
                    "are not the configuration that provides the clock",
                    type -> !type.isMetaAnnotatedWith("org.springframework.context.annotation.Configuration")))
            .should()
            .callCodeUnitWhere(target(DescribedPredicate.describe("reads the machine's time", Habits::readsTheTime)))
            .allowEmptyShould(true)
            .because("a test must be able to set the clock");

    static final ArchRule ROWS_ARE_READ_WHOLE = noClasses()
            .should()
            .callMethod("org.springframework.jdbc.core.simple.JdbcClient$MappedQuerySpec", "stream")
            .allowEmptyShould(true)
            .because("outside a transaction what is not closed keeps its connection for good: list() reads whole");

    static final ArchRule NO_FIELD_INJECTION = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .allowEmptyShould(true)
            .because("constructors say what a class needs");

    static final ArchRule AT_MOST_FIVE_COLLABORATORS = classes()
            .that()
            .areNotRecords()
            .and()
            .areNotEnums()
            .should(new ArchCondition<>("have constructors of at most " + COLLABORATORS + " parameters") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getConstructors().stream()
                            .filter(made -> made.getRawParameterTypes().size() > COLLABORATORS)
                            .forEach(made -> events.add(SimpleConditionEvent.violated(
                                    made,
                                    made.getFullName() + " takes "
                                            + made.getRawParameterTypes().size())));
                }
            })
            .allowEmptyShould(true)
            .because("more hide a missing concept");

    static final ArchRule LISTENERS_ONLY_CALL_A_USE_CASE = methods()
            .that()
            .areAnnotatedWith(SCHEDULED)
            .or()
            .areAnnotatedWith(KAFKA_LISTENER)
            .should(new ArchCondition<>("leave database and mail to a use case") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    method.getCallsFromSelf().stream()
                            .filter(call -> isSlowOrStored(call.getTargetOwner()))
                            .forEach(call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
                }
            })
            .allowEmptyShould(true);

    static final ArchRule NO_CYCLES_BETWEEN_FEATURES = SlicesRuleDefinition.slices()
            .matching("museum.atrium.*.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    private Habits() {}

    private static boolean readsTheTime(CodeUnitCallTarget target) {
        String owner = target.getOwner().getName();
        List<JavaClass> parameters = target.getRawParameterTypes();
        return switch (target.getName()) {
            case "now" ->
                owner.startsWith("java.time.")
                        && parameters.stream().noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            case "systemUTC", "systemDefaultZone", "system" -> owner.equals("java.time.Clock");
            case "<init>" -> owner.equals("java.util.Date") && parameters.isEmpty();
            default -> false;
        };
    }

    private static boolean isSlowOrStored(JavaClass type) {
        return SLOW_OR_STORED.stream().anyMatch(root -> type.getPackageName().startsWith(root));
    }
}
