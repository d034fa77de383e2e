package museum.atrium.recording.intake;

import java.net.InetAddress;
import museum.atrium.http.destination.CarefulClient;
import museum.atrium.http.destination.Destinations;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

    @Bean
    Destinations destinations(ImportSettings settings) {
        return new Destinations(settings.allowPrivateNetworks(), InetAddress::getAllByName);
    }

    @Bean
    CloseableHttpClient fetchingClient(Destinations destinations, ImportSettings settings) {
        return CarefulClient.of(destinations, settings.atOnce(), settings.silence());
    }
}
