package museum.atrium.http.json;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

@AutoConfiguration(after = JacksonAutoConfiguration.class)
class StrictJsonConfiguration {

    @Bean
    StrictJson strictJson(JsonMapper mapper) {
        return StrictJson.from(mapper);
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServerHttpMessageConvertersCustomizer strictJsonForClients(StrictJson strict) {
        return converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(strict.mapper()));
    }
}
