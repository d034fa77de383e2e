package museum.atrium.registration.erasure;

import museum.atrium.links.LinkKeys;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SealingAddresses {

    @ConfigurationProperties("atrium.links")
    record Keys(String manage) {}

    /** With keys that are there already; who gave them up can no longer ask by address for what was erased before. */
    @Bean
    AddressSeal addressSeal(Keys keys) {
        return new AddressSeal(LinkKeys.parse("manage", keys.manage()).alsoFor("erased-address"));
    }
}
