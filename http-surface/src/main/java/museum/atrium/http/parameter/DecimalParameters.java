package museum.atrium.http.parameter;

import org.springframework.beans.PropertyEditorRegistrar;
import org.springframework.beans.PropertyEditorRegistry;

/** Editors and no converters: where a converter refuses, Spring goes on to its own editors, which take more. */
final class DecimalParameters implements PropertyEditorRegistrar {

    @Override
    public void registerCustomEditors(PropertyEditorRegistry registry) {
        registry.registerCustomEditor(int.class, new Decimal(Integer::valueOf));
        registry.registerCustomEditor(Integer.class, new Decimal(Integer::valueOf));
        registry.registerCustomEditor(long.class, new Decimal(Long::valueOf));
        registry.registerCustomEditor(Long.class, new Decimal(Long::valueOf));
    }
}
