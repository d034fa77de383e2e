package museum.atrium.localstack.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import museum.atrium.localstack.StackFailure;

/** What the local stack makes up once and keeps, readable by its owner alone: lines of {@code NAME=value}. */
public final class Secrets {

    private static final int KEY_BYTES = 32;
    private static final int PASSWORD_BYTES = 15;

    private final Path file;
    private final SecureRandom random;
    private final SortedMap<String, String> values;

    private Secrets(Path file, SecureRandom random, SortedMap<String, String> values) {
        this.file = file;
        this.random = random;
        this.values = values;
    }

    public static Secrets in(Path file) {
        try {
            var values = Files.exists(file) ? read(file) : new TreeMap<String, String>();
            return new Secrets(file, new SecureRandom(), values);
        } catch (IOException failure) {
            throw new StackFailure("The secrets in %s cannot be read.".formatted(file), failure);
        }
    }

    /** A password that a person can copy: 20 letters, digits, hyphens or underscores. */
    public String password(String name) {
        return valueOf(name, Base64.getUrlEncoder().withoutPadding(), PASSWORD_BYTES);
    }

    /** A key of 256 bits in base64. */
    public String key(String name) {
        return valueOf(name, Base64.getEncoder(), KEY_BYTES);
    }

    private synchronized String valueOf(String name, Base64.Encoder encoder, int bytes) {
        String kept = values.get(name);
        if (kept != null) {
            return kept;
        }
        byte[] made = new byte[bytes];
        random.nextBytes(made);
        String value = encoder.encodeToString(made);
        values.put(name, value);
        write();
        return value;
    }

    private static SortedMap<String, String> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.indexOf('=') > 0)
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (_, later) -> later, TreeMap::new));
    }

    private void write() {
        var lines = values.entrySet().stream().map(Secrets::line).toList();
        try {
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(beside);
            Files.createFile(
                    beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(beside, lines);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new StackFailure("The secrets cannot be written to %s.".formatted(file), failure);
        }
    }

    private static String line(Map.Entry<String, String> secret) {
        return secret.getKey() + "=" + secret.getValue();
    }
}
