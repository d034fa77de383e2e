package museum.atrium.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import museum.atrium.localstack.LocalStack;
import museum.atrium.localstack.Progress;
import museum.atrium.localstack.StackSettings;

/** The stack that is measured. It ends with the benchmark, however that ends, and its data with it. */
public final class MeasuredStack implements AutoCloseable {

    private final LocalStack stack;
    private final Path data;

    private MeasuredStack(LocalStack stack, Path data) {
        this.stack = stack;
        this.data = data;
    }

    /** Beside others, compiled as in production. */
    public static StackSettings settings() throws IOException {
        Path home = Path.of(System.getProperty("atrium.home", "")).toAbsolutePath();
        Path data =
                Files.createTempDirectory(Files.createDirectories(home.resolve("system/benchmarks/target")), "stack-");
        return StackSettings.isolated(home, data).with("ATRIUM_COMPILER", "full");
    }

    public static MeasuredStack start(StackSettings settings) {
        LocalStack stack = LocalStack.start(settings, Progress.onTerminal());
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        return new MeasuredStack(stack, settings.data());
    }

    public LocalStack stack() {
        return stack;
    }

    @Override
    public void close() {
        stack.close();
        try (Stream<Path> files = Files.walk(data)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("What was measured leaves its data in " + data, e);
        }
    }
}
