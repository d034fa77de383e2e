package museum.atrium.http.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Refuses the two things that JSON can write and no UTF-8 database can hold: NUL and half a surrogate pair. */
class StorableStrings extends StdScalarDeserializer<String> {

    private static final StringDeserializer ANY = new StringDeserializer();

    StorableStrings() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser json, DeserializationContext context) {
        String text = ANY.deserialize(json, context);
        if (text != null && text.codePoints().anyMatch(StorableStrings::isUnstorable)) {
            return (String) context.handleWeirdStringValue(String.class, text, "not storable");
        }
        return text;
    }

    private static boolean isUnstorable(int codePoint) {
        return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
    }
}
