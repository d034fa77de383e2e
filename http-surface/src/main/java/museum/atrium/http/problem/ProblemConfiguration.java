package museum.atrium.http.problem;

import museum.atrium.http.accept.OfferedTypes;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
class ProblemConfiguration {

    @Bean
    Problems problems(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return new Problems(new OfferedTypes(mappings::getObject));
    }

    @Bean
    RefusedOnPage refusedOnPage() {
        return new RefusedOnPage();
    }

    @Bean
    BrokenOff brokenOff() {
        return new BrokenOff();
    }

    @Bean
    ErrorPage errorPage() {
        return new ErrorPage();
    }

    @Bean
    FilterRegistrationBean<BrokenBodyFilter> brokenBodyFilter() {
        FilterRegistrationBean<BrokenBodyFilter> registration = new FilterRegistrationBean<>(new BrokenBodyFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Messages are English, whatever the machine or the caller speaks: the rest of a problem is, too. */
    @Bean
    ValidationConfigurationCustomizer englishMessages() {
        return configuration ->
                configuration.messageInterpolator(new EnglishMessages(configuration.getDefaultMessageInterpolator()));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheContainer() {
        return factory -> factory.addContextCustomizers(ProblemConfiguration::reportProblems);
    }

    private static void reportProblems(Context context) {
        if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(ProblemReportValve.class.getName());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.dao.DataAccessException")
    static class WithDatabase {

        @Bean
        Unavailable unavailable() {
            return new Unavailable();
        }
    }
}
