package museum.atrium.pages;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Has every page of a service heed what its reader chose. */
@AutoConfiguration
class FrameConfiguration {

    @Bean
    FilterRegistrationBean<ChosenLanguageFilter> chosenLanguage() {
        return new FilterRegistrationBean<>(new ChosenLanguageFilter());
    }
}
