package shop.kontor.shipping;

import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;

/** The shipping method does not serve the country. */
class CountryNotServed extends ProblemException {

    CountryNotServed(String method, String country) {
        super(ProblemType.COUNTRY_NOT_SERVED, "%s does not serve %s.".formatted(method, country));
    }
}
