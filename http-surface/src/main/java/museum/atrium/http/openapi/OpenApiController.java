package museum.atrium.http.openapi;

import java.nio.charset.StandardCharsets;
import museum.atrium.http.Refusal;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OpenApiController {

    private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);

    private final OpenApiDocuments documents;

    OpenApiController(OpenApiDocuments documents) {
        this.documents = documents;
    }

    // A mapping that ends as its files do tells Spring that this extension is meant; it makes a download of any other.
    @GetMapping("/openapi/{name}.yaml")
    ResponseEntity<String> document(@PathVariable String name) {
        OpenApiDocument document = documents
                .named(name + ".yaml")
                .orElseThrow(() -> Refusal.notFound("This service has no document of that name."));
        return ResponseEntity.ok()
                .eTag(document.eTag())
                .cacheControl(CacheControl.noCache())
                .contentType(YAML)
                .body(document.content());
    }
}
