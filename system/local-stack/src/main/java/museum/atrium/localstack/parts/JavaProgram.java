package museum.atrium.localstack.parts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import museum.atrium.localstack.supervision.Command;

/** A Java program on the JDK that the stack itself runs on, with a heap that lets six of them share a small machine. */
final class JavaProgram {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private JavaProgram() {}

    static Command with(int heapMegabytes, List<String> options, String... program) {
        var arguments = new ArrayList<String>();
        arguments.add("-Xmx" + heapMegabytes + "m");
        arguments.add("-XX:+UseSerialGC");
        // A part without memory is of no use to anybody; when it ends, it is started again.
        arguments.add("-XX:+ExitOnOutOfMemoryError");
        arguments.addAll(options);
        arguments.addAll(List.of(program));
        return Command.of(JAVA, arguments);
    }
}
