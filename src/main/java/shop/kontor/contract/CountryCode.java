package shop.kontor.contract;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.util.Locale;
import java.util.Set;

/** The format of countries: their codes in ISO 3166-1 alpha-2, as the JDK knows them. */
final class CountryCode implements Format {

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    @Override
    public String getName() {
        return "country";
    }

    @Override
    public boolean matches(ExecutionContext context, String code) {
        return CODES.contains(code);
    }
}
