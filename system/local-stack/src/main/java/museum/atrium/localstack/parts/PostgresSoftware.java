package museum.atrium.localstack.parts;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import museum.atrium.localstack.StackFailure;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The Postgres programs of this platform, which come as an archive in a library and are unpacked once. */
record PostgresSoftware(Path folder) {

    private static final Pattern LIBRARY = Pattern.compile("([^/]+)\\.jar!");
    private static final int EXECUTABLE_BY_OWNER = 0100;

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    static PostgresSoftware unpackedIn(Path parent) {
        URL archive = archive();
        Matcher library = LIBRARY.matcher(archive.toString());
        Path folder = parent.resolve(library.find() ? library.group(1) : "software");
        if (Files.exists(folder)) {
            return new PostgresSoftware(folder);
        }
        try {
            Path beside = parent.resolve("unpacking");
            Folders.delete(beside);
            Files.createDirectories(beside);
            try (var entries = new TarArchiveInputStream(
                    new XZCompressorInputStream(new BufferedInputStream(archive.openStream())))) {
                for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                    unpack(entry, entries, beside);
                }
            }
            Files.move(beside, folder);
            return new PostgresSoftware(folder);
        } catch (IOException failure) {
            throw new StackFailure("Postgres cannot be unpacked into %s: %s".formatted(folder, failure), failure);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path into) throws IOException {
        Path target = entry.resolveIn(into);
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & EXECUTABLE_BY_OWNER) != 0 && !target.toFile().setExecutable(true)) {
            throw new IOException("cannot be made executable: " + target);
        }
    }

    private static URL archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String name = "/postgres-%s-%s.txz".formatted(system, machine);
        URL archive = PostgresSoftware.class.getResource(name);
        if (archive == null) {
            throw new StackFailure(
                    "There is no Postgres for this machine (%s) in the build. Name a server in POSTGRES_HOST instead."
                            .formatted(name));
        }
        return archive;
    }
}
