package museum.atrium.http.openapi;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.support.ResourcePatternResolver;

@AutoConfiguration
class OpenApiConfiguration {

    @Bean
    OpenApiController openApiController(ResourcePatternResolver resources) {
        return new OpenApiController(new OpenApiDocuments(resources));
    }
}
