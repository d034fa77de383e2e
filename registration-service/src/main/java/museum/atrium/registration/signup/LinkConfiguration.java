package museum.atrium.registration.signup;

import museum.atrium.links.LinkKeys;
import museum.atrium.links.SignedLinks;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LinkConfiguration {

    /** The keys of the links that this service opens; it needs no others. */
    @ConfigurationProperties("atrium.links")
    record Keys(String manage, String join) {}

    @Bean
    SignedLinks manageLinks(Keys keys) {
        return new SignedLinks(LinkKeys.parse("manage", keys.manage()));
    }

    /** notification-service signs these with the same keys. */
    @Bean
    SignedLinks speakingLinks(Keys keys) {
        return new SignedLinks(LinkKeys.parse("manage", keys.manage()).alsoFor("speaking"));
    }

    /** These too: the mail that brings the links to all registrations brings the one to their calendar. */
    @Bean
    SignedLinks feedLinks(Keys keys) {
        return new SignedLinks(LinkKeys.parse("manage", keys.manage()).alsoFor("calendar"));
    }

    @Bean
    SignedLinks joinLinks(Keys keys) {
        return new SignedLinks(LinkKeys.parse("join", keys.join()));
    }
}
