package museum.atrium.testing;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What one kind of event looks like. */
public final class EventContract {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .formatAssertionsEnabled(true)
                    .locale(Locale.ROOT)
                    .build()));

    private final String name;
    private final Schema schema;
    private final String example;
    private final List<String> types;

    EventContract(String name, String schema, String example, List<String> types) {
        this.name = name;
        this.types = types;
        this.schema = SCHEMAS.getSchema(schema, InputFormat.JSON);
        this.example = example;
    }

    /** Fails, with every difference, unless the payload is what the schema says, formats included. */
    public void assertValid(String json) {
        List<Error> differences = schema.validate(json, InputFormat.JSON);
        if (!differences.isEmpty()) {
            throw new AssertionError(differences.stream()
                    .map(Error::toString)
                    .collect(Collectors.joining("\n  ", "Not a valid '" + name + "' event:\n  ", "\nin " + json)));
        }
    }

    /** As above, and the {@code ce_type} is one of {@link #types}. */
    public void assertValid(String type, String json) {
        if (!types.contains(type)) {
            throw new AssertionError("'" + type + "' is not a type of '" + name + "' events; there are " + types);
        }
        assertValid(json);
    }

    /** Every {@code ce_type} that asyncapi.yaml gives to these events. */
    public List<String> types() {
        return types;
    }

    /** A valid payload, as JSON. */
    public String example() {
        return example;
    }

    /** The example with changes; what they leave is checked to be valid still. */
    public String exampleWith(Consumer<ObjectNode> changes) {
        ObjectNode changed = (ObjectNode) JsonMapper.shared().readTree(example);
        changes.accept(changed);
        String json = changed.toString();
        assertValid(json);
        return json;
    }
}
