package museum.atrium.http.parameter;

import java.beans.PropertyEditorSupport;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A number as it is written everywhere else: Spring takes {@code 0x10}, {@code 1 0} and the digits of other scripts, too. */
class Decimal extends PropertyEditorSupport {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+");

    private final Function<String, Number> number;

    Decimal(Function<String, Number> number) {
        this.number = number;
    }

    @Override
    public void setAsText(String text) {
        if (!text.isEmpty() && !DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException("This is no number.");
        }
        setValue(text.isEmpty() ? null : number.apply(text));
    }
}
