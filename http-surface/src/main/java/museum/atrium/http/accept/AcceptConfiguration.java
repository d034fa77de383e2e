package museum.atrium.http.accept;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

@AutoConfiguration
class AcceptConfiguration {

    /** The adapter and what it negotiates by are made of the configurers, so they are asked for only when a call is there. */
    @Bean
    WebMvcConfigurer answersThatAreAccepted(
            ObjectProvider<RequestMappingHandlerAdapter> adapter,
            @Qualifier("mvcContentNegotiationManager") ObjectProvider<ContentNegotiationManager> negotiation) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AcceptInterceptor(
                        () -> adapter.getObject().getMessageConverters(), negotiation::getObject));
            }
        };
    }
}
