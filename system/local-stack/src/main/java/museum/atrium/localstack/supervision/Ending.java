package museum.atrium.localstack.supervision;

import java.time.Duration;
import java.util.Map;

/** How a process ended: by itself with a code, or by a signal (which arrives as 128 and the signal's number). */
record Ending(int exitCode, Duration uptime) {

    private static final int SIGNALLED = 128;
    private static final Map<Integer, String> SIGNALS =
            Map.of(1, "SIGHUP", 2, "SIGINT", 3, "SIGQUIT", 6, "SIGABRT", 9, "SIGKILL", 11, "SIGSEGV", 15, "SIGTERM");

    String inWords() {
        if (exitCode <= SIGNALLED) {
            return "ended with exit code " + exitCode;
        }
        int signal = exitCode - SIGNALLED;
        return "was ended by signal " + signal + (SIGNALS.containsKey(signal) ? " (" + SIGNALS.get(signal) + ")" : "");
    }
}
