package museum.atrium.recording.organizers;

import museum.atrium.pages.OrganizerPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.ITemplateEngine;

/** These pages upload and follow progress, by a script of their own. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration {

    @Bean
    OrganizerPages organizerPages(ITemplateEngine templates) {
        return new OrganizerPages(templates, "pages/upload.js");
    }
}
