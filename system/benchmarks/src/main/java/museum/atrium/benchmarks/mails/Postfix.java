package museum.atrium.benchmarks.mails;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import museum.atrium.benchmarks.Peer;

/** Postfix's own generator of mails and its sink, both made for measuring. */
final class Postfix {

    private static final Path NOTHING = Path.of("/dev/null");

    private Postfix() {}

    /** A sink that takes everything and counts nothing. It ends when it is closed. */
    static Peer sink(int port) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("smtp-sink"));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.addAll(List.of("127.0.0.1:" + port, "1000"));
        return Peer.start(command, port, "postfix");
    }

    /** @return mails per second, over kept connections */
    static double source(int port, byte[] mail, int connections, int number) throws IOException, InterruptedException {
        // It adds the line ends and doubles the dots itself.
        String text = new String(mail, StandardCharsets.ISO_8859_1)
                .replace("\r\n", "\n")
                .replace("\n..", "\n.");
        Path file = Files.writeString(Files.createTempFile("mail", ".eml"), text + "\n", StandardCharsets.ISO_8859_1);
        try {
            long began = System.nanoTime();
            int exit = new ProcessBuilder(
                            "smtp-source",
                            "-d",
                            "-s",
                            Integer.toString(connections),
                            "-m",
                            Integer.toString(number),
                            "-f",
                            "atrium@example.org",
                            "-t",
                            "person-0@example.org",
                            "-F",
                            file.toString(),
                            "127.0.0.1:" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(NOTHING.toFile())
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("smtp-source failed with exit code " + exit);
            }
            return number / ((System.nanoTime() - began) / 1e9);
        } finally {
            Files.delete(file);
        }
    }
}
