package museum.atrium.http.parameter;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;
import org.springframework.web.bind.support.WebBindingInitializer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

@AutoConfiguration
class ParameterConfiguration {

    @Bean
    WebMvcConfigurer formsWithoutQuery() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new FormsWithoutQuery());
            }
        };
    }

    /** Set once: a method that each controller inherits would be looked for and called with every request. */
    @Bean
    SmartInitializingSingleton decimalParameters(RequestMappingHandlerAdapter adapter) {
        return () ->
                configurable(adapter.getWebBindingInitializer()).setPropertyEditorRegistrar(new DecimalParameters());
    }

    /** @throws IllegalStateException before the first call would take numbers that are none */
    static ConfigurableWebBindingInitializer configurable(@Nullable WebBindingInitializer binding) {
        if (binding instanceof ConfigurableWebBindingInitializer initializer) {
            return initializer;
        }
        throw new IllegalStateException(
                "Numbers in addresses are checked by the ConfigurableWebBindingInitializer that Spring MVC has by default; here it is "
                        + (binding == null ? "none" : "a " + binding.getClass().getName()) + ".");
    }
}
