package museum.atrium.benchmarks.recordings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import museum.atrium.benchmarks.Peer;

/** nginx as it serves files by itself, on this machine alone. */
final class Nginx implements AutoCloseable {

    private final Peer peer;
    private final int port;

    private Nginx(Peer peer, int port) {
        this.peer = peer;
        this.port = port;
    }

    /** @param files are served from there */
    static Nginx start(Path work, Path files) throws IOException, InterruptedException {
        int port = Peer.freePort();
        Path configuration = Files.writeString(work.resolve("nginx.conf"), """
                daemon off;
                worker_processes auto;
                pid %1$s/nginx.pid;
                error_log %1$s/nginx.log;
                events { worker_connections 512; }
                http {
                  access_log off;
                  sendfile on;
                  tcp_nopush on;
                  keepalive_requests 1000000;
                  client_body_temp_path %1$s/body;
                  proxy_temp_path %1$s/proxy;
                  fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi;
                  scgi_temp_path %1$s/scgi;
                  server { listen 127.0.0.1:%2$d; root %3$s; }
                }
                """.formatted(work, port, files));
        // Its workers may be another user, who has to reach the files.
        List<String> command = List.of(
                "nginx",
                "-e",
                work.resolve("nginx.log").toString(),
                "-g",
                System.getProperty("user.name").equals("root") ? "user root;" : "",
                "-c",
                configuration.toString());
        return new Nginx(Peer.start(command, port, "nginx-light"), port);
    }

    URI url(String file) {
        return URI.create("http://127.0.0.1:" + port + "/" + file);
    }

    @Override
    public void close() {
        peer.close();
    }
}
