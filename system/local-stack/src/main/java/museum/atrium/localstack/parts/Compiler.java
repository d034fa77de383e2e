package museum.atrium.localstack.parts;

import java.util.List;
import java.util.Map;
import museum.atrium.localstack.StackFailure;
import museum.atrium.localstack.Variables;

/** How much the JVMs of the broker and the services compile: {@code ATRIUM_COMPILER}. */
enum Compiler {
    /** At the start, in which all parts share the machine, a third less work; under load later, slower code. */
    QUICK(List.of("-XX:TieredStopAtLevel=1")),
    /** As in production: for whoever measures. */
    FULL(List.of());

    private static final String VARIABLE = "ATRIUM_COMPILER";

    private final List<String> options;

    Compiler(List<String> options) {
        this.options = options;
    }

    List<String> options() {
        return options;
    }

    static Compiler in(Map<String, String> environment) {
        return switch (new Variables(environment).find(VARIABLE).orElse("quick")) {
            case "quick" -> QUICK;
            case "full" -> FULL;
            default ->
                throw new StackFailure(
                        "%s is '%s'; it has to be quick or full.".formatted(VARIABLE, environment.get(VARIABLE)));
        };
    }
}
