package museum.atrium.inbox.web;

import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/** The parameters of a call; one that is not known or out of range is refused. */
final class Query {

    private final Fields fields;

    private Query(Fields fields) {
        this.fields = fields;
    }

    static Query of(Request request, Set<String> known) {
        Fields fields = Request.extractQueryParameters(request);
        for (Fields.Field field : fields) {
            if (!known.contains(field.getName())) {
                throw Refused.badRequest("There is no parameter '" + field.getName() + "' here, only " + known);
            }
        }
        return new Query(fields);
    }

    /** An address: it has no spaces, so a space was a plus sign that a script did not escape. */
    Optional<String> address(String name) {
        return text(name).map(value -> value.strip().replace(' ', '+')).filter(value -> !value.isEmpty());
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(fields.getValue(name));
    }

    long number(String name, long smallest, long otherwise) {
        String value = text(name).orElse("");
        if (value.isEmpty()) {
            return otherwise;
        }
        if (value.matches("[0-9]{1,18}") && Long.parseLong(value) >= smallest) {
            return Long.parseLong(value);
        }
        throw Refused.badRequest("'" + name + "' is a number from " + smallest);
    }
}
