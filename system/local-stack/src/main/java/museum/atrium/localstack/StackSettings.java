package museum.atrium.localstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What a stack is made of.
 *
 * @param home the checkout, whose built jars are started
 * @param data where everything is kept; made when it is not there
 * @param environment the variables that the README names, and the environment of every part
 * @param freePorts whether a port that no variable names is any free one, not the documented default
 * @param instances how many processes of a service run side by side; one where nothing is said
 * @param patience how long a part may take until it is ready
 */
public record StackSettings(
        Path home,
        Path data,
        Map<String, String> environment,
        boolean freePorts,
        Map<String, Integer> instances,
        Duration patience) {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    public StackSettings {
        home = home.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
        instances = Map.copyOf(instances);
    }

    /** The stack that {@code ./run} starts: documented ports, data in the checkout or where {@code ATRIUM_DATA} says. */
    public static StackSettings fromEnvironment(Path home, Map<String, String> environment) {
        Path data = new Variables(environment).find("ATRIUM_DATA").map(Path::of).orElse(home.resolve(".atrium"));
        return new StackSettings(home, data, environment, false, Map.of(), PATIENCE);
    }

    /** A stack beside others: free ports, and of this process's environment only what programs need to run at all. */
    public static StackSettings isolated(Path home, Path data) {
        var environment = new HashMap<>(System.getenv());
        environment.keySet().retainAll(Variables.NEEDED_BY_EVERY_PROGRAM);
        return new StackSettings(home, data, environment, true, Map.of(), PATIENCE);
    }

    public StackSettings with(String variable, String value) {
        var environment = new HashMap<>(this.environment);
        environment.put(variable, value);
        return new StackSettings(home, data, environment, freePorts, instances, patience);
    }

    /** So many processes of that service ({@code "notification-service"}), the second one named with {@code -2}. */
    public StackSettings withInstances(String service, int number) {
        var instances = new HashMap<>(this.instances);
        instances.put(service, number);
        return new StackSettings(home, data, environment, freePorts, instances, patience);
    }
}
