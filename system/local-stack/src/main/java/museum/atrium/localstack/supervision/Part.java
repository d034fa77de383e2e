package museum.atrium.localstack.supervision;

import java.time.Duration;
import java.util.Map;

/**
 * What the supervisor has to know of a part.
 *
 * @param name what people call it; also the name of its log file
 * @param command the same at every start, so that a part comes back where it was
 * @param environment the whole environment of the process: nothing is inherited beside it
 * @param stopSignal how it is asked to end
 * @param stopsWithin how long it may take over that before it is killed
 */
public record Part(
        String name,
        Command command,
        Map<String, String> environment,
        Readiness readiness,
        StopSignal stopSignal,
        Duration stopsWithin) {

    public Part {
        environment = Map.copyOf(environment);
    }
}
