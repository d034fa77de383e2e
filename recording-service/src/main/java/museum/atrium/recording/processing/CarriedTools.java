package museum.atrium.recording.processing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/** The programs that the service carries, for Linux on x86-64. They run from a folder of their own. */
final class CarriedTools {

    private static final String RESOURCES = "classpath*:org/bytedeco/ffmpeg/linux-x86_64-gpl/*";
    private static final Pattern WANTED = Pattern.compile("ffmpeg|ffprobe|lib(?!jni).*\\.so.*");
    private static final Pattern MISSING =
            Pattern.compile("loading shared libraries: (\\S+): cannot open shared object file");
    /** By which they would record from microphones and screens; nobody asks that of them here. */
    private static final Set<String> DEVICES = Set.of(
            "libpulse.so.0",
            "libasound.so.2",
            "libxcb.so.1",
            "libxcb-shm.so.0",
            "libxcb-shape.so.0",
            "libxcb-xfixes.so.0");

    private static final String STANDS_IN = "libdrm.so.2";

    private CarriedTools() {}

    /** Unpacks them if they are not there yet. Nothing when they are not for this machine. */
    static Optional<MediaTools> unpackInto(Path parent) throws IOException {
        Resource[] carried = new PathMatchingResourcePatternResolver().getResources(RESOURCES);
        if (carried.length == 0 || !isLinuxOnIntel()) {
            return Optional.empty();
        }
        // Of another build, another folder.
        Path folder = parent.resolve("tools-"
                + Long.toHexString(Arrays.stream(carried)
                        .mapToLong(CarriedTools::size)
                        .reduce(17, (sum, size) -> 31 * sum + size)));
        if (!Files.exists(folder)) {
            unpack(carried, parent, folder);
        }
        return Optional.of(MediaTools.in(folder, "carried by the service"));
    }

    /**
     * They were built to record from devices too, and do not start without the libraries for that, which servers do not have.
     * Another of their own libraries stands in: its functions are bound when they are called, which they never are.
     */
    static boolean standInFor(String complaint, Path folder) throws IOException {
        Matcher missing = MISSING.matcher(complaint);
        if (!missing.find() || !DEVICES.contains(missing.group(1))) {
            return false;
        }
        try {
            Files.createSymbolicLink(folder.resolve(missing.group(1)), Path.of(STANDS_IN));
        } catch (FileAlreadyExistsException anotherInstance) {
            // Has done it.
        }
        return true;
    }

    private static void unpack(Resource[] carried, Path parent, Path folder) throws IOException {
        Path unpacking = Files.createTempDirectory(parent, "unpacking-");
        for (Resource resource : carried) {
            String name = String.valueOf(resource.getFilename());
            if (WANTED.matcher(name).matches()) {
                try (InputStream bytes = resource.getInputStream()) {
                    Files.copy(bytes, unpacking.resolve(name));
                }
                Files.setPosixFilePermissions(unpacking.resolve(name), PosixFilePermissions.fromString("rwx------"));
            }
        }
        try {
            Files.move(unpacking, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException anotherInstanceWasFaster) {
            if (!Files.exists(folder)) {
                throw anotherInstanceWasFaster;
            }
            FileSystemUtils.deleteRecursively(unpacking);
        }
    }

    private static long size(Resource resource) {
        try {
            return resource.contentLength();
        } catch (IOException unreadable) {
            return 0;
        }
    }

    private static boolean isLinuxOnIntel() {
        return System.getProperty("os.name", "").equals("Linux")
                && Set.of("amd64", "x86_64").contains(System.getProperty("os.arch", ""));
    }
}
