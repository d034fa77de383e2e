package museum.atrium.pages;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.thymeleaf.ITemplateEngine;

/** Has every page of a service heed what its reader chose. */
@AutoConfiguration(after = ThymeleafAutoConfiguration.class)
class FrameConfiguration {

    /** A service whose pages have a script has one of its own. */
    @Bean
    @ConditionalOnMissingBean
    OrganizerPages organizerPages(ITemplateEngine templates) {
        return new OrganizerPages(templates, null);
    }

    /** Before who asks is looked at: who is refused there is told so in their language, too. */
    @Bean
    FilterRegistrationBean<ChosenLanguageFilter> chosenLanguage() {
        FilterRegistrationBean<ChosenLanguageFilter> registration =
                new FilterRegistrationBean<>(new ChosenLanguageFilter());
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }
}
