package museum.atrium.localstack;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import museum.atrium.localstack.folder.Secrets;
import museum.atrium.localstack.parts.BrokerPorts;
import museum.atrium.localstack.parts.DatabaseAddress;
import museum.atrium.localstack.parts.Postgres;
import museum.atrium.localstack.parts.Service;
import museum.atrium.localstack.parts.ServiceProcess;

/**
 * Who listens where, decided and checked before anything is started. What the person who starts the stack brings along
 * (a broker, a database, a mail server) is empty here: that part is theirs.
 */
record Plan(
        int frontDoorPort,
        URI publicUrl,
        List<ServiceProcess> services,
        Optional<InboxPorts> inbox,
        Optional<DatabaseAddress> database,
        Optional<BrokerPorts> broker) {

    record InboxPorts(int http, int smtp) {}

    static Plan of(StackSettings settings, Secrets secrets) {
        var variables = new Variables(settings.environment());
        var ports = new Ports(variables, settings.freePorts());
        int frontDoor = ports.of("ATRIUM_PORT", 8080);
        return new Plan(
                frontDoor,
                variables.publicUrl(frontDoor),
                services(settings, ports),
                variables.has("SMTP_HOST") ? Optional.empty() : Optional.of(inbox(ports)),
                variables.has("POSTGRES_HOST") ? Optional.empty() : Optional.of(database(ports, secrets)),
                variables.has("KAFKA_BOOTSTRAP_SERVERS") ? Optional.empty() : Optional.of(broker(ports)));
    }

    List<ServiceProcess> processesOf(Service service) {
        return services.stream().filter(process -> process.service() == service).toList();
    }

    private static List<ServiceProcess> services(StackSettings settings, Ports ports) {
        var services = new ArrayList<ServiceProcess>();
        for (Service service : Service.values()) {
            services.add(new ServiceProcess(service, 1, ports.of(service.portVariable(), service.defaultPort())));
        }
        for (Service service : Service.values()) {
            for (int number = 2; number <= settings.instances().getOrDefault(service.title(), 1); number++) {
                services.add(new ServiceProcess(service, number, ports.anyFor(service.title())));
            }
        }
        return List.copyOf(services);
    }

    private static InboxPorts inbox(Ports ports) {
        return new InboxPorts(ports.of("INBOX_PORT", 8025), ports.ofOrAny("SMTP_PORT"));
    }

    private static DatabaseAddress database(Ports ports, Secrets secrets) {
        return new DatabaseAddress(
                "127.0.0.1", ports.ofOrAny("POSTGRES_PORT"), Postgres.USER, secrets.password("POSTGRES_PASSWORD"));
    }

    private static BrokerPorts broker(Ports ports) {
        return new BrokerPorts(ports.anyFor("Kafka"), ports.anyFor("Kafka's controller"));
    }
}
