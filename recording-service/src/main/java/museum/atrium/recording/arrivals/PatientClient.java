package museum.atrium.recording.arrivals;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Asks the systems of live rooms, which an operator has named: wherever they are, and for as long as lists may take. */
public final class PatientClient {

    private static final Duration SILENCE = Duration.ofSeconds(30);

    private PatientClient() {}

    public static RestClient create() {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(SILENCE).build());
        requests.setReadTimeout(SILENCE);
        return RestClient.builder().requestFactory(requests).build();
    }
}
