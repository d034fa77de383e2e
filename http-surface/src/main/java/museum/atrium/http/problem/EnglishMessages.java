package museum.atrium.http.problem;

import jakarta.validation.MessageInterpolator;
import java.util.Locale;

record EnglishMessages(MessageInterpolator messages) implements MessageInterpolator {

    @Override
    public String interpolate(String template, Context context) {
        return messages.interpolate(template, context, Locale.ENGLISH);
    }

    @Override
    public String interpolate(String template, Context context, Locale asked) {
        return messages.interpolate(template, context, Locale.ENGLISH);
    }
}
