package museum.atrium.pages;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
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

    @Bean
    FilterRegistrationBean<ChosenLanguageFilter> chosenLanguage() {
        return new FilterRegistrationBean<>(new ChosenLanguageFilter());
    }
}
