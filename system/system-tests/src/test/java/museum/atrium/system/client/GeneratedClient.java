package museum.atrium.system.client;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.openapitools.codegen.CodegenConstants;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** What openapi-generator makes of one of our documents, compiled. */
public final class GeneratedClient {

    private final Path classes;

    private GeneratedClient(Path classes) {
        this.classes = classes;
    }

    /**
     * @param document the OpenAPI document
     * @param packageName of what is generated
     * @param folder an empty one
     * @param users sources that use the client and are compiled with it
     * @throws AssertionError with what the compiler says, if it says anything
     */
    public static GeneratedClient of(Path document, String packageName, Path folder, Path... users) {
        List<Path> sources = new ArrayList<>(generate(document, packageName, folder.resolve("generated")));
        sources.addAll(List.of(users));
        Path classes = folder.resolve("classes");
        compile(sources, classes);
        return new GeneratedClient(classes);
    }

    private static List<Path> generate(Path document, String packageName, Path folder) {
        CodegenConfigurator configurator = new CodegenConfigurator()
                .setGeneratorName("java")
                .setLibrary("apache-httpclient")
                .setInputSpec(document.toString())
                .setOutputDir(folder.toString())
                .setInvokerPackage(packageName)
                .setApiPackage(packageName)
                .setModelPackage(packageName + ".model")
                .addAdditionalProperty("openApiNullable", "false")
                .addAdditionalProperty("useJakartaEe", "true")
                .addAdditionalProperty("hideGenerationTimestamp", "true");
        DefaultGenerator generator = new DefaultGenerator();
        generator.setGenerateMetadata(false);
        for (String unneeded : List.of(
                CodegenConstants.API_TESTS,
                CodegenConstants.MODEL_TESTS,
                CodegenConstants.API_DOCS,
                CodegenConstants.MODEL_DOCS)) {
            generator.setGeneratorPropertyDefault(unneeded, "false");
        }
        return generator.opts(configurator.toClientOptInput()).generate().stream()
                .map(File::toPath)
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    private static void compile(List<Path> sources, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
            Files.createDirectories(classes);
            List<String> options = List.of(
                    "-proc:none", "-d", classes.toString(), "-classpath", System.getProperty("java.class.path"));
            boolean compiled = compiler.getTask(
                            null, files, said, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!compiled) {
                throw new AssertionError(said.getDiagnostics().stream()
                        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                        .map(Object::toString)
                        .collect(joining("\n")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where classes of the client and its users are found, and those of the tests. */
    public ClassLoader loader() {
        try {
            return new URLClassLoader(new URL[] {classes.toUri().toURL()}, GeneratedClient.class.getClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
