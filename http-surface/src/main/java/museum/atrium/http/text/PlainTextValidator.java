package museum.atrium.http.text;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import museum.atrium.http.PlainText;
import museum.atrium.http.TextRules;
import org.jspecify.annotations.Nullable;

/** Says which of the rules a text breaks. */
public class PlainTextValidator implements ConstraintValidator<PlainText, String> {

    private TextRules rules = TextRules.line(200);

    @Override
    public void initialize(PlainText asked) {
        rules = new TextRules(asked.max(), asked.multiline());
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        return rules.complaint(text)
                .map(complaint -> {
                    context.disableDefaultConstraintViolation();
                    context.buildConstraintViolationWithTemplate(complaint).addConstraintViolation();
                    return false;
                })
                .orElse(true);
    }
}
