package museum.atrium.http.organizer;

import museum.atrium.http.OrganizerPaths;
import museum.atrium.http.account.OrganizerRights;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@AutoConfiguration
class RightsConfiguration {

    @Bean
    WebMvcConfigurer rightsOfOrganizers(ObjectProvider<OrganizerRights> rights, ObjectProvider<OrganizerPaths> paths) {
        AccessRules rules = new AccessRules(paths.getIfAvailable(OrganizerPaths::of));
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new RightsInterceptor(
                        rights.getIfAvailable(() -> RightsInterceptor::everywhereOrNowhere), rules));
            }
        };
    }
}
