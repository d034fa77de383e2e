package museum.atrium.localstack.supervision;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command line.
 *
 * @param launcher what comes before the program and turns into it, such as {@code unshare -U}; mostly empty
 * @param program the executable that the process is in the end
 * @param arguments what the program is given
 */
public record Command(List<String> launcher, Path program, List<String> arguments) {

    public Command {
        launcher = List.copyOf(launcher);
        arguments = List.copyOf(arguments);
    }

    public static Command of(Path program, List<String> arguments) {
        return new Command(List.of(), program, arguments);
    }

    public List<String> line() {
        var line = new ArrayList<>(launcher);
        line.add(program.toString());
        line.addAll(arguments);
        return line;
    }

    /** The program as the system names it for a running process, links resolved. */
    String programAsRun() throws IOException {
        return program.toRealPath().toString();
    }
}
