package museum.atrium.localstack.parts;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import museum.atrium.localstack.supervision.Part;
import museum.atrium.localstack.supervision.Readiness;
import museum.atrium.localstack.supervision.StopSignal;

/**
 * One process of a service.
 *
 * @param number 1 for the first of its kind, which has the documented port
 */
public record ServiceProcess(Service service, int number, int port) {

    static final int HEAP_MEGABYTES = 384;
    private static final int HEAP_OF_A_MAILER = 128;

    /** A service finishes what it is doing first, for 15 seconds at most. */
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(25);

    /** Mails go through notification-service one by one: however many there are, it needs no more memory. */
    private int heapMegabytes() {
        return service == Service.NOTIFICATION ? HEAP_OF_A_MAILER : HEAP_MEGABYTES;
    }

    public String name() {
        return number == 1 ? service.title() : service.title() + "-" + number;
    }

    public Part part(FastStart start, Map<String, String> environment) {
        var options = new ArrayList<>(start.options());
        options.addAll(Compiler.in(environment).options());
        if (service == Service.NOTIFICATION) {
            // What a mail takes is needed no more once it is sent: with more room for what is new it is looked through
            // less often.
            options.add("-XX:NewRatio=1");
        }
        options.add("-Datrium.part=" + name());
        return new Part(
                name(),
                JavaProgram.with(heapMegabytes(), options, "-jar", start.jar().toString()),
                environment,
                Readiness.answers(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness")),
                StopSignal.TERM,
                STOPS_WITHIN);
    }
}
