package museum.atrium.system.stack;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that holds every module and the documents. */
public final class Checkout {

    private Checkout() {}

    public static Path folder() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("contracts"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("Run the system tests inside the checkout");
        }
        return folder;
    }
}
