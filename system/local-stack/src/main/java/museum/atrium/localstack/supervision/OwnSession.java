package museum.atrium.localstack.supervision;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts a command into a session of its own. A Ctrl-C at the terminal reaches every process of the terminal's foreground
 * group at once; the parts shall hear of it from the supervisor, in order.
 */
final class OwnSession {

    private static final List<String> PREFIX = prefix();

    private OwnSession() {}

    static List<String> of(List<String> command) {
        return Stream.concat(PREFIX.stream(), command.stream()).toList();
    }

    private static List<String> prefix() {
        if (isInstalled("setsid")) {
            return List.of("setsid");
        }
        if (isInstalled("perl")) {
            return List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec { $ARGV[0] } @ARGV or die");
        }
        return List.of();
    }

    private static boolean isInstalled(String program) {
        var folders = new ArrayList<Path>();
        for (String folder :
                System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(File.pathSeparator, -1)) {
            folders.add(Path.of(folder));
        }
        return folders.stream().anyMatch(folder -> Files.isExecutable(folder.resolve(program)));
    }
}
