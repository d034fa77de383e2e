package museum.atrium.localstack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import museum.atrium.localstack.frontdoor.Shown;
import museum.atrium.localstack.parts.Broker;
import museum.atrium.localstack.parts.MailInbox;
import museum.atrium.localstack.parts.Postgres;
import museum.atrium.localstack.parts.ServiceProcess;
import museum.atrium.localstack.supervision.PartState;

/** What runs and where, for people: on the terminal and on the start page. */
final class Overview {

    private final StackSettings settings;
    private final Plan plan;
    private final Parts parts;

    Overview(StackSettings settings, Plan plan, Parts parts) {
        this.settings = settings;
        this.plan = plan;
        this.parts = parts;
    }

    List<Shown> parts() {
        var shown = new ArrayList<Shown>();
        plan.services().forEach(process -> shown.add(service(process)));
        shown.add(plan.inbox()
                .map(ports -> here(
                        MailInbox.NAME,
                        "shows every mail that Atrium sends",
                        localhost(ports.http()),
                        Optional.of(localhost(ports.http()))))
                .orElseGet(() -> elsewhere("mail server", "delivers Atrium's mail", "SMTP_HOST")));
        shown.add(plan.broker()
                .map(ports -> here(Broker.NAME, "carries the events", ports.address(), Optional.empty()))
                .orElseGet(() -> elsewhere(Broker.NAME, "carries the events", "KAFKA_BOOTSTRAP_SERVERS")));
        shown.add(plan.database()
                .map(address -> here(
                        Postgres.NAME,
                        "keeps the three databases",
                        address.host() + ":" + address.port(),
                        Optional.empty()))
                .orElseGet(() -> elsewhere(Postgres.NAME, "keeps the three databases", "POSTGRES_HOST")));
        return List.copyOf(shown);
    }

    /** One line each, aligned. */
    List<String> lines() {
        var addresses = new ArrayList<Map.Entry<String, String>>();
        addresses.add(Map.entry("front door", plan.publicUrl() + " (everything that people open)"));
        parts().forEach(part -> addresses.add(Map.entry(part.name(), part.address())));
        return addresses.stream()
                .map(entry -> "  %-24s %s".formatted(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Shown service(ServiceProcess process) {
        String what = switch (process.service()) {
            case REGISTRATION -> "the programme, sign-ups, waitlists and when reminders fall due";
            case NOTIFICATION -> "every mail, right and once";
            case RECORDING -> "takes recordings and publishes them to whom they may concern";
        };
        return here(process.name(), what, localhost(process.port()), Optional.empty());
    }

    private Shown here(String name, String what, String address, Optional<String> link) {
        return new Shown(name, what, address, link, () -> parts.stateOf(name));
    }

    private Shown elsewhere(String name, String what, String variable) {
        String address = new Variables(settings.environment()).find(variable).orElse("");
        return new Shown(name, what, address, Optional.empty(), () -> PartState.ELSEWHERE);
    }

    private static String localhost(int port) {
        return "http://localhost:" + port;
    }
}
