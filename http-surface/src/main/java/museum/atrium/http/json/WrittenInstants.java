package museum.atrium.http.json;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/** Instants as text only: a number would silently be taken for seconds since 1970. */
class WrittenInstants extends StdScalarDeserializer<Instant> {

    WrittenInstants() {
        super(Instant.class);
    }

    @Override
    public @Nullable Instant deserialize(JsonParser json, DeserializationContext context) {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(getValueType(context), json);
        }
        if (json.getString().isBlank()) {
            return (Instant) context.handleWeirdStringValue(Instant.class, "", "blank");
        }
        return InstantDeserializer.INSTANT.deserialize(json, context);
    }
}
