package museum.atrium.registration.defence;

import museum.atrium.links.LinkKeys;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DefenceConfiguration {

    /** All instances have the same, so that one takes the proof that another asked for. */
    @ConfigurationProperties("atrium.links")
    record Keys(String manage) {}

    @Bean
    LinkKeys proofKeys(Keys keys) {
        return LinkKeys.parse("manage", keys.manage()).alsoFor("proof");
    }
}
