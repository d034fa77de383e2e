package museum.atrium.localstack.parts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/**
 * A service's jar taken apart, from which it starts faster than from the jar of jars that is built. The folder is named
 * after what is in the jar: a new build makes a new one, and nothing is overwritten under a running service.
 */
final class ExtractedJar {

    private static final int NAME_LENGTH = 16;
    private static final int HEAP_MEGABYTES = 128;

    private ExtractedJar() {}

    /** Any other jar has nothing to take apart. */
    static boolean isJarOfJars(Path jar) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            return zip.getEntry("BOOT-INF/") != null;
        }
    }

    /** The jar to run, in a folder of its own. */
    static Path of(Path built, Map<String, String> environment, Path log) throws IOException {
        Path folder = built.resolveSibling("fast-start").resolve(nameFor(built));
        if (!Files.exists(folder)) {
            extract(built, folder, environment, log);
        }
        return folder.resolve(built.getFileName());
    }

    /** Beside its place at first: what is interrupted must not be run later. */
    private static void extract(Path built, Path folder, Map<String, String> environment, Path log) throws IOException {
        Path beside = folder.resolveSibling("new-" + ProcessHandle.current().pid());
        Folders.delete(beside);
        Files.createDirectories(beside);
        try {
            var extract = JavaProgram.with(
                    HEAP_MEGABYTES,
                    List.of("-Djarmode=tools"),
                    "-jar",
                    built.toString(),
                    "extract",
                    "--force",
                    "--destination",
                    beside.toString());
            Errand.run("Taking apart " + built.getFileName(), extract, environment, log);
            Files.move(beside, folder);
        } finally {
            Folders.delete(beside);
        }
    }

    /** The file's date would not do: a reproducible build always writes the same one. */
    private static String nameFor(Path jar) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
            zip.stream()
                    .map(entry -> entry.getName() + " " + entry.getCrc() + "\n")
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest()).substring(0, NAME_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
