package shop.kontor.payment;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriTemplate;
import shop.kontor.api.PaymentsApi;
import shop.kontor.api.PaymentsApiDelegate;
import shop.kontor.api.model.Payment;
import shop.kontor.api.model.PaymentInput;
import shop.kontor.api.model.Refund;
import shop.kontor.api.model.RefundInput;
import shop.kontor.idempotency.Idempotency;
import shop.kontor.order.Orders;
import shop.kontor.security.CurrentUser;
import shop.kontor.web.Cursor;
import shop.kontor.web.ListById;
import shop.kontor.web.Pages;

/** Implements the operations on payments and refunds. */
@Component
class PaymentsDelegate implements PaymentsApiDelegate {

    private final PaymentMapper payments;
    private final RefundMapper refunds;
    private final PaymentRecording paying;
    private final RefundRecording refunding;
    private final Orders orders;
    private final Idempotency idempotency;

    PaymentsDelegate(
            PaymentMapper payments,
            RefundMapper refunds,
            PaymentRecording paying,
            RefundRecording refunding,
            Orders orders,
            Idempotency idempotency) {
        this.payments = payments;
        this.refunds = refunds;
        this.paying = paying;
        this.refunding = refunding;
        this.orders = orders;
        this.idempotency = idempotency;
    }

    @Override
    public ResponseEntity<List<Payment>> listPaymentsOfOrder(
            CurrentUser caller, Long id, @Nullable String cursor, Integer perPage, Boolean total) {
        orders.require(caller, id);
        return list(PaymentFilter.of(id), cursor, perPage, total);
    }

    @Override
    public ResponseEntity<Payment> createPayment(
            CurrentUser caller, Long id, PaymentInput input, @Nullable String idempotencyKey) {
        return idempotency.once(
                caller,
                idempotencyKey,
                () -> ResponseEntity.created(new UriTemplate(PaymentsApi.PATH_LIST_PAYMENTS_OF_ORDER).expand(id))
                        .body(paying.record(caller, id, input)));
    }

    @Override
    public ResponseEntity<List<Refund>> listRefundsOfOrder(
            CurrentUser caller, Long id, @Nullable String cursor, Integer perPage, Boolean total) {
        orders.require(caller, id);
        return new ListById<>(
                        (before, limit) -> refunds.list(id, before, limit), Refund::getId, () -> refunds.count(id))
                .page(cursor, perPage, total);
    }

    @Override
    public ResponseEntity<Refund> createRefund(
            CurrentUser caller, Long id, RefundInput input, @Nullable String idempotencyKey) {
        return idempotency.once(
                caller,
                idempotencyKey,
                () -> ResponseEntity.created(new UriTemplate(PaymentsApi.PATH_LIST_REFUNDS_OF_ORDER).expand(id))
                        .body(refunding.record(caller, id, input)));
    }

    @Override
    public ResponseEntity<List<Payment>> listPayments(
            CurrentUser caller,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime to,
            @Nullable String reference,
            @Nullable Long orderId,
            @Nullable String cursor,
            Integer perPage,
            Boolean total) {
        return list(new PaymentFilter(orderId, reference, from, to), cursor, perPage, total);
    }

    private ResponseEntity<List<Payment>> list(
            PaymentFilter filter, @Nullable String cursor, int perPage, boolean total) {
        return Pages.page(
                payments.list(filter, Cursor.decode(cursor, OffsetDateTime::parse), perPage + 1),
                perPage,
                payment -> new Cursor<>(payment.getId(), payment.getCreatedAt()),
                null,
                total ? () -> payments.count(filter) : null);
    }
}
