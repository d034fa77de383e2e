package museum.atrium.recording.intake;

import java.net.InetAddress;
import museum.atrium.http.destination.Destinations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

    @Bean
    Destinations destinations(ImportSettings settings) {
        return new Destinations(settings.allowPrivateNetworks(), InetAddress::getAllByName);
    }
}
