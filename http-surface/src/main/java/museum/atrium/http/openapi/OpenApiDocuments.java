package museum.atrium.http.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.util.DigestUtils;

/** The documents that a service carries as {@code openapi/<name>.yaml}, read once. */
class OpenApiDocuments {

    private final Map<String, OpenApiDocument> byFileName = new TreeMap<>();

    OpenApiDocuments(ResourcePatternResolver resources) {
        try {
            for (Resource file : resources.getResources("classpath*:openapi/*.yaml")) {
                byte[] content = file.getContentAsByteArray();
                OpenApiDocument document = new OpenApiDocument(
                        new String(content, StandardCharsets.UTF_8), DigestUtils.md5DigestAsHex(content));
                byFileName.put(Objects.requireNonNull(file.getFilename()), document);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The OpenAPI documents on the classpath cannot be read.", e);
        }
    }

    Optional<OpenApiDocument> named(String fileName) {
        return Optional.ofNullable(byFileName.get(fileName));
    }
}
