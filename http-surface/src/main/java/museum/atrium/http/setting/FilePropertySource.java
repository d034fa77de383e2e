package museum.atrium.http.setting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import museum.atrium.http.UnusableSetting;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertySource;

/** Reads a file only when its setting is asked for, so that others' variables that end alike are left alone. */
class FilePropertySource extends PropertySource<PropertySource<?>> {

    private static final String FILE = "_FILE";
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]*");

    FilePropertySource(PropertySource<?> variables) {
        super("settingsFromFiles", variables);
    }

    @Override
    public @Nullable Object getProperty(String name) {
        if (!VARIABLE.matcher(name).matches() || name.endsWith(FILE)) {
            return null;
        }
        String file = variable(name + FILE);
        if (file.isEmpty()) {
            return null;
        }
        if (!variable(name).isEmpty()) {
            throw new UnusableSetting(
                    name + " and " + name + FILE + " are both set.",
                    "Keep one of them, so that it is clear which counts.");
        }
        return read(name, file);
    }

    private String variable(String name) {
        Object value = source.getProperty(name);
        return value == null ? "" : value.toString();
    }

    private static String read(String name, String file) {
        try {
            return Files.readString(Path.of(file)).stripTrailing();
        } catch (IOException | InvalidPathException e) {
            throw new UnusableSetting(
                    "The file that " + name + FILE + " names cannot be read: " + file,
                    "Check that it exists and that the user who runs the service may read it.");
        }
    }
}
