package museum.atrium.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.StreamUtils;

/** A response whose body was read once and can be read again. */
final class KeptResponse implements ClientHttpResponse {

    private final ClientHttpResponse response;
    private final byte[] bytes;

    private KeptResponse(ClientHttpResponse response, byte[] bytes) {
        this.response = response;
        this.bytes = bytes;
    }

    static KeptResponse of(ClientHttpResponse response) throws IOException {
        return new KeptResponse(response, StreamUtils.copyToByteArray(response.getBody()));
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public HttpStatusCode getStatusCode() throws IOException {
        return response.getStatusCode();
    }

    @Override
    public String getStatusText() throws IOException {
        return response.getStatusText();
    }

    @Override
    public HttpHeaders getHeaders() {
        return response.getHeaders();
    }

    @Override
    public InputStream getBody() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public void close() {
        response.close();
    }
}
