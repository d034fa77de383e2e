package museum.atrium.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import museum.atrium.inbox.mails.Mails;
import museum.atrium.inbox.reading.Message;
import museum.atrium.inbox.reading.OpenedMessage;
import museum.atrium.inbox.reading.Reading;
import museum.atrium.inbox.receiving.Receiving;
import museum.atrium.inbox.web.InboxServer;

/** A running inbox, also for tests: {@code try (Inbox inbox = Inbox.start(InboxSettings.onFreePorts(folder)))}. */
public final class Inbox implements AutoCloseable {

    private static final int MOST_RECIPIENTS = 1_000;
    private static final Duration IDLE = Duration.ofMinutes(5);

    private final Mails mails;
    private final Reading reading;
    private final Receiving receiving;
    private final InboxServer web;

    private Inbox(Mails mails, Reading reading, Receiving receiving, InboxServer web) {
        this.mails = mails;
        this.reading = reading;
        this.receiving = receiving;
        this.web = web;
    }

    /** @throws IOException when the folder or a port is taken */
    public static Inbox start(InboxSettings settings) throws IOException {
        return start(settings, InstantSource.system());
    }

    public static Inbox start(InboxSettings settings, InstantSource clock) throws IOException {
        InetAddress host = InetAddress.getByName(settings.host());
        Mails mails = Mails.open(settings.data(), settings.capacity());
        Receiving receiving = null;
        try {
            Reading reading = new Reading(mails);
            var limits = new Receiving.Limits(settings.connections(), MOST_RECIPIENTS, settings.messageBytes(), IDLE);
            receiving = Receiving.start(new InetSocketAddress(host, settings.smtpPort()), limits, mails, clock);
            InboxServer web = InboxServer.start(new InetSocketAddress(host, settings.httpPort()), reading, mails);
            return new Inbox(mails, reading, receiving, web);
        } catch (IOException | RuntimeException failure) {
            if (receiving != null) {
                receiving.close();
            }
            mails.close();
            throw failure;
        }
    }

    public int smtpPort() {
        return receiving.port();
    }

    public int httpPort() {
        return web.port();
    }

    /** Every mail, newest first. */
    public List<Message> messages() {
        return list(Optional.empty());
    }

    /** The mails to this address, compared without regard to case, newest first. */
    public List<Message> messages(String to) {
        return list(Optional.of(to));
    }

    /** The mail in all its parts. */
    public Optional<OpenedMessage> open(String id) {
        return reading.open(id);
    }

    /** The message exactly as it came by SMTP. */
    public Optional<byte[]> raw(String id) {
        return reading.raw(id);
    }

    public int count() {
        return reading.count();
    }

    /** Forgets every mail; ids are not used again. */
    public void clear() {
        try {
            mails.clear();
        } catch (IOException failure) {
            throw new UncheckedIOException("The mails cannot be deleted", failure);
        }
    }

    private List<Message> list(Optional<String> to) {
        var messages = new ArrayList<Message>();
        try {
            reading.newestFirst(to.orElse(null), Long.MAX_VALUE, Integer.MAX_VALUE, messages::add);
        } catch (IOException failure) {
            throw new UncheckedIOException("The mails cannot be read", failure);
        }
        return messages;
    }

    /** Answers the mails that are being received, then stops; the mails stay in their folder. */
    @Override
    public void close() throws IOException {
        receiving.close();
        web.close();
        mails.close();
    }
}
