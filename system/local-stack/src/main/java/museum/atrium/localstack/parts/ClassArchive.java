package museum.atrium.localstack.parts;

import java.nio.file.Path;
import java.util.List;

/**
 * The JVM's own archive of a program's loaded classes: written when the program ends in peace, used at its next start, made
 * anew by the JVM when it no longer fits, and passed over when it cannot be read.
 */
final class ClassArchive {

    private ClassArchive() {}

    static List<String> learntIn(Path folder) {
        return List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + folder.resolve("classes.jsa"),
                "-Xlog:aot*=off,cds*=off");
    }
}
