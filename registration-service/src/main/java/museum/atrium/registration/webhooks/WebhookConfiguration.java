package museum.atrium.registration.webhooks;

import java.net.InetAddress;
import museum.atrium.http.destination.Destinations;
import museum.atrium.links.LinkKeys;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    /** All instances have the same, so that each can open what another sealed. */
    @ConfigurationProperties("atrium.links")
    record Keys(String manage) {}

    @Bean
    Sealing webhookSealing(Keys keys) {
        return new Sealing(LinkKeys.parse("manage", keys.manage()).alsoFor("webhooks"));
    }

    @Bean
    Destinations destinations(WebhookSettings settings) {
        return new Destinations(settings.allowPrivateNetworks(), InetAddress::getAllByName);
    }
}
