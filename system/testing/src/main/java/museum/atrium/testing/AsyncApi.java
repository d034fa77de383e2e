package museum.atrium.testing;

import java.util.List;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code asyncapi.yaml} says of messages beyond their payload. */
record AsyncApi(JsonNode document) {

    static AsyncApi parse(String yaml) {
        Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return new AsyncApi(JsonMapper.shared().valueToTree(document));
    }

    List<String> typesOf(String message) {
        JsonNode headers = document.at("/components/messages/" + message + "/headers/allOf");
        List<String> types = StreamSupport.stream(headers.spliterator(), false)
                .flatMap(part ->
                        StreamSupport.stream(part.at("/properties/ce_type/enum").spliterator(), false))
                .map(JsonNode::asString)
                .toList();
        if (types.isEmpty()) {
            throw new IllegalStateException("asyncapi.yaml gives no ce_type to the message '" + message + "'.");
        }
        return types;
    }
}
