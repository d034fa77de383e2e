package museum.atrium.http.body;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

@AutoConfiguration
@EnableConfigurationProperties(BodyLimits.class)
class BodyConfiguration {

    private static final int MOST_FIELDS = 10_000;

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(BodyLimits limits) {
        FilterRegistrationBean<BodyLimitFilter> registration =
                new FilterRegistrationBean<>(new BodyLimitFilter(limits));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    /** Forms are read by the container itself, past the filter, which lets none pass that is too large where it is sent to. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> limitOfForms(BodyLimits limits) {
        int limit = Math.toIntExact(limits.largest().toBytes());
        return factory -> factory.addConnectorCustomizers(connector -> {
            connector.setMaxPostSize(limit);
            connector.setMaxParameterCount(MOST_FIELDS);
        });
    }
}
