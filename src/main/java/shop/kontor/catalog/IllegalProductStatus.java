package shop.kontor.catalog;

import shop.kontor.api.model.ProductStatus;
import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;

/** The product's status does not permit the new one. */
class IllegalProductStatus extends ProblemException {

    IllegalProductStatus(ProductStatus status) {
        super(ProblemType.ILLEGAL_TRANSITION, "The product is %s.".formatted(status.getValue()));
    }
}
